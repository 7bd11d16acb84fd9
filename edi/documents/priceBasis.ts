import type { Form } from './mapping/form';
import type { CodeTable } from './tables/codes';
import { unitCodeOf } from './tables/editable';

/**
 * Codes of element 639 for a price of so many pieces, by kind of price: any, catalog, quoted, retail, contract and
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
 * Units (element 355) that are so many pieces themselves. Packs, cases and pairs are not among them: "each" is one of
 * them there.
 */
const PIECES: Readonly<Record<string, number>> = {
	QD: 3,
	HD: 6,
	U3: 10,
	DZ: 12,
	UZ: 50,
	HC: 100,
	HU: 100,
	GS: 144,
	U5: 250,
	VC: 500,
	T3: 1000,
	TH: 1000,
	GG: 1728,
	UM: 1_000_000,
};

/** Codes for a price of a measure: how many of which unit (element 355) it is for. P1 to P7 are of later versions. */
const MEASURES: Readonly<Record<string, [per: number, unit: string]>> = {
	HF: [100, 'FT'],
	ML: [1, 'ML'],
	P1: [1000, 'MR'],
	P2: [1, 'CM'],
	P3: [1, 'DM'],
	P6: [1, 'MM'],
	P7: [1, 'MR'],
	PF: [1, 'FT'],
	PG: [1, 'GR'],
	PK: [1, 'KG'],
	PL: [1, 'LT'],
	PO: [1, 'OZ'],
	PP: [1, 'LB'],
	PS: [1000, 'SF'],
	PT: [1, 'TN'],
	PY: [1, 'YD'],
	TF: [1000, 'FT'],
};

/**
 * Codes that only say what kind of price it is, such as catalog or contract, or that it is for the unit of the quantity
 * (UM). Codes for a price of a time (PM), of measures that lines have no unit for (PA, troy ounce), and for a price that is
 * not to be paid (NC, no charge; TB, to be negotiated) are not among them.
 */
const KINDS = new Set(
	(
		'AA AB AP AW BD BR CA CP CR CT DI DR DS EC EH ES FB FO FX KA KP KR LR ME NE NT PQ PR PV QR QT RS RT SC SR ST SW UM ' +
		'VQ WH'
	).split(' '),
);

const BY_CODE = new Map(COUNTS.flatMap(([per, codes]) => codes.split(' ').map((code) => [code, per] as const)));

/**
 * How many units of the quantity the price of a line is for: 100 for a price per hundred (HP), 1 where the basis only says
 * what kind of price it is. Beside a unit that is a number of pieces only its own number is clear: with a quantity in
 * dozens, partners mean one piece as well as one dozen by "per each".
 *
 * @param line with `priceBasis` (element 639) and `unit` of the quantity: a code of element 355, one of its usual
 * names, or a name of the user's
 * @param units the user's names of units, by their codes
 * @returns undefined where it cannot be known: a price per pound of what is counted in pieces, a price per month, a
 * price per each of what is counted in dozens, a code that is not in the list
 */
export function unitsPerPrice({ priceBasis, unit }: Form, units: CodeTable = {}): number | undefined {
	const code = text(priceBasis).toUpperCase();
	if (code === '') return 1;
	const own = unitCodeOf(text(unit), units);
	const count = BY_CODE.get(code);
	if (count !== undefined) {
		const pieces = Object.hasOwn(PIECES, own) ? PIECES[own] : undefined;
		if (pieces === undefined) return count;
		return pieces === count ? 1 : undefined;
	}
	if (!Object.hasOwn(MEASURES, code)) return KINDS.has(code) ? 1 : undefined;
	const [per, measure] = MEASURES[code];
	return own === measure ? per : undefined;
}

/** Whether the amount of a line follows from its price: nothing is nothing, per whatever. The same parameters. */
export function isExtendable(line: Form, units: CodeTable = {}): boolean {
	return /^[-+]?[0.]*$/.test(text(line.price)) || unitsPerPrice(line, units) !== undefined;
}

const text = (value: unknown): string =>
	typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
