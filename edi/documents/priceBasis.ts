import type { CodeTable } from './tables/codes';
import { unitCode } from './tables/editable';

/**
 * Codes of element 639 for a price of so many units, by kind of price: any, catalog, quoted, retail, contract and
 * wholesale. Source: the code list of X12 004010.
 */
const COUNTS: ReadonlyArray<[per: number, codes: string]> = [
	[1, 'PE LE QE RE TE WE'],
	[10, 'PN'],
	[12, 'PD LD RD TD WD'],
	[100, 'HP LC QH RC TC WC'],
	[1000, 'TP LM QS RM TM WM'],
	[10_000, 'TT'],
	[100_000, 'HT'],
];
/**
 * Units (element 355) that are so many pieces themselves: a price per dozen is that of one unit in dozens, and one per
 * thousand that of ten hundreds. Packs, cases and pairs are not among them: "each" is one of them there.
 */
const PIECES = new Map([
	['QD', 3],
	['HD', 6],
	['U3', 10],
	['DZ', 12],
	['UZ', 50],
	['HC', 100],
	['HU', 100],
	['GS', 144],
	['U5', 250],
	['VC', 500],
	['T3', 1000],
	['TH', 1000],
	['GG', 1728],
	['UM', 1_000_000],
]);

/** Codes for a price of a measure: how many of which units (element 355) it is for. P1 to P7 are of later versions. */
const MEASURES: Readonly<Record<string, [per: number, ...units: string[]]>> = {
	HF: [100, 'FT', 'LF'],
	ML: [1, 'ML'],
	P1: [1000, 'MR', 'LM'],
	P2: [1, 'CM'],
	P3: [1, 'DM'],
	P6: [1, 'MM'],
	P7: [1, 'MR', 'LM'],
	PF: [1, 'FT', 'LF'],
	PG: [1, 'GR'],
	PK: [1, 'KG'],
	PL: [1, 'LT'],
	PO: [1, 'OZ'],
	PP: [1, 'LB'],
	PS: [1000, 'SF'],
	PT: [1, 'TN'],
	PY: [1, 'YD', 'LY'],
	TF: [1000, 'FT', 'LF'],
};

/**
 * Codes that only say what kind of price it is, such as catalog or contract, or that it is for the unit of the quantity
 * (UM). Codes for a price of a time (PM), of measures that lines have no unit for (PA, troy ounce), and for a price that is
 * not to be paid (NC, no charge; TB, to be negotiated) are not among them.
 */
const KINDS = (
	'AA AB AP AW BD BR CA CP CR CT DI DR DS EC EH ES FB FO FX KA KP KR LR ME NE NT PQ PR PV QR QT RS RT SC SR ST SW UM VQ ' +
	'WH'
).split(' ');

const BY_CODE = new Map(COUNTS.flatMap(([per, codes]) => codes.split(' ').map((code) => [code, per] as const)));

/**
 * How many units of the quantity a price is for: 100 for a price per hundred (HP), 1 where the basis only says what kind of
 * price it is. With a quantity in dozens, partners mean one piece as well as one dozen by "per each", so that is not known.
 *
 * @param basis element 639
 * @param unit of the quantity, as a code of element 355, one of its usual names or one of the user's table
 * @param own the user's table of units
 * @returns undefined where it cannot be known: a price per pound of what is counted in pieces, a price per month, a
 * price per each of what is counted in dozens, a code that is not in the list
 */
export function unitsPerPrice(basis: unknown, unit: unknown, own: CodeTable = {}): number | undefined {
	const code = textOf(basis).toUpperCase();
	const counted = unitCode(textOf(unit), own);
	const count = BY_CODE.get(code);
	if (count !== undefined) return countedIn(PIECES.get(counted) ?? 1, count);
	if (!Object.hasOwn(MEASURES, code)) return code === '' || KINDS.includes(code) ? 1 : undefined;
	const [per, ...measures] = MEASURES[code];
	return measures.includes(counted) ? per : undefined;
}

/**
 * So many pieces in units of so many; undefined for a price per hundred of what is counted in dozens, which fits neither,
 * and for one per each, which may be a dozen.
 */
function countedIn(pieces: number, count: number): number | undefined {
	if (count === 1 && pieces > 1) return undefined;
	return count % pieces === 0 || pieces % count === 0 ? count / pieces : undefined;
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');
