import type { CodeTable } from './codes';

/** The tables that differ from partner to partner. What a user gives goes before what is here. */
export interface Tables {
	/** Element 235, e.g. `VP` -> `vendorPart`. */
	itemIds: CodeTable;
	/** Element 374, e.g. `002` -> `deliveryRequested`. */
	dates: CodeTable;
	/** Element 355 -> the unit of the own system, e.g. `EA` -> `EACH`. */
	units: CodeTable;
}

/** Element 235: PO106 to PO124, IT106 to IT124, LIN02 to LIN30 and so on. */
export const ITEM_IDS: CodeTable = {
	BP: 'buyerPart',
	CB: 'buyerCatalog',
	EN: 'gtin13',
	IN: 'buyerItem',
	IT: 'buyerStyle',
	LT: 'lot',
	MG: 'manufacturerPart',
	PI: 'purchaserItem',
	PN: 'companyPart',
	SK: 'sku',
	UK: 'gtin14',
	UP: 'gtin12',
	VC: 'vendorCatalog',
	VN: 'vendorItem',
	VP: 'vendorPart',
	ZZ: 'mutuallyDefined',
};

/** Element 374: DTM01, SCH05, ACK04. */
export const DATES: CodeTable = {
	'001': 'cancelAfter',
	'002': 'deliveryRequested',
	'003': 'invoice',
	'004': 'purchaseOrder',
	'007': 'effective',
	'010': 'shipRequested',
	'011': 'shipped',
	'017': 'deliveryEstimated',
	'035': 'delivered',
	'037': 'shipNotBefore',
	'038': 'shipNoLater',
	'063': 'doNotDeliverAfter',
	'064': 'doNotDeliverBefore',
	'067': 'deliveryScheduled',
	'068': 'shipScheduled',
	'069': 'deliveryPromised',
	106: 'requiredBy',
	118: 'pickupRequested',
};

/**
 * Names that other systems have for units, for writing only: those of an ERP are free text, many shops use the codes of
 * UN/ECE recommendation 20. Compared in upper case.
 */
const UNIT_ALIASES: Readonly<Record<string, string>> = {
	BAG: 'BG',
	BOX: 'BX',
	C62: 'EA',
	CARTON: 'CT',
	CASE: 'CA',
	CASES: 'CA',
	DOZ: 'DZ',
	DOZEN: 'DZ',
	DRUM: 'DR',
	DZN: 'DZ',
	EACH: 'EA',
	FOOT: 'FT',
	FOT: 'FT',
	GAL: 'GA',
	GALLON: 'GA',
	GRAM: 'GR',
	GRM: 'GR',
	H87: 'PC',
	HOUR: 'HR',
	HUR: 'HR',
	INCH: 'IN',
	INH: 'IN',
	KGM: 'KG',
	KGS: 'KG',
	KIT: 'KT',
	LBR: 'LB',
	LBS: 'LB',
	LITER: 'LT',
	LITRE: 'LT',
	LTR: 'LT',
	METER: 'MR',
	METRE: 'MR',
	MLT: 'ML',
	MTK: 'SM',
	MTQ: 'CR',
	MTR: 'MR',
	PACK: 'PK',
	PAIR: 'PR',
	PALLET: 'PL',
	PCE: 'PC',
	PCS: 'PC',
	PIECE: 'PC',
	PIECES: 'PC',
	ROLL: 'RL',
	SET: 'ST',
	SHEET: 'SH',
	TNE: 'MP',
	UNIT: 'UN',
	UNITS: 'UN',
	YARD: 'YD',
	YRD: 'YD',
};

/** The code (element 355) of a unit: by the user's table, then by {@link UNIT_ALIASES}; what is in neither is its own code. */
export function unitCode(unit: string, own: CodeTable): string {
	const name = unit.trim().toUpperCase();
	return Object.keys(own).find((code) => own[code].toUpperCase() === name) ?? UNIT_ALIASES[name] ?? name;
}

/** What values are read and written by. */
export interface Notation extends Tables {
	/** Whether dates have six digits: up to version 003060. */
	hasShortDates: boolean;
}

/** The tables of a document: the user's rows first, then the built-in ones. */
export function tablesWith(own: Partial<Tables> = {}, version = '004010'): Notation {
	return {
		itemIds: withOwn(ITEM_IDS, own.itemIds),
		dates: withOwn(DATES, own.dates),
		units: own.units ?? {},
		hasShortDates: /^\d{6}/.test(version) && version < '003070',
	};
}

/** A name that the user gives to a code of his own is no longer that of another code. */
function withOwn(builtIn: CodeTable, own: CodeTable = {}): CodeTable {
	const taken = new Set(Object.values(own));
	const rest = Object.entries(builtIn).filter(([code, name]) => !(code in own) && !taken.has(name));
	return { ...Object.fromEntries(rest), ...own };
}
