import { ENTITIES } from '../../../clients/oms/entities';
import type { Documents } from '../documents/output';
import type { Document } from '../../../kit/xml/document';
import { documentInput, linesInput } from '../fields/document';
import type { Use } from '../fields/use';
import { linesOf, type LineSource } from '../fields/lineSource';
import { attribute, attributeOf, collection, steering, type Field } from '../../../kit/n8n/fields/field';
import { conditions, modified, sort } from '../fields/filters';
import { shipmentIdentity } from '../fields/identity';
import { carrier, documentType, enterprise, shipmentStatus, shipNode } from '../fields/locators';
import { output, returnAll, writeOutput } from '../fields/output';
import { shipmentEverything, shipmentSummary, shipmentWithLines } from '../documents/shapes/shipment';
import { address } from '../fields/address';
import { newNumber } from '../fields/number';
import { getOptions, listOptions, unknownCustomFields, writeOptions } from '../fields/options';
import { notes } from '../fields/orderParts';
import {
	actualShipmentDate,
	carrierServiceCode,
	moreOfShipment,
	shipmentScope,
	trackingNumber,
} from '../fields/shipment';
import {
	changedContainers,
	changedShipmentLines,
	confirmedLines,
	newContainers,
	newShipmentLines,
} from '../fields/shipmentLines';
import { STATUS_CODE } from '../fields/statusCode';
import { levels } from './levels';
import { inScope } from './naming';
import type { Operation, Resource, RunContext } from './types';

const SHIPMENTS: Documents = {
	entity: ENTITIES.shipment,
	levels: { summary: shipmentSummary, details: shipmentWithLines, everything: shipmentEverything },
};

const LEVELS = levels('The summary, lines, containers and address');

const TEMPLATE = { example: '{"ShipmentNo": "", "Status": "", "TrackingNo": ""}' };
const written = () => writeOutput(LEVELS, TEMPLATE.example);

const LINES: LineSource = { field: newShipmentLines() };
const CONFIRMED: LineSource = { field: confirmedLines() };
const WORDS = { same: 'the same shipment number', document: 'shipment' };

const identifying = (): Field[] => [
	newNumber('Shipment', 'shipmentNo', 'ShipmentNo', 'S-1001'),
	attributeOf(shipNode('Node that the shipment leaves from'), 'ShipNode'),
];

const content = (use: Use): Field[] => [
	newContainers(),
	shipToAddress(),
	...moreOfShipment(use, [...shipmentScope(), notes()]),
];

const shipToAddress = () =>
	address('Ship To', 'shipTo', 'ToAddress', 'Address that the shipment goes to. Leave empty to use that of the order.');

const EXAMPLE =
	'e.g. {"ShipmentLines": {"ShipmentLine": [{"OrderReleaseKey": "2026…", "OrderLineKey": "2026…", "Quantity": "1"}]}}';

/** Seller, enterprise and document type are the credential's where the user names none. */
function withScope(shipment: Document, context: RunContext): Document {
	const { enterpriseCode } = context.defaults;
	return inScope(enterpriseCode ? { SellerOrganizationCode: enterpriseCode, ...shipment } : shipment, context);
}

