import { ENTITIES } from '../../../clients/oms/entities';
import { withoutQuantity } from '../documents/doubts';
import type { Documents } from '../documents/output';
import type { Document } from '../../../kit/xml/document';
import { documentInput, linesInput } from '../fields/document';
import { linesOf, type LineSource } from '../fields/lineSource';
import { attribute, steering } from '../../../kit/n8n/fields/field';
import { conditions, sort } from '../fields/filters';
import { shipmentIdentity } from '../fields/identity';
import { output, returnAll, writeOutput } from '../fields/output';
import { shipmentEverything, shipmentSummary, shipmentWithLines } from '../documents/shapes/shipment';
import { getOptions, listOptions, unknownCustomFields, writeOptions } from '../fields/options';
import {
	moreOfConfirmation,
	newShipment,
	notShipped,
	shipmentChanges,
	shipmentContent,
	shipmentFilters,
} from '../fields/shipment';
import { confirmedLines, newContainers, newShipmentLines } from '../fields/shipmentLines';
import { levels } from './levels';
import { inScope } from '../documents/naming';
import type { Operation, Resource, RunContext } from '../operation';

const SHIPMENTS: Documents = {
	entity: ENTITIES.shipment,
	levels: { summary: shipmentSummary, details: shipmentWithLines, everything: shipmentEverything },
};

const LEVELS = levels('The summary, lines, containers and address');

const TEMPLATE = {
	example: '{"ShipmentNo": "", "Status": "", "TrackingNo": ""}',
	storedExample: 'def_getShipmentList_01',
};
const written = () => writeOutput(LEVELS, TEMPLATE.example);

const LINES: LineSource = { field: newShipmentLines('create') };
const LINES_OF_EITHER: LineSource = { field: newShipmentLines('upsert') };
const CONFIRMED: LineSource = { field: confirmedLines() };
const WORDS = { same: 'the same shipment number', document: 'shipment' };

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
		warning: 'The whole shipment will be cancelled.',
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
			notShipped(),
			moreOfConfirmation(),
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
		doubt: withoutQuantity,
		expectsLines: ['ShipmentLines.ShipmentLine', 'OrderReleases.OrderRelease', 'Containers.Container'],
		inputRoot: 'Shipment',
		fields: [
			...newShipment(),
			...documentInput(
				EXAMPLE,
				[
					...shipmentContent('create'),
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
			...newShipment(),
			...documentInput(EXAMPLE, shipmentContent('upsert'), linesOf(LINES_OF_EITHER, WORDS)),
			writeOptions({ output: written(), more: [unknownCustomFields] }),
		],
		lines: LINES_OF_EITHER,
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
		warning: 'The shipment will be removed from Sterling permanently.',
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
			shipmentFilters(),
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
			...documentInput('e.g. {"TrackingNo": "1Z999"}', shipmentChanges()),
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
