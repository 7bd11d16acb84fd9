/** How records of SYSPRO and business forms of X12 are translated; every site and partner has its own. */
export interface EdiSettings {
	/** SYSPRO's unit by the X12 code (element 355). */
	units: Readonly<Record<string, string>>;
	/** SYSPRO's currency, often a symbol, by the ISO code. */
	currencies: Readonly<Record<string, string>>;
	/** ISO code of documents whose record names no currency: the company's own. */
	localCurrency?: string;
	/** Name of our own part number in the forms: `buyerPart` when we buy, `vendorPart` when we sell. */
	buyerPartName: string;
	vendorPartName: string;
	/** Whether codes lose the zeros that SYSPRO pads them with. */
	stripsZeros: boolean;
	/** `lines`: each line of an address is one. `parts`: line 3 is the city, 4 the state, 5 the country. */
	addresses: 'lines' | 'parts';
	/** What to do with a price per unit that is not the unit of the quantity and that X12 has no basis for. */
	otherPriceUnit: 'stop' | 'leaveOut';
	/** TXI01 of the tax of an invoice. */
	taxType: string;
	/** SAC02 of freight lines, and of other charges. */
	freightCode: string;
	chargeCode: string;
}

export const DEFAULT_EDI_SETTINGS: EdiSettings = {
	units: {},
	currencies: {},
	buyerPartName: 'buyerPart',
	vendorPartName: 'vendorPart',
	stripsZeros: false,
	addresses: 'lines',
	otherPriceUnit: 'stop',
	taxType: 'TX',
	freightCode: 'D240',
	chargeCode: 'F050',
};
