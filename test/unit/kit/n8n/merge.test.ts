import fc from 'fast-check';

import { childListOf } from '../../../../clients/oms/identities';
import { asArray, type Document } from '../../../../kit/xml/document';
import { merge } from '../../../../kit/n8n/merge';
import { Refusal } from '../../../../kit/n8n/refusal';

const lines = (...OrderLine: Document[]): Document => ({ OrderLines: { OrderLine } });
const over = (under: Document, above: Document) => merge(under, above, childListOf);

test('elements are merged, and attributes of the upper document win', () => {
	const under = { A: '1', B: '1', PriceInfo: { Currency: 'EUR', Total: '1' } };
	expect(over(under, { B: '2', PriceInfo: { Currency: 'USD' } })).toEqual({
		A: '1',
		B: '2',
		PriceInfo: { Currency: 'USD', Total: '1' },
	});
	expect(under.PriceInfo.Currency).toBe('EUR');
});

test.each([
	['key', { OrderLineKey: 'K2' }, [{ OrderLineKey: 'K1' }, { OrderLineKey: 'K2' }]],
	['numbers', { PrimeLineNo: '2', SubLineNo: '1' }, [{ PrimeLineNo: '1' }, { PrimeLineNo: '2', SubLineNo: '1' }]],
	['number, the sub line being 1', { PrimeLineNo: '2' }, [{ PrimeLineNo: '1' }, { PrimeLineNo: '2', SubLineNo: '1' }]],
	['key beside numbers', { OrderLineKey: 'K2', PrimeLineNo: '7' }, [{ OrderLineKey: 'K1' }, { OrderLineKey: 'K2' }]],
])('lines are matched by %s', (_, name, above) => {
	const merged = over(
		lines({ ...name, CustomerLinePONo: 'PO' } as unknown as Document),
		lines(...(above as unknown as Document[])),
	);
	const [first, second, ...more] = asArray((merged.OrderLines as Document).OrderLine) as Document[];
	expect([first.CustomerLinePONo, second.CustomerLinePONo, more]).toEqual([undefined, 'PO', []]);
});

test.each([
	[
		'references',
		{ References: { Reference: [{ Name: 'A', Value: '1' }] } },
		{ References: { Reference: [{ Name: 'B', Value: '2' }] } },
		'References.Reference',
	],
	[
		'charges',
		{ HeaderCharges: { HeaderCharge: { ChargeCategory: 'A', ChargeName: 'A' } } },
		{ HeaderCharges: { HeaderCharge: [{ ChargeCategory: 'A', ChargeName: 'B' }] } },
		'HeaderCharges.HeaderCharge',
	],
	[
		'notes, which nothing names',
		{ Notes: { Note: { NoteText: 'a' } } },
		{ Notes: { Note: [{ NoteText: 'a' }] } },
		'Notes.Note',
	],
	[
		'holds',
		{ OrderHoldTypes: { OrderHoldType: { HoldType: 'A' } } },
		{ OrderHoldTypes: { OrderHoldType: [{ HoldType: 'B' }] } },
		'OrderHoldTypes.OrderHoldType',
	],
	[
		'a new line beside one that is named',
		lines({ PrimeLineNo: '2', Gift: 'Y' }),
		lines({ Action: 'CREATE', OrderedQty: '1' }),
		'OrderLines.OrderLine',
	],
	['lines of other numbers', lines({ PrimeLineNo: '2' }), lines({ PrimeLineNo: '1' }), 'OrderLines.OrderLine'],
])('%s are added', (_, under, above, path) => {
	const [list, element] = path.split('.');
	expect((over(under as Document, above as Document)[list] as Record<string, unknown[]>)[element]).toHaveLength(2);
});

test('one entry beside one that nothing names is the same one', () => {
	expect(over(lines({ CustomerLinePONo: 'PO' }), lines({ OrderedQty: '1', Item: { ItemID: 'A' } }))).toEqual(
		lines({ CustomerLinePONo: 'PO', OrderedQty: '1', Item: { ItemID: 'A' } }),
	);
});

test.each([
	['an unnamed one beside several', lines({ CustomerLinePONo: 'PO' }), lines({ OrderedQty: '1' }, { OrderedQty: '2' })],
	['several unnamed ones', lines({ A: '1' }, { A: '2' }), lines({ OrderedQty: '1' }, { OrderedQty: '2' })],
	['one that says something else', lines({ Item: { ItemID: 'B' } }), lines({ Item: { ItemID: 'A' } })],
	['another quantity', lines({ OrderedQty: '2' }), lines({ OrderedQty: '1' })],
	['a key beside a number', lines({ OrderLineKey: 'K1' }), lines({ PrimeLineNo: '1' })],
	['two of one name', lines({ PrimeLineNo: '1', A: '1' }, { PrimeLineNo: '1', A: '2' }), lines({ PrimeLineNo: '1' })],
	['two opposite', lines({ PrimeLineNo: '1', A: '1' }), lines({ PrimeLineNo: '1' }, { PrimeLineNo: '1' })],
	['lists of which nothing is known', { Xs: { X: [{ A: '1' }, { A: '2' }] } }, { Xs: { X: [{ A: '3' }] } }],
])('%s is refused with a sentence', (_, under, above) => {
	expect(() => over(under as Document, above as Document)).toThrow(Refusal);
	expect(() => over(under as Document, above as Document)).toThrow(/^(OrderLines|Xs) → /);
});

test('a document cannot bring a prototype along', () => {
	expect(() => merge({}, JSON.parse('{"__proto__": {"polluted": "yes"}}'))).toThrow(/not a valid/);
});

test('property: named lines keep what was said of them, wherever it was said, and nothing is lost or moved', () => {
	const names = fc.uniqueArray(fc.integer({ min: 1, max: 9 }), { maxLength: 6 });
	fc.assert(
		fc.property(names, names, (below, above) => {
			const under = lines(...below.map((no): Document => ({ PrimeLineNo: String(no), Under: `u${no}` })));
			const upper = lines(
				...above.map((no): Document => ({ PrimeLineNo: String(no), SubLineNo: '1', Over: `o${no}` })),
			);
			const merged = asArray((over(under, upper).OrderLines as Document).OrderLine) as Document[];
			expect(merged.map(({ PrimeLineNo }) => Number(PrimeLineNo)).sort()).toEqual(
				[...new Set([...below, ...above])].sort(),
			);
			for (const line of merged) {
				const no = Number(line.PrimeLineNo);
				expect([line.Under, line.Over]).toEqual([
					below.includes(no) ? `u${no}` : undefined,
					above.includes(no) ? `o${no}` : undefined,
				]);
			}
		}),
	);
});
