import { startHttp, type Answer, type Received } from './http';

/** One change of stock, as the shop gets it. */
export interface Change {
	item: string;
	unit: string;
	node: string;
	quantity: number;
	inStock: boolean;
	readAt: string;
}

/** The name and value of the header that the shop wants to see. */
export const SHOP_KEY = { name: 'X-Shop-Key', value: 'aurora-shop-key' };

/** A shop that takes changes of stock and keeps the newest of each item and node. */
export async function startStockShop() {
	/** What the shop believes: "item node" to quantity. */
	const believed = new Map<string, Change>();
	/** Requests that it responds with 500 before it takes anything again. */
	let refusals = 0;
	const answer = ({ headers, json }: Received): Answer => {
		if (headers[SHOP_KEY.name.toLowerCase()] !== SHOP_KEY.value) return { status: 401, body: 'who are you?' };
		if (refusals-- > 0) return { status: 500, body: 'the shop is closed' };
		for (const change of json<{ changes: Change[] }>().changes) believed.set(`${change.item} ${change.node}`, change);
		return { status: 202 };
	};
	const server = await startHttp(answer);
	return {
		...server,
		believed,
		refuse: (times: number) => {
			refusals = times;
		},
		/** The changes of all requests since the last call, taken or not, each request by itself. */
		taken: (): Change[][] => server.received.splice(0).map(({ json }) => json<{ changes: Change[] }>().changes),
	};
}
