/** Pipelines of the factory configuration by document type: orders, their releases and returns. */
export const ORDER_PROCESS_TYPES: Readonly<Record<string, string>> = {
	'0001': 'ORDER_FULFILLMENT',
	'0003': 'RETURN_FULFILLMENT',
	'0005': 'PO_FULFILLMENT',
	'0015': 'QUOTE_FULFILLMENT',
};

/** The same for shipments. */
export const SHIPMENT_PROCESS_TYPES: Readonly<Record<string, string>> = {
	'0001': 'ORDER_DELIVERY',
	'0003': 'RETURN_SHIPMENT',
	'0005': 'PO_SHIPMENT',
};
