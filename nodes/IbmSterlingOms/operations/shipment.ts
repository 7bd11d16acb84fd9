import { ENTITIES } from '../../../clients/oms/entities';
import type { Documents } from '../documents/output';
import type { Document } from '../../../kit/xml/document';
import { customFields } from '../fields/customFields';
import { changeInput, documentInput } from '../fields/document';
import { attribute, attributeOf, collection, steering, type Field } from '../../../kit/n8n/fields/field';
import { conditions, modified, sort } from '../fields/filters';
import { shipmentIdentity } from '../fields/identity';
import { carrier, documentType, enterprise, seller, shipNode } from '../fields/locators';
import { output, returnAll } from '../fields/output';
import { shipmentEverything, shipmentSummary, shipmentWithLines } from '../documents/shapes/shipment';
import { address } from '../fields/address';
import { newNumber } from '../fields/number';
import { delivery, getOptions, listOptions, unknownCustomFields, writeOptions } from '../fields/options';
import { notes } from '../fields/order';
import {
	changedContainers,
	changedShipmentLines,
	confirmedLines,
	newContainers,
	newShipmentLines,
	shipmentHeader,
} from '../fields/shipment';
import { STATUS_CODE } from '../fields/statusCode';
import { levels } from './levels';
import { inScope } from './shared';
import type { Operation, Resource, RunContext } from './types';

const SHIPMENTS: Documents = {
	entity: ENTITIES.shipment,
	levels: { summary: shipmentSummary, details: shipmentWithLines, everything: shipmentEverything },
};

const LEVELS = levels('The summary, lines, containers and address');

const identifying = (): Field[] => [
	newNumber('Shipment', 'shipmentNo', 'ShipmentNo', 'S-1001'),
	attributeOf(shipNode('Node that the shipment leaves from'), 'ShipNode'),
	attributeOf(seller(), 'SellerOrganizationCode'),
	attributeOf(enterprise(), 'EnterpriseCode'),
	attributeOf(documentType(), 'DocumentType'),
];

const content = (mode: 'add' | 'map'): Field[] => [
	newShipmentLines(),
	newContainers(),
	address('Ship To', 'shipTo', 'ToAddress'),
	notes(),
	shipmentHeader(),
	...customFields(mode),
];

const EXAMPLE =
	'e.g. {"ShipmentLines": {"ShipmentLine": [{"OrderReleaseKey": "2026…", "OrderLineKey": "2026…", "Quantity": "1"}]}}';

/** Seller, enterprise and document type are the credential's where the user names none. */
function withScope(shipment: Document, context: RunContext): Document {
	const { enterpriseCode } = context.defaults;
	return inScope(enterpriseCode ? { SellerOrganizationCode: enterpriseCode, ...shipment } : shipment, context);
}

const withAction =
	(Action: string) =>
	(shipment: Document): Document => ({ Action, ...shipment });

