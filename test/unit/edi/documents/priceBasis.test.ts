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
	['PF', 'LF', 1],
	['PY', 'LY', 1],
	['TP', 'HU', 10],
	['HP', 'TH', 0.1],
	['TT', 'TH', 10],
	['PN', 'HU', 0.1],
	['HP', 'DZ', undefined],
	['PD', 'HU', undefined],
	['PM', 'EA', undefined],
])('a price on the basis %s is for %s: %s units', (basis, unit, expected) => {
	expect(unitsPerPrice(basis, unit)).toBe(expected);
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
