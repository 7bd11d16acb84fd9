import fc from 'fast-check';
import { formatDateTime, parseDateTime } from '../../../sandbox/oms/document/dateTime';
import { Element } from '../../../sandbox/oms/document/element';
import { elementFromJson, jsonFromElement } from '../../../sandbox/oms/document/json';
import { parseXml, writeXml } from '../../../sandbox/oms/document/xml';

const name = fc.stringMatching(/^[A-Z][A-Za-z]{0,7}$/);
const text = fc.string({ unit: fc.constantFrom('a', ' ', '<', '>', '&', '"', "'", '\n', '\t', 'é', '€', '1', '.') });

/** Elements with children down to a depth. */
function elements(depth: number): fc.Arbitrary<Element> {
	const children = depth === 0 ? fc.constant<Element[]>([]) : fc.array(elements(depth - 1), { maxLength: 3 });
	return fc
		.tuple(name, fc.dictionary(name, text, { maxKeys: 4 }), children)
		.map(([root, attributes, inner]) => new Element(root, attributes, inner));
}

const tree = elements(3);

test('any document survives XML', () => {
	fc.assert(
		fc.property(tree, (element) => {
			expect(parseXml(writeXml(element))).toEqual(element);
		}),
	);
});

/** In JSON a name is either an attribute or an element, and equal names stand together. */
function regular(element: Element): boolean {
	const names = element.children.map((child) => child.name);
	const runs = names.filter((childName, index) => childName !== names[index - 1]).length;
	return runs === new Set(names).size && names.every((child) => !element.has(child)) && element.children.every(regular);
}

test.each(['array', 'object'] as const)(
	'any document that JSON can hold survives it, single members as %s',
	(single) => {
		fc.assert(
			fc.property(tree.filter(regular), (element) => {
				expect(elementFromJson(element.name, jsonFromElement(element, single))).toEqual(element);
			}),
		);
	},
);

test.each([
	['OrderLines', 'OrderLine', true],
	['HeaderTaxes', 'HeaderTax', true],
	['OrderStatuses', 'OrderStatus', true],
	['PaymentDetailsList', 'PaymentDetails', true],
	['AllowedModifications', 'Modification', true],
	['Supplies', 'Supply', false],
	['MultiApi', 'API', false],
	['SuggestedOption', 'Option', false],
	['ShipNodeAvailableInventory', 'Inventory', false],
])('%s/%s is an array when single: %s [captured]', (container, member, expected) => {
	const json = jsonFromElement(new Element(container, {}, [new Element(member)]), 'array');
	expect(Array.isArray(json[member])).toBe(expected);
});

test('a document type declaration and broken XML are refused', () => {
	expect(() => parseXml('<!DOCTYPE a [<!ENTITY x "y">]><a/>')).toThrow(/document type/);
	expect(() => parseXml('<a><b></a>')).toThrow();
	expect(() => parseXml('')).toThrow();
});

test('date-times survive writing and reading, to the second', () => {
	fc.assert(
		fc.property(fc.integer({ min: 0, max: 4_000_000_000 }), (seconds) => {
			expect(parseDateTime(formatDateTime(seconds * 1000))).toBe(seconds * 1000);
		}),
	);
});

test.each([
	['2026-01-15', '2026-01-15T00:00:00+00:00'],
	['20260115', '2026-01-15T00:00:00+00:00'],
	['2026-01-15T10:00:00', '2026-01-15T10:00:00+00:00'],
	['2026-01-15T10:00:00Z', '2026-01-15T10:00:00+00:00'],
	['2026-01-15T10:00:00-0500', '2026-01-15T15:00:00+00:00'],
	['2026-01-15T10:00:00.123+02:00', '2026-01-15T08:00:00+00:00'],
	['2026-01-15 late', '2026-01-15T00:00:00+00:00'],
])('%s is read as %s [IBM: apis-using-date-time-syntax]', (input, expected) => {
	expect(formatDateTime(parseDateTime(input) ?? NaN)).toBe(expected);
});

test.each(['', 'soon', '2026-13-45', '15.01.2026'])('%j is no date', (input) => {
	expect(parseDateTime(input)).toBeUndefined();
});