const operations: Operation[] = [
	{
		type: 'write',
		value: 'cancel',
		name: 'Cancel',
		action: 'Cancel a shipment',
		description: 'Cancel a shipment; it stays in Sterling',
		api: 'changeShipment',
		kind: 'write',
		afterLoss: 'cancelled',
		inputRoot: 'Shipment',
		identity: shipmentIdentity(),
		fields: [
			attribute('Backorder the Quantity', 'backOrderRemovedQuantity', 'BackOrderRemovedQuantity', {
				type: 'boolean',
				description: 'Whether to backorder the quantity, so that the order still expects it',
			}),
			...delivery(),
			writeOptions(),
		],
		build: withAction('Cancel'),
	},
	{
		type: 'write',
		value: 'confirm',
		name: 'Confirm',
		action: 'Confirm a shipment',
		description: 'Confirm that a shipment has left, and decide what happens to the quantity that was not shipped',
		api: 'confirmShipment',
		kind: 'write',
		afterLoss: 'uncertain',
		changesLines: true,
		inputRoot: 'Shipment',
		identity: shipmentIdentity(),
		fields: [
			confirmedLines(),
			attribute('Not Shipped', 'notShipped', 'NotShipped', {
				type: 'options',
				default: 'keep',
				options: [
					{ name: 'Backorder It', value: 'backorder' },
					{ name: 'Cancel It', value: 'cancel' },
					{ name: 'Leave It to Sterling', value: 'keep' },
				],
				description: 'What happens to the quantity of the shipment that was not shipped',
			}),
			collection('Additional Fields', 'additionalFields', 'Add Field', [
				attribute('Actual Shipment Date', 'actualShipmentDate', 'ActualShipmentDate', { type: 'dateTime' }),
				attributeOf(carrier(), 'SCAC'),
				attribute('Carrier Service Code', 'carrierServiceCode', 'CarrierServiceCode'),
				attribute('Tracking Number', 'trackingNo', 'TrackingNo'),
			]),
			newContainers(),
			...delivery(),
			writeOptions(),
		],
		build: decideNotShipped,
	},
	{
		type: 'write',
		value: 'create',
		name: 'Create',
		action: 'Create a shipment',
		description: 'Create a shipment of released order lines',
		api: 'createShipment',
		kind: 'write',
		afterLoss: 'made',
		expectsLines: 'ShipmentLines.ShipmentLine',
		inputRoot: 'Shipment',
		fields: [
			...identifying(),
			...documentInput(EXAMPLE, [
				...content('add'),
				attribute('Confirm at Once', 'confirmShip', 'ConfirmShip', {
					type: 'boolean',
					description: 'Whether the shipment has left already, so that it is confirmed in the same step',
				}),
			]),
			...delivery(),
			writeOptions([unknownCustomFields]),
		],
		build: withScope,
		names: SHIPMENTS.entity.natural,
		lookUp: SHIPMENTS.entity,
	},
	{
		type: 'write',
		value: 'upsert',
		name: 'Create or Update',
		action: 'Create or update a shipment',
		description: 'Create a new record, or update the current one if it already exists (upsert)',
		api: 'changeShipment',
		kind: 'write',
		afterLoss: 'holds',
		entity: SHIPMENTS.entity,
		inputRoot: 'Shipment',
		fields: [
			...identifying(),
			...documentInput(EXAMPLE, content('map')),
			...delivery(),
			writeOptions([unknownCustomFields]),
		],
		build: withScope,
		names: SHIPMENTS.entity.natural,
	},
	{
		type: 'write',
		value: 'delete',
		name: 'Delete',
		action: 'Delete a shipment',
		description: 'Remove an empty shipment for good; Cancel is what most people mean',
		api: 'changeShipment',
		kind: 'write',
		afterLoss: 'gone',
		inputRoot: 'Shipment',
		identity: shipmentIdentity(),
		fields: [
			steering({
				displayName:
					'Sterling deletes only shipments without lines and containers. <b>Cancel</b> works for the others and keeps the record.',
				name: 'deleteNotice',
				type: 'notice',
				default: '',
			}),
			...delivery(),
			writeOptions(),
		],
		build: withAction('Delete'),
		done: { deleted: true },
	},
	{
		type: 'get',
		value: 'get',
		name: 'Get',
		action: 'Get a shipment',
		description: 'Read one shipment',
		api: SHIPMENTS.entity.listApi,
		kind: 'read',
		identity: shipmentIdentity(),
		fields: [...output(LEVELS), getOptions({ status: true })],
		result: SHIPMENTS,
	},
	{
		type: 'getMany',
		value: 'getMany',
		name: 'Get Many',
		action: 'Get many shipments',
		description: 'Read the shipments that match filters',
		api: SHIPMENTS.entity.listApi,
		kind: 'read',
		fields: [
			...returnAll(),
			collection('Filters', 'filters', 'Add Filter', [
				attributeOf(carrier(), 'SCAC'),
				attribute('Closed', 'shipmentClosedFlag', 'ShipmentClosedFlag', {
					type: 'boolean',
					description: 'Whether to return closed shipments instead of open ones',
				}),
				attributeOf(documentType(), 'DocumentType'),
				attributeOf(enterprise(), 'EnterpriseCode'),
				...modified(),
				attribute('Order Number', 'orderNo', 'OrderNo'),
				attributeOf(shipNode('Node that the shipments leave from'), 'ShipNode'),
				attribute('Shipment Number', 'shipmentNo', 'ShipmentNo'),
				attribute(
					'Status',
					'status',
					'Status',
					{
						placeholder: 'e.g. 1400',
						description: 'Code of the shipment pipeline, where 1400 is shipped',
					},
					STATUS_CODE,
				),
				attribute('Tracking Number', 'trackingNo', 'TrackingNo'),
			]),
			conditions('ToAddress.City'),
			sort('ShipDate'),
			...output(LEVELS),
			listOptions({ status: true }),
		],
		build: inScope,
		result: SHIPMENTS,
	},
	{
		type: 'write',
		value: 'update',
		name: 'Update',
		action: 'Update a shipment',
		description: 'Change a shipment: its header, lines and containers',
		api: 'changeShipment',
		kind: 'write',
		afterLoss: 'holds',
		changesLines: 'orAdds',
		inputRoot: 'Shipment',
		identity: shipmentIdentity(),
		fields: [
			...changeInput('e.g. {"TrackingNo": "1Z999"}', [
				changedShipmentLines(),
				changedContainers(),
				address('Ship To', 'shipTo', 'ToAddress'),
				notes(),
				shipmentHeader(),
				...customFields('map'),
				attribute('Override Modification Rules', 'overrideModificationRules', 'OverrideModificationRules', {
					type: 'boolean',
					description: 'Whether to lift the modification rules that the login may override',
				}),
			]),
			...delivery(),
			writeOptions([unknownCustomFields]),
		],
		build: withAction('Modify'),
	},
];

/** confirmShipment takes the decision as one of two flags (captured). */
function decideNotShipped({ NotShipped: _choice, ...shipment }: Document, { parameters }: RunContext): Document {
	const choice = parameters.choice('notShipped', 'keep');
	if (choice === 'cancel') return { ...shipment, CancelNonShippedQuantity: 'Y' };
	if (choice === 'backorder') return { ...shipment, BackOrderNonShippedQuantity: 'Y' };
	return shipment;
}

export const shipment: Resource = { value: 'shipment', name: 'Shipment', operations };
