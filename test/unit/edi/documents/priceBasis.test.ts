import { unitsPerPrice } from '../../../../edi/documents/priceBasis';

test.each<[string | undefined, string | undefined, number | undefined]>([
	[undefined, 'EA', 1],
	['PE', 'EA', 1],
	['CT', 'EA', 1],
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
	['PM', 'EA', undefined],
])('a price on the basis %s is for %s: %s units', (basis, unit, expected) => {
	expect(unitsPerPrice(basis, unit)).toBe(expected);
});
