import { inputRootOf, wrapPage, type Call, type PageOptions } from '../clients/oms';
import { ServiceError } from '../kit/errors';
import type { Document } from '../kit/xml/document';

/** APIs that are called through others; what they carry is checked as well. */
const CARRIERS = ['getPage', 'multiApi'];

/** APIs that describe the instance rather than its documents. */
const DESCRIPTIONS = [
	'getApiTemplateList',
	'getAttributeList',
	'getEntityAttributeList',
	'getEntityCustomAttributeList',
];

/** A key or name that no record has, for APIs that cannot be asked for just one row. */
const NONE = 'DOCTOR-NONE';
const ofOrder: Document = { OrderHeaderKey: NONE };
const unknownItem: Document = { ItemID: NONE, UnitOfMeasure: 'EACH' };
const promise: Document = {
	PromiseLines: { PromiseLine: [{ LineId: '1', ...unknownItem, RequiredQty: '1' }] },
};

/** Every API that the nodes read with, and the smallest thing that it can be asked. */
export const NODE_READS: Readonly<Record<string, Document>> = {
	findInventory: promise,
	findReceipt: { Shipment: { ...ofOrder } },
	getAdjustmentReasonList: {},
	getAvailableInventory: promise,
	getCarrierServiceList: {},
	getChargeCategoryList: {},
	getChargeNameList: {},
	getCommonCodeList: { CodeType: NONE },
	getCurrencyList: {},
	getCustomerList: {},
	getDocumentTypeList: {},
	getFlowList: {},
	getFreightTermsList: {},
	getHoldTypeList: {},
	getInventorySupply: unknownItem,
	getInventorySupplyTypeList: {},
	getItemList: {},
	getItemUOMMasterList: {},
	getOrderAuditList: ofOrder,
	getOrderInvoiceList: {},
	getOrderLineList: {},
	getOrderLineTypeList: {},
	getOrderList: {},
	getOrderReleaseList: {},
	getOrganizationList: {},
	getPaymentTypeList: {},
	getReceiptLineList: { ReceiptHeaderKey: NONE },
	getScacAndServiceList: {},
	getScacList: {},
	getShipNodeList: {},
	getShipmentList: {},
	getShipmentListForOrder: ofOrder,
	getStatusList: {},
	getTransactionList: {},
	getUomList: {},
};

const READS = new Set([...Object.keys(NODE_READS), ...CARRIERS, ...DESCRIPTIONS]);

/** A read of one API with the root that its input has. */
export function readCall(api: string, input: Document, more: Partial<Call> = {}): Call {
	return { api, root: inputRootOf(api), input, ...more, kind: 'read' };
}

/** getPage called plainly and in JSON, so that its whole answer is seen; the client would hand out the list alone. */
export function pageCall(call: Call, options: PageOptions, more: Document = {}): Call {
	return readCall('getPage', { ...wrapPage(call, options), ...more }, { outputRoot: 'Page', dataFormat: 'json' });
}

/**
 * Refuses everything but the reads above, also inside of getPage and multiApi, before anything is sent. Throws
 * `configuration`.
 */
export function assertRead({ api, isService, input }: Call): void {
	const carried = CARRIERS.includes(api) ? [input.API].flat() : [];
	const names = carried.map((inner) => String((inner as Document).Name));
	for (const name of [api, ...names]) {
		if (!isService && READS.has(name)) continue;
		throw new ServiceError('configuration', `${name} is not one of the reads of this check.`, {
			effect: 'none',
		});
	}
}
