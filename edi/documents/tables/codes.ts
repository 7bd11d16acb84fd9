/**
 * Codes of X12 and the names that the business forms have for them. A code that is in no table stands for itself, in
 * both directions, so that no table has to be complete.
 */
export type CodeTable = Readonly<Record<string, string>>;

/** Element 353: BEG01, BCH01, BAK01, BCA01, BIG08, BSN01. */
export const PURPOSES: CodeTable = {
	'00': 'original',
	'01': 'cancellation',
	'04': 'change',
	'05': 'replace',
	'06': 'confirmation',
	'07': 'duplicate',
};

/** Element 92: BEG02, BCH02. */
export const ORDER_TYPES: CodeTable = {
	BK: 'blanket',
	CN: 'consigned',
	DS: 'dropShip',
	NE: 'new',
	OS: 'special',
	RL: 'release',
	RO: 'rush',
	SA: 'standAlone',
};

/** Element 670: POC02. */
export const LINE_CHANGES: CodeTable = {
	AI: 'add',
	CA: 'change',
	CT: 'changeDates',
	DI: 'delete',
	NC: 'noChange',
	PC: 'changePrice',
	PQ: 'changePriceAndQuantity',
	QD: 'decreaseQuantity',
	QI: 'increaseQuantity',
	RC: 'rejectChange',
	RE: 'replaceItem',
	RQ: 'rescheduleAndChangeQuantity',
	RS: 'reschedule',
	RZ: 'replaceAll',
};

/** Element 98: N101. */
export const PARTIES: CodeTable = {
	BS: 'billAndShipTo',
	BT: 'billTo',
	BY: 'buyer',
	CA: 'carrier',
	CN: 'consignee',
	II: 'invoiceIssuer',
	MF: 'manufacturer',
	PE: 'payee',
	RE: 'remittanceRecipient',
	RI: 'remitTo',
	SE: 'seller',
	SF: 'shipFrom',
	SH: 'shipper',
	ST: 'shipTo',
	SU: 'supplier',
	VN: 'vendor',
	WH: 'warehouse',
	Z7: 'markFor',
};

/** Element 66: N103. */
export const PARTY_ID_TYPES: CodeTable = {
	1: 'duns',
	9: 'dunsPlus4',
	91: 'assignedBySeller',
	92: 'assignedByBuyer',
	93: 'assignedByOriginator',
	UL: 'gln',
	ZZ: 'mutuallyDefined',
};

/** Element 128: REF01, N901. */
export const REFERENCES: CodeTable = {
	11: 'account',
	12: 'billingAccount',
	'2I': 'trackingNumber',
	BM: 'billOfLading',
	CN: 'carrierReference',
	CO: 'customerOrder',
	CR: 'customerReference',
	CT: 'contract',
	DP: 'department',
	IA: 'internalVendor',
	IT: 'internalCustomer',
	IV: 'invoice',
	MR: 'merchandiseType',
	PK: 'packingList',
	PO: 'purchaseOrder',
	SI: 'shipperReference',
	VN: 'vendorOrder',
	VR: 'vendorId',
	ZZ: 'mutuallyDefined',
};

/** Element 366: PER01. */
export const CONTACT_ROLES: CodeTable = {
	AR: 'accountsReceivable',
	BD: 'buyer',
	IC: 'information',
	OC: 'order',
	SR: 'salesRepresentative',
};

/** Element 365: PER03, PER05, PER07. */
export const CONTACT_NUMBERS: CodeTable = { CP: 'mobile', EM: 'email', FX: 'fax', TE: 'phone', UR: 'url' };

/** Element 146: FOB01. */
export const FREIGHT_PAYMENTS: CodeTable = {
	CC: 'collect',
	DF: 'definedByBuyerAndSeller',
	PC: 'prepaidAndCharged',
	PP: 'prepaid',
};

/** Element 248: SAC01. */
export const CHARGE_KINDS: CodeTable = { A: 'allowance', C: 'charge', N: 'none', P: 'promotion' };

/** Element 522: AMT01. */
export const AMOUNTS: CodeTable = { 1: 'lineItemTotal', TT: 'total' };

/** Element 88: MAN01. */
export const MARKS: CodeTable = { CA: 'shipperCase', CP: 'carrierPackage', R: 'originator', UP: 'upc', W: 'pallet' };

/** Element 91: TD504. */
export const TRANSPORT_MODES: CodeTable = {
	A: 'air',
	LT: 'lessThanTrailerLoad',
	M: 'motor',
	R: 'rail',
	S: 'ocean',
	U: 'parcel',
};

/** Element 735: HL03. The names are those of the lists in the form of a ship notice. */
export const HIERARCHY_LEVELS: CodeTable = {
	F: 'parts',
	I: 'items',
	O: 'orders',
	P: 'packs',
	Q: 'subpacks',
	S: 'shipments',
	T: 'tares',
};

/** Element 673: QTY01 of an inventory advice. */
export const QUANTITIES: CodeTable = {
	17: 'onHand',
	27: 'committed',
	29: 'projected',
	33: 'available',
	63: 'onOrder',
	74: 'damaged',
	BQ: 'backOrdered',
	IQ: 'inTransit',
	QH: 'onHold',
	XU: 'reserved',
};

/** Element 432: G6201 of warehouse documents. */
export const WAREHOUSE_DATES: CodeTable = {
	'01': 'cancelAfter',
	'02': 'deliveryRequested',
	10: 'shipRequested',
	11: 'shipped',
	17: 'deliveryEstimated',
	35: 'delivered',
	36: 'expiration',
	37: 'shipNotBefore',
	38: 'shipNoLater',
	40: 'purchaseOrder',
	53: 'doNotDeliverBefore',
	54: 'doNotDeliverAfter',
	70: 'deliveryScheduled',
};

/** Element 473: W0501, what a warehouse shipping order is for. */
export const WAREHOUSE_PURPOSES: CodeTable = {
	B: 'backOrder',
	C: 'confirmation',
	F: 'cancellation',
	N: 'original',
	R: 'change',
	S: 'futureDated',
	T: 'duplicate',
};
