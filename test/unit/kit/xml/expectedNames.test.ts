import * as fc from 'fast-check';

import { MAX_DEPTH } from '../../../../kit/xml/document';
import { fromXml } from '../../../../kit/xml';
import { readQuickly, STUMBLED } from '../../../../kit/xml/quick';
import { readStrictly } from '../../../../kit/xml/strict';

/** Some begin like others, so that a name is not taken for a shorter one that is expected. */
const attribute = fc.record({
	name: fc.constantFrom('A', 'AB', 'B', 'toString', 'hasOwnProperty'),
	value: fc.constantFrom('', '1', 'a=b', " B='2' ", '>', '/>', '&amp;', 'é'),
	blank: fc.constantFrom(' ', ' ', ' ', '\n\t'),
});
const row = fc.record({
	name: fc.constantFrom('Order', 'Order', 'OrderLine', 'Or'),
	attributes: fc.array(attribute, { maxLength: 4 }),
	end: fc.constantFrom('/>', ' />', '></>', '>text</ >', '><Or/></>'),
});
const rows = fc.array(row, { minLength: 1, maxLength: 8 });

const textOf = (list: ReturnType<typeof rows.generate>['value']) => {
	const texts = list.map(({ name, attributes, end }) => {
		const written = attributes.map((one) => `${one.blank}${one.name}="${one.value}"`);
		return `<${name}${written.join('')}${end.replace('</', `</${name}`)}`;
	});
	return `<List>${texts.join('')}</List>`;
};

test('rows are read alike, whatever the rows before them had, and no attribute counts twice', () => {
	fc.assert(
		fc.property(rows, (list) => {
			const text = textOf(list);
			const isTwice = list.some(
				({ attributes }) => new Set(attributes.map(({ name }) => name)).size < attributes.length,
			);
			if (isTwice) {
				expect(() => readQuickly(text)).toThrow(STUMBLED);
				expect(() => readStrictly(text)).toThrow(expect.objectContaining({ category: 'badAnswer' }));
			} else expect(readQuickly(text)).toEqual(readStrictly(text));
		}),
		{ numRuns: 1000 },
	);
});

const AFTER = '<a><b C="1" D="2"/>';
test.each([
	['an element that is not closed', `${AFTER}<b C="1" D="2"></a>`],
	['an end tag of another element', `${AFTER}</b>`],
	['no blank between attributes', `${AFTER}<b C="1"D="2"/></a>`],
	['an attribute without a quote at its end', `${AFTER}<b C="1" D="2/></a>`],
	['"<" in a value', `${AFTER}<b C="1" D="<"/></a>`],
	['"&" in a value', `${AFTER}<b C="&" D="2"/></a>`],
	['the same attribute again', `${AFTER}<b C="1" D="2" C="3"/></a>`],
	['"]]>" in a text', `${AFTER}]]></a>`],
	['a text after the end', `${AFTER}</a>x`],
	['a section of CDATA after the end', `${AFTER}</a><![CDATA[x]]>`],
	['a second root', `${AFTER}</a><a/>`],
	['"--" in a comment', `${AFTER}<!-- a -- b --></a>`],
	['nothing', ''],
	['one element', '<'],
])('what is expected does not hide %s', (_what, text) => {
	expect(() => readQuickly(text)).toThrow(STUMBLED);
	expect(() => fromXml(text)).toThrow(expect.objectContaining({ category: 'badAnswer' }));
});

test('the bound of depth holds, whichever parser reads', () => {
	const deep = (levels: number) => '<a>'.repeat(levels) + '<b/>' + '</a>'.repeat(levels);
	expect(readQuickly(deep(MAX_DEPTH)).root).toBe('a');
	expect(() => fromXml(deep(MAX_DEPTH + 1))).toThrow('nested deeper');
});

test('names in great number are left to the strict parser', () => {
	const text = (count: number) => `<a>${Array.from({ length: count }, (_, i) => `<b${i}/>`).join('')}</a>`;
	expect(Object.keys(readQuickly(text(19_999)).document)).toHaveLength(19_999);
	expect(() => readQuickly(text(20_001))).toThrow(STUMBLED);
});
