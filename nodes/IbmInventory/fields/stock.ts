type StockKind = 'supplies' | 'demands';

/** Times that belong to the key of a record, by the names of the wire. */
export const TIMES: Record<StockKind, Array<[name: string, label: string, description: string]>> = {
	supplies: [
		[
			'eta',
			'Expected At',
			'When the supply arrives. A different time creates a second record, so set the old one to 0.',
		],
		['shipByDate', 'Ship By', 'Last day on which the supply can be shipped'],
	],
	demands: [
		['shipDate', 'Ship Date', 'When the demand is to be shipped. A different time creates a second record.'],
		['cancelDate', 'Cancel Date', 'When the demand is cancelled'],
		['minShipByDate', 'Minimum Ship By', 'Earliest ship-by date of a supply for this demand'],
	],
};

/** Members of the key that say where a record comes from. */
export const REFERENCES: Array<[name: string, label: string, example: string]> = [
	['reference', 'Reference', 'PO-1001'],
	['referenceType', 'Reference Type', 'PO'],
	['lineReference', 'Line Reference', '1'],
	['tagNumber', 'Tag Number', 'LOT-7'],
];
