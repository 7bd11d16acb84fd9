import type { Json, PlainSterling } from './plainSterling';

/** Something in Sterling that a step is about, and how it is read back in one line. */
export interface Subject {
	/** How the table names it. */
	name: string;
	/** What Sterling holds of it now. */
	read: (sterling: PlainSterling) => Promise<string>;
}

/** What a subject reads like that does not exist. */
export const NOTHING = 'not there';

/** An order of the demo's enterprise: its status, lines, total and the customer's own number. */
export function order(number: string): Subject {
	return {
		name: number,
		async read(sterling) {
			const key = await keyOf(number, sterling);
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

/** The releases of an order: number, the node it went to, status. */
export function releases(orderNumber: string): Subject {
	return {
		name: orderNumber,
		async read(sterling) {
			const key = await keyOf(orderNumber, sterling);
			const found = key ? rows(await sterling.invoke('getOrderReleaseList', { OrderHeaderKey: key }), 'OrderRelease') : [];
			if (found.length === 0) return NOTHING;
			return found.map(({ ReleaseNo, ShipNode, Status }) => `release ${ReleaseNo} to ${ShipNode}, ${Status}`).join('; ');
		},
	};
}

/** An order in the same words, from an item that the node put out (Output: With Lines). */
export function sayItem(item: Json): string {
	const lines = rows(item, 'OrderLines').map(({ ItemID, OrderedQty }) => ({ itemId: ItemID, quantity: OrderedQty }));
	return sayOrder(item, lines);
}

function sayOrder(header: Json, lines: Array<{ itemId: unknown; quantity: unknown }>): string {
	const content = lines.map(({ itemId, quantity }) => `${quantity} ${itemId}`).join(' + ');
	const purchase = header.CustomerPONo ? `, ${header.CustomerPONo}` : '';
	return `${header.Status}, ${content}, ${header.TotalAmount} ${header.Currency}${purchase}`;
}

async function keyOf(orderNumber: string, sterling: PlainSterling): Promise<unknown> {
	const named = { OrderNo: orderNumber, EnterpriseCode: 'AURORA', DocumentType: '0001' };
	const [found] = rows(await sterling.invoke('getOrderList', named), 'Order');
	return found?.OrderHeaderKey;
}

function rows(document: Json, list: string): Json[] {
	return (document[list] ?? []) as Json[];
}
