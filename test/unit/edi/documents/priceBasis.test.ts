import { parseCodes } from '../../../../edi/dictionary/parse';
import { CODES } from '../../../../edi/dictionary/codes';
import { readDocument, writeDocument } from '../../../../edi/documents';
import { unitsPerPrice } from '../../../../edi/documents/priceBasis';
import { hasKnownBasis } from '../../../../edi/documents/totals';
import { segmentsOf, textOf } from './examples';

test.each<[string | undefined, string | undefined, number | undefined]>([
	[undefined, 'EA', 1],
	[undefined, 'DZ', 1],
	['', 'DZ', 1],
	['PE', 'EA', 1],
	['PE', undefined, 1],
	['CT', 'EA', 1],
	['UM', 'DZ', 1],
	['PN', 'EA', 10],
	['PD', 'EA', 12],
	['pd', undefined, 12],
	['RD', 'EA', 12],
	['PD', 'DZ', 1],
	['PD', 'DOZEN', 1],
	['LC', 'EA', 100],
	['HP', 'HU', 1],
	['WM', 'EA', 1000],
	['TT', 'EA', 10_000],
	['HT', 'EA', 100_000],
	['PP', 'LB', 1],
	['PP', 'EA', undefined],
	['HF', 'FT', 100],
	['TF', 'FOOT', 1000],
	['TF', undefined, undefined],
	['PF', 'LF', 1],
	['PY', 'LY', 1],
	['TP', 'HU', 10],
	['HP', 'TH', 0.1],
	['TT', 'TH', 10],
	['PN', 'HU', 0.1],
	['HP', 'DZ', undefined],
	['PD', 'HU', undefined],
	['PM', 'EA', undefined],
	// A pack, a case or a pair is one each.
	['PE', 'CA', 1],
	['PE', 'PR', 1],
	['HP', 'CA', 100],
	// One piece, or one dozen? Partners mean both.
	['PE', 'DZ', undefined],
	['LE', 'DOZEN', undefined],
	['QE', 'HU', undefined],
	['RE', 'GS', undefined],
	['TE', 'TH', undefined],
	['WE', 'T3', undefined],
	['PD', 'GS', 1 / 12],
	// Not to be paid, or not to be known.
	['NC', 'EA', undefined],
	['TB', 'EA', undefined],
	['XX', 'EA', undefined],
	['constructor', 'EA', undefined],
])('a price on the basis %s is for %s: %s units', (priceBasis, unit, expected) => {
	expect(unitsPerPrice(priceBasis, unit)).toBe(expected);
});

test.each<[string, string, number | undefined]>([
	['PD', 'Dutzend', 1],
	['PD', 'karton', 12],
	['PP', 'PFUND', 1],
	['PP', 'Karton', undefined],
	['PD', 'DZ', 1],
])('a price on the basis %s is for %s of the user: %s units', (basis, unit, expected) => {
	expect(unitsPerPrice(basis, unit, { DZ: 'Dutzend', LB: 'Pfund', CT: 'Karton' })).toBe(expected);
});

test('each code of element 639 is either for a number of units or refused', () => {
	const known = [...parseCodes(CODES['639'])];
	const refused = known.filter((priceBasis) => unitsPerPrice(priceBasis, 'EA') === undefined);
	expect(refused.sort()).toEqual(
		'BW DP HF ML NC NQ NS PA PB PF PG PK PL PM PO PP PS PT PU PY SA SM TB TF WI'.split(' '),
	);
});

test.each(['0', '0.00', '-0', 0, undefined, ''])('a price of %j is nothing, per whatever', (price) => {
	expect(hasKnownBasis({ price, priceBasis: 'NC', unit: 'EA' }, {})).toBe(true);
});

describe('totals', () => {
	const invoice = (line: object, more: object = {}) => ({
		...{ type: 'invoice', number: '1', date: '2026-11-27', orderNumber: '7', ...more },
		lines: [{ number: '1', quantity: '24', price: '6', ...line }],
	});
	const order = (line: object) => ({
		...{ type: 'purchaseOrder', number: '7', date: '2026-11-27', purpose: 'original', orderType: 'SA' },
		lines: [{ number: '1', quantity: '24', price: '6', ...line }],
	});
	const totalsIn = (document: object, options: object = {}) =>
		textOf(writeDocument(document as never, { orderTotal: true, ...options }).transaction.segments).filter((segment) =>
			/^(?:TDS|AMT)\*/.test(segment),
		);

	test.each<[object, string]>([
		[{ unit: 'EA' }, '144'],
		[{ unit: 'EA', priceBasis: 'PE' }, '144'],
		[{ unit: 'EA', priceBasis: 'PD' }, '12'],
		[{ unit: 'DZ', priceBasis: 'PD' }, '144'],
		[{ unit: 'Doz12', priceBasis: 'PD' }, '144'],
		[{ unit: 'EA', price: '0', priceBasis: 'NC' }, '0'],
	])('a line with %j comes to %s', (line, total) => {
		const tables = { units: { DZ: 'DOZ12' } };
		expect(totalsIn(invoice(line), { tables })).toEqual([`TDS*${total === '0' ? '0' : `${total}00`}`]);
		expect(totalsIn(order(line), { tables })).toEqual([`AMT*TT*${total}`]);
	});

	test.each([
		['PE', 'DZ'],
		['PM', 'EA'],
		['PP', 'EA'],
		['NC', 'EA'],
		['XX', 'EA'],
	])('of a price on the basis %s beside the unit %s, none is computed', (priceBasis, unit) => {
		const said = `lines[0].priceBasis does not say what one ${unit} costs: leave it out if the price is per ${unit}, or enter the total`;
		expect(() => totalsIn(invoice({ priceBasis, unit }))).toThrow(said);
		expect(() => totalsIn(order({ priceBasis, unit }))).toThrow(said);
		expect(totalsIn(invoice({ priceBasis, unit }, { total: '9' }))).toEqual(['TDS*900']);
	});

	test.each([
		['DZ*6*PD', {}, ['total is 99.00, but lines, charges and taxes add up to 144']],
		['DZ*6*PD', { DZ: 'DOZ12' }, ['total is 99.00, but lines, charges and taxes add up to 144']],
		['DZ*6*PE', {}, []],
		['EA*6*XX', {}, []],
	])('what was read as %s is compared only where it is known', (rest, units, expected) => {
		const segments = segmentsOf(`BIG*20261127*1\nIT1*1*24*${rest}\nTDS*9900\nCTT*1`);
		const { warnings } = readDocument({ id: '810', controlNumber: '1', segments }, { tables: { units } })!;
		expect(warnings).toEqual(expected);
	});
});
