const orderStatuses = [
	'1000|Draft Order Created',
	'1100|Created',
	'1140|Reserved Awaiting Acceptance',
	'1200|Reserved',
	'1230|Being Negotiated',
	'1260|Accepted',
	'1300|Backordered',
	'1310|Unscheduled',
	'1400|Backordered From Node',
	'1500|Scheduled',
	'1600|Awaiting Chained Order Creation',
	'2100|Chained Order Created',
	'3200|Released',
	'3200.10|Pick Confirmed',
	'3300|Sent To Node',
	'3350|Included In Shipment',
	'3700|Shipped',
	'3700.01|Return Created',
	'3700.02|Return Received',
	'3700.7777|Order Delivered',
	'3900|Received',
	'3950|Receipt Closed',
	'8000|Held',
	'8500|Shipment Delayed',
	'9000|Cancelled',
];

const shipmentStatuses = [
	'1100|Shipment Created',
	'1100.70|Sent To Node',
	'1100.70.06.10|Ready For Backroom Pick',
	'1100.70.06.20|Backroom Pick In Progress',
	'1100.70.06.30|Ready For Customer Pickup',
	'1200|Shipment Being Picked',
	'1300|Shipment Packed',
	'1400|Shipment Shipped',
	'1500|Shipment Delivered',
	'1600.002|Shipment Invoiced',
	'9000|Shipment Cancelled',
];

const returnStatuses = [
	'1000|Draft Order Created',
	'1100|Created',
	'1100.01|Authorized',
	'3200|Released',
	'3700|Shipped',
	'3900|Received',
	'3950|Receipt Closed',
	'3950.01|Invoiced',
	'9000|Cancelled',
];

const pipelines: Array<[string, string[]]> = [
	['ORDER_FULFILLMENT', orderStatuses],
	['ORDER_DELIVERY', shipmentStatuses],
	['RETURN_FULFILLMENT', returnStatuses],
	['TRANSFER_FULFILLMENT', orderStatuses],
	['PO_FULFILLMENT', orderStatuses],
	['QUOTE_FULFILLMENT', ['1000|Draft Quote', '1100|Quote Created', '9000|Quote Cancelled']],
	['RETURN_SHIPMENT', shipmentStatuses],
	['PO_SHIPMENT', shipmentStatuses],
	['RETURN_RECEIPT', ['1100|Receipt Started', '1200|Receipt In Progress', '1300|Received', '1500|Receipt Closed']],
];

/** Rows of the table Status: every status of every pipeline, as the values of its columns. */
export const statuses = pipelines.flatMap(([type, rows]) =>
	rows.map((row) => {
		const [status, text] = row.split('|');
		return `${type}-${status}|${status}|${text}|${text}|${type}|DEFAULT`;
	}),
);
