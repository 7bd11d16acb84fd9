import { ENTITIES } from '../../../clients/oms/entities';
import type { Documents } from '../documents/output';
import type { Document } from '../../../kit/xml/document';
import { customFields } from '../fields/customFields';
import { changeInput } from '../fields/document';
import { attribute, attributeOf, collection, repeat } from '../../../kit/n8n/fields/field';
import { conditions, modified, sort } from '../fields/filters';
import { releaseIdentity } from '../fields/identity';
import { documentType, enterprise, shipNode } from '../fields/locators';
import { output, returnAll } from '../fields/output';
import { releaseEverything, releaseSummary, releaseWithLines } from '../documents/shapes/release';
import { delivery, getOptions, listOptions, unknownCustomFields, writeOptions } from '../fields/options';
import { override, reason } from '../fields/order';
import { STATUS_CODE } from '../fields/statusCode';
import { levels } from './levels';
import { inScope } from './shared';
import type { Operation, Resource } from './types';

const RELEASES: Documents = {
	entity: ENTITIES.orderRelease,
	levels: { summary: releaseSummary, details: releaseWithLines, everything: releaseEverything },
};

const LEVELS = levels('The summary, lines and address');

const ACTIONS = [
	{ name: 'Backorder', value: 'BACKORDER', description: 'Give the quantity back to the order, to be scheduled again' },
	{ name: 'Cancel', value: 'CANCEL', description: 'Cancel the quantity on the order as well' },
	{ name: 'Change', value: 'MODIFY' },
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
		fields: [...output(LEVELS), getOptions({ status: true })],
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
			collection('Filters', 'filters', 'Add Filter', [
				attributeOf(documentType(), 'DocumentType'),
				attributeOf(enterprise(), 'EnterpriseCode'),
				...modified(),
				attribute('Order Key', 'orderHeaderKey', 'OrderHeaderKey'),
				attribute('Order Number', 'salesOrderNo', 'SalesOrderNo'),
				attributeOf(shipNode('Node that the release was sent to'), 'ShipNode'),
				attribute(
					'Status',
					'status',
					'Status',
					{
						placeholder: 'e.g. 3200',
						description: 'Code of the order pipeline, where 3200 is released',
					},
					STATUS_CODE,
				),
			]),
			conditions('SCAC'),
			sort('OrderReleaseKey'),
			...output(LEVELS),
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
		api: 'changeRelease',
		kind: 'write',
		afterLoss: 'holds',
		changesLines: 'orAdds',
		inputRoot: 'OrderRelease',
		identity: releaseIdentity(),
		fields: [
			...changeInput('e.g. {"SCAC": "UPSN"}', [
				attribute('Action', 'releaseAction', 'Action', {
					type: 'options',
					default: 'MODIFY',
					options: ACTIONS,
					description: 'What to do with the release as a whole; lines carry their own action',
				}),
				repeat('Lines', 'lines', 'OrderLines.OrderLine', { entry: 'Line', key: 'line' }, [
					attribute('Action', 'lineAction', 'Action', {
						type: 'options',
						default: 'CANCEL',
						options: [{ name: 'Add', value: 'CREATE' }, ...ACTIONS],
					}),
					attribute('Order Line Key', 'orderLineKey', 'OrderLineKey', {
						description: 'Key of the line. Not needed when its numbers are given.',
					}),
					attribute('Line Number', 'primeLineNo', 'PrimeLineNo', { placeholder: 'e.g. 1' }),
					attribute('Sub Line Number', 'subLineNo', 'SubLineNo', { placeholder: 'e.g. 1' }),
					attribute('Quantity', 'statusQuantity', 'StatusQuantity', {
						placeholder: 'e.g. 2',
						description: 'Quantity to cancel or backorder; empty takes all of it',
					}),
					attribute('From Status', 'fromStatus', 'FromStatus', { placeholder: 'e.g. 3200' }, STATUS_CODE),
					attribute('To Status', 'toStatus', 'ToStatus', { placeholder: 'e.g. 9000' }, STATUS_CODE),
				]),
				collection('Additional Fields', 'additionalFields', 'Add Field', [
					attribute('Carrier (SCAC)', 'scac', 'SCAC'),
					attribute('Carrier Service Code', 'carrierServiceCode', 'CarrierServiceCode'),
					attribute('Requested Delivery Date', 'reqDeliveryDate', 'ReqDeliveryDate', { type: 'dateTime' }),
					attribute('Requested Ship Date', 'reqShipDate', 'ReqShipDate', { type: 'dateTime' }),
				]),
				...customFields('map'),
				override(),
			]),
			...reason(),
			...delivery(),
			writeOptions([unknownCustomFields]),
		],
	},
];

export const orderRelease: Resource = { value: 'orderRelease', name: 'Order Release', operations };
