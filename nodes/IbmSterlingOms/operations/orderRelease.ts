import { has } from '../../../kit/n8n/beforeRun';
import { ENTITIES } from '../../../clients/oms/entities';
import type { Documents } from '../documents/output';
import { asArray, isElement, type Document, type Value } from '../../../kit/xml/document';
import { getPath } from '../../../kit/xml/path';
import { additionalFields, documentInput } from '../fields/document';
import { attribute, attributeOf, meaning } from '../../../kit/n8n/fields/field';
import { repeat } from '../../../kit/n8n/fields/repeat';
import { conditions, filters, modified, sort } from '../fields/filters';
import { releaseIdentity } from '../fields/identity';
import { carrier, documentType, enterprise, item, order, orderLine, shipNode, status } from '../fields/locators';
import { output, returnAll, writeOutput } from '../fields/output';
import { releaseEverything, releaseSummary, releaseWithLines } from '../documents/shapes/release';
import { getOptions, listOptions, unknownCustomFields, writeOptions } from '../fields/options';
import { override, reason } from '../fields/order';
import { carrierServiceCode } from '../fields/codes';
import { isAdded, quantity } from '../fields/quantity';
import { STATUS_CODE } from '../fields/statusCode';
import { levels } from './levels';
import { inScope } from '../documents/naming';
import type { Operation, Resource } from '../operation';

const RELEASES: Documents = {
	entity: ENTITIES.orderRelease,
	levels: { summary: releaseSummary, details: releaseWithLines, everything: releaseEverything },
};

const LEVELS = levels('The summary, lines and address');

const TEMPLATE = {
	example: '{"ReleaseNo": "", "ShipNode": "", "Order": {"OrderNo": ""}}',
	storedExample: 'def_getOrderReleaseList_01',
};

const ACTIONS = [
	{ name: 'Backorder', value: 'BACKORDER', description: 'Return the quantity to the order, to be scheduled again' },
	{ name: 'Cancel', value: 'CANCEL', description: 'Cancel the quantity on the order as well' },
	{ name: 'Change', value: 'MODIFY', description: 'Change what is filled in and keep the rest' },
];

