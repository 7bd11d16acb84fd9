import { ENTITIES } from './entities';

/** APIs whose response is not named after them (captured, and IBM's API descriptions). */
const EXCEPTIONS: Record<string, string> = {
	login: 'Login',
	findInventory: 'Promise',
	getAvailableInventory: 'Promise',
	reserveAvailableInventory: 'Promise',
	cancelReservation: 'CancelReservation',
	getCompleteOrderDetails: 'Order',
	getOrderInvoiceDetails: 'InvoiceDetail',
	getOrganizationHierarchy: 'Organization',
	changeOrderStatus: 'OrderStatusChange',
};

/** Of the list APIs, by their names: the first entity that an API lists counts. */
const LISTS: ReadonlyMap<string, string> = new Map(
	Object.values(ENTITIES)
		.map(({ listApi, outputRoot }) => [listApi, outputRoot] as const)
		.reverse(),
);

/** What was derived, by API: each response asks several times. */
const derived = new Map<string, string>();
const MAX_DERIVED = 500;

/**
 * The root element of an API's output, derived from its name: getOrderList -> OrderList,
 * getShipmentListForOrder -> ShipmentList, getOrderDetails -> Order, createOrder -> Order. A rule of
 * thumb; calls may name it themselves.
 */
export function outputRootOf(api: string): string {
	const known = knownOutputRoot(api) ?? derived.get(api);
	if (known !== undefined) return known;
	const root = derive(api);
	if (derived.size >= MAX_DERIVED) derived.clear();
	derived.set(api, root);
	return root;
}

/** The root element of an API's output, where it is known and not derived from the name. */
export const knownOutputRoot = (api: string): string | undefined =>
	Object.hasOwn(EXCEPTIONS, api) ? EXCEPTIONS[api] : LISTS.get(api);

function derive(api: string): string {
	const noun = api.replace(/^[a-z]+(?=[A-Z])/, '');
	const list = /^(.*?List)(?:For[A-Z].*)?$/s.exec(noun);
	if (list) return list[1];
	const singular = noun.replace(/(?:Details|Hierarchy)$/, '');
	return singular.charAt(0).toUpperCase() + singular.slice(1);
}
