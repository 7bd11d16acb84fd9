import type { Json, PlainSterling } from './plainSterling';

/** Something in Sterling that a step is about, and how it is read back in one line. */
export interface Subject {
	/** How the table names it. */
	name: string;
	/** What Sterling holds of it now. */
	read: (sterling: PlainSterling) => Promise<string>;
}

/** What a subject reads like that does not exist. */
const NOTHING = 'not there';

const ENTERPRISE = 'AURORA';

/** An order of the demo's enterprise: its status, lines, total and the customer's own number. */
export function order(number: string, documentType = '0001'): Subject {
	return {
		name: number,
		async read(sterling) {
			const key = await keyOf(number, documentType, sterling);
			if (!key) return NOTHING;
			const details = await sterling.invoke('getOrderDetails', { OrderHeaderKey: key });
			const lines = rows(details.OrderLines as Json, 'OrderLine').map(({ Item, OrderedQty }) => ({
				itemId: (Item as Json).ItemID,
				quantity: OrderedQty,
			}));
			const { TotalAmount, Currency } = details.PriceInfo as Json;
			return sayOrder({ ...details, TotalAmount, Currency }, lines);
		},
	};
}

/** A return, which is an order of its own document type. */
export const returnOrder = (number: string): Subject => order(number, '0003');

/** The releases of an order: number, the node it went to, status. */
export function releases(orderNumber: string): Subject {
	return ofOrder(
		orderNumber,
		'getOrderReleaseList',
		'OrderRelease',
		({ ReleaseNo, ShipNode, Status }) => `release ${ReleaseNo} to ${ShipNode}, ${Status}`,
	);
}

/** The shipments of an order: number, node, carrier and tracking number, status code. */
export function shipments(orderNumber: string): Subject {
	return ofOrder(orderNumber, 'getShipmentList', 'Shipment', (shipment) => {
		const { ShipmentNo, ShipNode, SCAC, TrackingNo, Status } = shipment;
		return `shipment ${ShipmentNo} from ${ShipNode} by ${SCAC} ${TrackingNo}, status ${Status}`;
	});
}

/** The invoices of an order: type and amount. */
export const invoices = (orderNumber: string): Subject =>
	ofOrder(orderNumber, 'getOrderInvoiceList', 'OrderInvoice', sayInvoice);

/** On-hand stock of an item at a node. */
export function stock(itemId: string, shipNode: string): Subject {
	return {
		name: itemId,
		async read(sterling) {
			const item = { ItemID: itemId, UnitOfMeasure: 'EACH', OrganizationCode: ENTERPRISE };
			const asked = { ...item, ShipNode: shipNode, SupplyType: 'ONHAND' };
			const { Supplies } = await sterling.invoke('getInventorySupply', asked);
			const [supply] = rows(Supplies as Json, 'InventorySupply');
			return supply ? saySupply(supply) : NOTHING;
		},
	};
}

/** A stock in the same words after `change` more pieces. */
export const stockAfter =
	(change: number) =>
	(before: string): string =>
		before.replace(/^\d+/, (quantity) => String(Number(quantity) + change));

/** An order in the same words, from an item that the node put out (Output: With Lines). */
export function sayItem(item: Json): string {
	const lines = rows(item, 'OrderLines').map(({ ItemID, OrderedQty }) => ({
		itemId: ItemID,
		quantity: OrderedQty,
	}));
	return sayOrder(item, lines);
}

/** A supply, as Sterling returns it and as the node puts it out. */
export function saySupply({ Quantity, ShipNode }: Json): string {
	return `${Quantity} on hand at ${ShipNode}`;
}

/** An invoice, as Sterling returns it and as the node puts it out. */
export function sayInvoice({ InvoiceType, TotalAmount }: Json): string {
	return `invoice of type ${InvoiceType} over ${TotalAmount}`;
}

function sayOrder(header: Json, lines: Array<{ itemId: unknown; quantity: unknown }>): string {
	const content = lines.map(({ itemId, quantity }) => `${quantity} ${itemId}`).join(' + ');
	const purchase = header.CustomerPONo ? `, ${header.CustomerPONo}` : '';
	return `${header.Status}, ${content}, ${header.TotalAmount} ${header.Currency}${purchase}`;
}

function ofOrder(orderNumber: string, api: string, list: string, say: (row: Json) => string): Subject {
	return {
		name: orderNumber,
		async read(sterling) {
			const key = await keyOf(orderNumber, '0001', sterling);
			const found = key ? rows(await sterling.invoke(api, { OrderHeaderKey: key }), list) : [];
			return found.length === 0 ? NOTHING : found.map(say).join('; ');
		},
	};
}

async function keyOf(orderNumber: string, documentType: string, sterling: PlainSterling): Promise<unknown> {
	const named = { OrderNo: orderNumber, EnterpriseCode: ENTERPRISE, DocumentType: documentType };
	const [found] = rows(await sterling.invoke('getOrderList', named), 'Order');
	return found?.OrderHeaderKey;
}

function rows(document: Json | undefined, list: string): Json[] {
	return [document?.[list] ?? []].flat() as Json[];
}
