import { ENTITIES } from './entities';

/** APIs whose input is not named after them (factory templates, captured requests). */
const EXCEPTIONS: Record<string, string> = {
	adjustInventory: 'Items',
	cancelReservation: 'CancelReservation',
	changeOrderStatus: 'OrderStatusChange',
	changeRelease: 'OrderRelease',
	closeReceipt: 'Receipt',
	confirmDraftOrder: 'ConfirmDraftOrder',
	createAsyncRequest: 'CreateAsyncRequest',
	findInventory: 'Promise',
	getATP: 'GetATP',
	getAvailableInventory: 'Promise',
	getDocumentTypeList: 'DocumentParams',
	getExceptionList: 'Inbox',
	getInventorySnapShot: 'GetInventorySnapShot',
	getOrderInvoiceDetails: 'GetOrderInvoiceDetails',
	getOrderLineStatusList: 'OrderLineStatus',
	getOrderReleaseDetails: 'OrderReleaseDetail',
	getPage: 'Page',
	getShipmentListForOrder: 'Order',
	manageItem: 'ItemList',
	modifyCategoryItem: 'ModifyCategoryItems',
	monitorItemAvailability: 'MonitorItemAvailability',
	multiApi: 'MultiApi',
	processOrderPayments: 'Order',
	receiveOrder: 'Receipt',
	releaseOrder: 'ReleaseOrder',
	reserveAvailableInventory: 'Promise',
	scheduleOrder: 'ScheduleOrder',
	triggerAgent: 'TriggerAgent',
};

/**
 * The root element of an API's input, derived from its name: getOrderList -> Order, createOrder ->
 * Order, createOrganizationHierarchy -> Organization. A rule of thumb that matters for XML only; calls
 * may name it.
 */
export function inputRootOf(api: string): string {
	if (Object.hasOwn(EXCEPTIONS, api)) return EXCEPTIONS[api];
	const listed = Object.values(ENTITIES).find(({ listApi }) => listApi === api);
	if (listed) return listed.inputRoot;
	const noun = api.replace(/^[a-z]+(?=[A-Z])/, '').replace(/^Complete(?=[A-Z])/, '');
	const bare = noun.replace(/(?:List(?:For[A-Z].*)?|Details|Hierarchy)$/s, '');
	return (bare || noun).charAt(0).toUpperCase() + (bare || noun).slice(1);
}