const operations: Operation[] = [
	{
		type: 'get',
		value: 'get',
		name: 'Get',
		action: 'Get an order release',
		description: 'Read one order release',
		api: RELEASES.entity.listApi,
		kind: 'read',
		identity: releaseIdentity(),
		fields: [...output(LEVELS, TEMPLATE), getOptions({ status: true })],
		// As a filter the order's number of a release is SalesOrderNo (factory API description).
		build: ({ OrderNo, ...release }): Document => (OrderNo ? { SalesOrderNo: OrderNo, ...release } : release),
		result: RELEASES,
	},
	{
		type: 'getMany',
		value: 'getMany',
		name: 'Get Many',
		action: 'Get many order releases',
		description: 'Read the order releases that match filters',
		api: RELEASES.entity.listApi,
		kind: 'read',
		fields: [
			...returnAll(),
			filters('releases', [
				attributeOf(documentType(), 'DocumentType'),
				attributeOf(enterprise(), 'EnterpriseCode'),
				...modified('release'),
				attributeOf(order('Only releases of this order'), 'OrderHeaderKey'),
				attribute('Order Number', 'salesOrderNo', 'SalesOrderNo', {
					placeholder: 'e.g. WEB-1001',
					description: 'Only releases of the order with this number',
				}),
				attributeOf(shipNode('Only releases that this node ships'), 'ShipNode'),
				attributeOf(status('Status', 'status', 'Only releases in this status', '3200'), 'Status', STATUS_CODE),
			]),
			conditions('SCAC'),
			sort('OrderReleaseKey'),
			...output(LEVELS, TEMPLATE),
			listOptions({ status: true }),
		],
		build: inScope,
		result: RELEASES,
	},
	{
		type: 'write',
		value: 'update',
		name: 'Update',
		action: 'Update an order release',
		description: 'Change, cancel or backorder an order release or some of its lines',
		warning: [
			{
				message: 'The whole release will be cancelled, and its quantity on the order as well.',
				when: has('releaseAction', 'CANCEL'),
			},
			{
				message: 'The whole release will be backordered: its quantity goes back to the order.',
				when: has('releaseAction', 'BACKORDER'),
			},
		],
		api: 'changeRelease',
		kind: 'write',
		afterLoss: 'holds',
		changesLines: 'orAdds',
		build: withAddedQuantities,
		inputRoot: 'OrderRelease',
		result: RELEASES,
		identity: releaseIdentity(),
		fields: [
			...documentInput('e.g. {"SCAC": "UPSN"}', [
				attribute('Action', 'releaseAction', 'Action', {
					type: 'options',
					default: 'MODIFY',
					options: ACTIONS,
					description: 'What to do with the release as a whole. Lines have an action of their own.',
				}),
				repeat(
					'Lines',
					'lines',
					'OrderLines.OrderLine',
					{
						entry: 'Line',
						key: 'line',
						description: 'Lines of the release to cancel, backorder, change or add',
					},
					[
						attribute('Action', 'lineAction', 'Action', {
							type: 'options',
							default: 'CANCEL',
							options: [{ name: 'Add', value: 'CREATE', description: 'Add the line to the release' }, ...ACTIONS],
							description: 'What to do with the line',
						}),
						attributeOf(
							orderLine(
								'Line of the release: pick it, or type its key. Not needed if its number is given.',
								'searchReleaseLines',
							),
							'OrderLineKey',
						),
						attribute('Line Number', 'primeLineNo', 'PrimeLineNo', {
							placeholder: 'e.g. 1',
							description: 'Number of the line in the order. Not needed when its key is given.',
						}),
						attributeOf(
							item('Item of the line, if the release has only one line with it', { displayName: 'Item ID' }),
							'Item.ItemID',
						),
						attribute('Sub Line Number', 'subLineNo', 'SubLineNo', {
							placeholder: 'e.g. 1',
							description: 'Second part of the line number, usually 1',
						}),
						meaning(
							'all of the line would be cancelled or backordered',
							quantity('Quantity', 'statusQuantity', 'StatusQuantity', {
								placeholder: 'e.g. 2',
								description: 'Quantity to cancel, backorder or add. Leave empty to cancel or backorder all of it.',
							}),
						),
						attributeOf(
							status('From Status', 'fromStatus', 'Current status of the quantity', '3200'),
							'FromStatus',
							STATUS_CODE,
						),
						attributeOf(status('To Status', 'toStatus', 'New status of the quantity', '9000'), 'ToStatus', STATUS_CODE),
					],
				),
				...additionalFields(
					'update',
					[
						attributeOf(carrier(), 'SCAC'),
						carrierServiceCode(),
						attribute('Requested Delivery Date', 'reqDeliveryDate', 'ReqDeliveryDate', {
							type: 'dateTime',
							placeholder: 'e.g. 2026-12-24',
							description: 'When the customer wants the goods',
						}),
						attribute('Requested Ship Date', 'reqShipDate', 'ReqShipDate', {
							type: 'dateTime',
							placeholder: 'e.g. 2026-12-20',
							description: 'When the goods should leave',
						}),
						override(),
					],
					{ attributes: '{"PackListType": "GIFT"}', clear: 'CarrierServiceCode' },
				),
			]),
			...reason(),
			writeOptions({ output: writeOutput(LEVELS, TEMPLATE.example), more: [unknownCustomFields] }),
		],
	},
];

/**
 * A line that is added says its quantity as what is ordered, and the others as what changes its status (factory API
 * description).
 */
function withAddedQuantities(release: Document): Document {
	const lines = asArray<Value>(getPath(release, 'OrderLines.OrderLine')).filter(isElement);
	if (!lines.some(isAdded)) return release;
	const OrderLine = lines.map(({ StatusQuantity, ...line }) => {
		if (StatusQuantity === undefined) return line;
		return isAdded(line) ? { OrderedQty: StatusQuantity, ...line } : { ...line, StatusQuantity };
	});
	return { ...release, OrderLines: { ...(release.OrderLines as Document), OrderLine } };
}

export const orderRelease: Resource = { value: 'orderRelease', name: 'Order Release', operations };
