import fc from 'fast-check';

import { datesIn } from '../../../../kit/n8n/dates';
import { attributeOf, steering, type Field } from '../../../../kit/n8n/fields/field';
import { repeat } from '../../../../kit/n8n/fields/repeat';
import { writtenBy } from '../../../../kit/n8n/written';
import { Parameters } from '../../../../kit/n8n/parameters';
import { Settled } from '../../../../kit/n8n/settled';
import type { Document } from '../../../../kit/xml/document';
import { setPath } from '../../../../kit/xml/path';

const text = (name: string, path: string): Field =>
	attributeOf({ displayName: name, name, type: 'string', default: '' }, path);

const lines = (name: string): Field =>
	repeat(name, name, 'Lines.Line', { entry: 'Line', key: 'line' }, [text('sku', 'Item.ItemID'), text('qty', 'Qty')]);

/** A field that is mapped from the item by name. */
const mapped: Field = {
	...steering({ displayName: 'Mapped', name: 'mapped', type: 'string', default: '' }),
	write: (document, _value, { item }) => setPath(document, 'Of.Item', String(item?.own)),
};

// Several of them write the same element.
const FIELDS = [
	text('a', 'A'),
	text('bc', 'B.C'),
	text('bd', 'B.D'),
	lines('first'),
	mapped,
	steering({ displayName: 'Steering', name: 'steering', type: 'string', default: '' }),
	lines('second'),
	text('again', 'A'),
];
const NAMES = FIELDS.map(({ property }) => property.name);

const word = fc.constantFrom('', 'x', 'y', '7');
const lineList = fc.record({ line: fc.array(fc.record({ sku: word, qty: word }), { maxLength: 2 }) });
const item = fc.record({
	...Object.fromEntries(NAMES.map((name) => [name, word])),
	first: lineList,
	second: lineList,
	own: word,
});

const sharing = (same: readonly string[]) => new Settled((name) => same.includes(name));

/** The documents of a run whose items share what is the same for all of them, or share nothing. */
function documents(items: Array<Record<string, unknown>>, same: readonly string[], settled?: Settled) {
	const facts = { settled };
	return items.map((own) => {
		const read = (name: string) => (same.includes(name) ? items[0] : own)[name];
		return writtenBy(FIELDS, new Parameters(read, { dates: datesIn('UTC'), item: own }, facts));
	});
}

test('what is written once a run is what each item would have written', () => {
	fc.assert(
		fc.property(fc.array(item, { minLength: 1, maxLength: 3 }), fc.subarray(NAMES), (items, same) => {
			const shared = documents(items, same, sharing(same));
			expect(JSON.stringify(shared)).toBe(JSON.stringify(documents(items, same)));
		}),
	);
});

test('a document that is changed changes no other one', () => {
	const one = { first: { line: [{ sku: 'x' }] }, bc: 'x' };
	const [first, second] = documents([one, one], NAMES, sharing(NAMES));
	setPath(first, 'B.C', '');
	((first.Lines as Document).Line as Document[])[0].Qty = '9';
	expect(second).toMatchObject({ B: { C: 'x' }, Lines: { Line: [{ Item: { ItemID: 'x' } }] } });
	expect(JSON.stringify(second)).not.toContain('9');
});

test('what is refused is refused for each item', () => {
	const wrong = { a: ['x'] };
	const settled = sharing(NAMES);
	for (let i = 0; i < 2; i++) expect(() => documents([wrong], NAMES, settled)).toThrow('must be one value');
});

test('it is written once', () => {
	const write = jest.fn((document: Document) => setPath(document, 'W', 'x'));
	const fields: Field[] = [{ ...steering({ displayName: 'W', name: 'w', type: 'string', default: '' }), write }];
	const facts = { settled: new Settled(() => true) };
	for (let i = 0; i < 3; i++) {
		const parameters = new Parameters(() => 'x', { dates: datesIn('UTC') }, facts);
		expect(writtenBy(fields, parameters)).toEqual({ W: 'x' });
	}
	expect(write).toHaveBeenCalledTimes(1);
});
