import type { Reader, Row } from '../store/entity';

/** Order statuses that the pipeline itself sets [captured: getStatusList of a real instance]. */
export const OrderStatuses = {
	draft: '1000',
	created: '1100',
	reserved: '1200',
	backordered: '1300',
	unscheduled: '1310',
	backorderedFromNode: '1400',
	scheduled: '1500',
	released: '3200',
	includedInShipment: '3350',
	shipped: '3700',
	cancelled: '9000',
} as const;

/** The pipeline that a document type runs through. */
export function processTypeOf(documentType: string): string {
	const types: Record<string, string> = {
		'0003': 'RETURN_FULFILLMENT',
		'0005': 'PO_FULFILLMENT',
		'0006': 'TRANSFER_FULFILLMENT',
		'0015': 'QUOTE_FULFILLMENT',
	};
	return types[documentType] ?? 'ORDER_FULFILLMENT';
}

/** The pipeline that a document type's shipments run through. */
export function shipmentProcessTypeOf(documentType: string): string {
	const types: Record<string, string> = { '0003': 'RETURN_SHIPMENT', '0005': 'PO_SHIPMENT' };
	return types[documentType] ?? 'ORDER_DELIVERY';
}

export function processTypeOfLine(reader: Reader, line: Row): string {
	return processTypeOf(reader.get('Order', line.OrderHeaderKey)?.DocumentType ?? '0001');
}

function description(reader: Reader, processType: string, status: string): string {
	for (let code = status; code !== ''; code = code.slice(0, Math.max(code.lastIndexOf('.'), 0))) {
		const row = reader.find('Status', { ProcessTypeKey: processType, Status: code });
		if (row) return row.Description;
	}
	return status;
}

/**
 * What an output shows for a range of statuses: the description, not the code; with different lowest and
 * highest
 * statuses "Partially" and the highest one's [captured: "Partially Return Completed" for 3700.0005 to
 * 3700.03].
 */
export function describeRange(
	reader: Reader,
	processType: string,
	lowest: string | undefined,
	highest: string | undefined,
): string {
	if (!highest) return '';
	const text = description(reader, processType, highest);
	return lowest === highest ? text : `Partially ${text}`;
}

/** Lowest and highest of some statuses; cancelled quantity counts only when there is no other. */
export function statusRange(statuses: Row[]): { lowest: string; highest: string } {
	const codes = statuses.map((row) => row.Status);
	const open = codes.filter((code) => code !== OrderStatuses.cancelled);
	const counted = (open.length > 0 ? open : codes).sort();
	return { lowest: counted[0] ?? '', highest: counted[counted.length - 1] ?? '' };
}

/** Quantity of the line that is neither shipped nor cancelled. */
export function openQuantity(reader: Reader, line: Row): number {
	return reader
		.where('OrderStatus', 'OrderLineKey', line.OrderLineKey)
		.filter((row) => row.Status < OrderStatuses.shipped)
		.reduce((sum, row) => sum + Number(row.StatusQty ?? 0), 0);
}