/** When shipments left. */
const shippedBetween = (): Field[] => [
	attribute('Shipped From', 'fromActualShipmentDate', 'FromActualShipmentDate', {
		type: 'dateTime',
		placeholder: 'e.g. 2026-12-01',
		description: 'Only shipments that left at this time or later',
	}),
	attribute('Shipped To', 'toActualShipmentDate', 'ToActualShipmentDate', {
		type: 'dateTime',
		placeholder: 'e.g. 2026-12-31',
		description: 'Only shipments that left at this time or earlier. A day counts as a whole.',
	}),
];

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
				description: 'Whether to backorder the quantity, so that Sterling finds other stock for the order',
			}),
			writeOptions({ output: written() }),
		],
		result: SHIPMENTS,
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
			...linesInput(linesOf(CONFIRMED, { same: 'the same shipment', document: 'confirmation' })),
			attribute('Not Shipped', 'notShipped', 'NotShipped', {
				type: 'options',
				default: 'keep',
				options: [
					{ name: 'Backorder It', value: 'backorder', description: 'Sterling finds other stock for it' },
					{ name: 'Cancel It', value: 'cancel', description: 'It is cancelled on the order' },
					{ name: 'Leave It to Sterling', value: 'keep', description: 'The rules of your Sterling decide' },
				],
				description: 'What happens to the quantity of the shipment that was not shipped',
			}),
			collection(
				'Additional Fields',
				'additionalFields',
				'Add Field',
				[actualShipmentDate(), attributeOf(carrier(), 'SCAC'), carrierServiceCode(), trackingNumber()],
				'Carrier, tracking number and date',
			),
			newContainers(),
			writeOptions({ output: written() }),
		],
		lines: CONFIRMED,
		result: SHIPMENTS,
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
			...documentInput(
				EXAMPLE,
				[
					...content('create'),
					attribute('Confirm Immediately', 'confirmShip', 'ConfirmShip', {
						type: 'boolean',
						description: 'Whether the shipment has left already, so that it is confirmed in the same step',
					}),
				],
				linesOf(LINES, WORDS),
			),
			writeOptions({ output: written(), more: [unknownCustomFields] }),
		],
		lines: LINES,
		result: SHIPMENTS,
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
			...documentInput(EXAMPLE, content('upsert'), linesOf(LINES, WORDS)),
			writeOptions({ output: written(), more: [unknownCustomFields] }),
		],
		lines: LINES,
		result: SHIPMENTS,
		build: withScope,
		names: SHIPMENTS.entity.natural,
	},
	{
		type: 'write',
		value: 'delete',
		name: 'Delete',
		action: 'Delete a shipment',
		description: 'Remove an empty shipment permanently. Cancel is usually what you want.',
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
		fields: [...output(LEVELS, TEMPLATE), getOptions({ status: true })],
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
			collection(
				'Filters',
				'filters',
				'Add Filter',
				[
					attributeOf(carrier(), 'SCAC'),
					attribute('Closed', 'shipmentClosedFlag', 'ShipmentClosedFlag', {
						type: 'boolean',
						description: 'Whether to return closed shipments instead of open ones',
					}),
					attributeOf(documentType(), 'DocumentType'),
					attributeOf(enterprise(), 'EnterpriseCode'),
					...modified('shipment'),
					attribute('Order Number', 'orderNo', 'OrderNo', {
						placeholder: 'e.g. WEB-1001',
						description: 'Only shipments of the order with this number',
					}),
					...shippedBetween(),
					attributeOf(shipNode('Only shipments that leave from this node'), 'ShipNode'),
					attribute('Shipment Number', 'shipmentNo', 'ShipmentNo', {
						placeholder: 'e.g. S-1001',
						description: 'Only shipments with this number',
					}),
					attributeOf(shipmentStatus('Status', 'status', 'Only shipments in this status'), 'Status', STATUS_CODE),
					attribute('Tracking Number', 'trackingNo', 'TrackingNo', {
						placeholder: 'e.g. 1Z999',
						description: 'Only shipments with this tracking number',
					}),
				],
				'Only shipments that match all of these',
			),
			conditions('ToAddress.City'),
			sort('ShipDate'),
			...output(LEVELS, TEMPLATE),
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
			...documentInput('e.g. {"TrackingNo": "1Z999"}', [
				changedShipmentLines(),
				changedContainers(),
				shipToAddress(),
				...moreOfShipment('update', [
					notes(),
					attribute('Override Modification Rules', 'overrideModificationRules', 'OverrideModificationRules', {
						type: 'boolean',
						description:
							'Whether to change the shipment even where the modification rules forbid it, if the login may do so',
					}),
				]),
			]),
			writeOptions({ output: written(), more: [unknownCustomFields] }),
		],
		result: SHIPMENTS,
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
