import { alreadyExpired } from '../documents/doubts';
import { has } from '../../../kit/n8n/beforeRun';
import type { Document } from '../../../kit/xml/document';
import { documentInput } from '../fields/document';
import { attribute, attributeOf, meaning } from '../../../kit/n8n/fields/field';
import { linesOf, type LineSource } from '../fields/lineSource';
import { shipNode } from '../fields/locators';
import { simplify } from '../fields/output';
import { merge } from '../../../kit/n8n/merge';
import { defined } from '../../../kit/record';
import { address } from '../fields/address';
import { writeOptions } from '../fields/options';
import { promiseFields, promiseLines, rowForm } from '../fields/promise';
import { quantity } from '../fields/quantity';
import { adjustmentFields, adjustments, inventoryOwner, stockedItem, supplyType } from '../fields/stock';
import { adjustment } from '../run/writes/adjustment';
import { shortReservation } from '../run/writes/shortReservation';
import { availabilityRows, commonRows, fulfillmentRows, supplyRows } from '../run/reads/availability';
import { inOrganization } from '../documents/naming';
import type { Operation, Resource, RunContext } from '../operation';

const ADJUSTMENTS: LineSource = { field: adjustments(), together: 200 };
const ADJUSTMENT_WORDS = {
	label: 'Adjustments',
	one: 'adjustment',
	same: 'the same organization',
	document: 'request',
};

const PROMISE = 'e.g. {"PromiseLines": {"PromiseLine": [{"LineId": "1", "ItemID": "SKU-1", "RequiredQty": "1"}]}}';

const PROMISE_LINES = 'PromiseLines.PromiseLine';

/** Sterling distinguishes promise lines by LineId. */
function numbered(promise: Document, context: RunContext): Document {
	const lines = (promise.PromiseLines as Document | undefined)?.PromiseLine;
	const owned = inOrganization(promise, context);
	if (!Array.isArray(lines)) return owned;
	const PromiseLine = (lines as Document[]).map((line, i) => ({ LineId: String(i + 1), ...line }));
	return { ...owned, PromiseLines: { PromiseLine } };
}

/** The reservation's terms are in an element of their own (IBM's Adobe Commerce connector). */
function reservation(
	{ ReservationID, ExpirationDate, AllowPartialReservation, ...promise }: Document,
	context: RunContext,
): Document {
	const given = defined({ ReservationID, ExpirationDate, AllowPartialReservation });
	const terms = merge({ ReservationParameters: promise.ReservationParameters ?? {} }, { ReservationParameters: given });
	return { ...numbered(promise, context), ...terms };
}

const operations: Operation[] = [
	{
		type: 'write',
		value: 'adjust',
		name: 'Adjust Supply',
		action: 'Adjust the supply of an item',
		description: 'Increase, reduce or set the supply of an item at a node',
		warning: [
			{
				message: 'The quantity will replace the supply that Sterling has of the item at the node.',
				when: has('adjustmentType', 'ABSOLUTE'),
			},
		],
		api: 'adjustInventory',
		kind: 'write',
		afterLoss: 'uncertain',
		inputRoot: 'Items',
		fields: [
			...documentInput(
				'e.g. {"Item": [{"ItemID": "SKU-1", "ShipNode": "DC1", "Quantity": "5"}]}',
				[inventoryOwner()],
				linesOf(ADJUSTMENTS, ADJUSTMENT_WORDS, adjustmentFields()),
			),
			writeOptions(),
		],
		lines: ADJUSTMENTS,
		build: adjustment,
		names: ['ItemID', 'UnitOfMeasure', 'ShipNode', 'OrganizationCode'],
	},
	{
		type: 'write',
		value: 'cancelReservation',
		name: 'Cancel Reservation',
		action: 'Cancel a reservation',
		description: 'Make reserved stock available again',
		warning: [
			{
				message: 'Without a Quantity, the whole reservation of the item will be cancelled.',
				when: '!$parameter["quantity"]',
			},
		],
		api: 'cancelReservation',
		kind: 'write',
		afterLoss: 'uncertain',
		inputRoot: 'CancelReservation',
		fields: [
			attribute('Reservation ID', 'reservationId', 'ReservationID', {
				required: true,
				placeholder: 'e.g. cart-77',
				description: 'Name under which the stock was reserved',
			}),
			...stockedItem(),
			meaning(
				'the reservation would be cancelled at all nodes',
				attributeOf(shipNode('Node that the stock was reserved at'), 'ShipNode'),
			),
			meaning(
				'the whole reservation of the item would be cancelled',
				quantity('Quantity', 'quantity', 'QtyToBeCancelled', {
					placeholder: 'e.g. 1',
					description: 'Quantity that becomes available again. Leave empty for all of it.',
				}),
			),
			inventoryOwner(),
			writeOptions(),
		],
		build: inOrganization,
		names: ['ReservationID'],
	},
	{
		type: 'query',
		value: 'checkAvailability',
		name: 'Check Availability',
		action: 'Check the availability of items',
		description: 'Read how much of each item is available, in total and at each node',
		api: 'getAvailableInventory',
		needsLines: PROMISE_LINES,
		kind: 'read',
		inputRoot: 'Promise',
		outputRoot: 'Promise',
		fields: [...documentInput(PROMISE, [promiseLines(), promiseFields()]), inventoryOwner(), simplify(), rowForm()],
		build: numbered,
		rows: (promise, { parameters }) =>
			parameters.text('rowForm') === 'common' ? commonRows(promise, new Date()) : availabilityRows(promise),
	},
	{
		type: 'query',
		value: 'findFulfillment',
		name: 'Find Fulfillment',
		action: 'Find how items would be fulfilled',
		description: 'Read from which nodes and on which dates items would be delivered',
		api: 'findInventory',
		needsLines: PROMISE_LINES,
		kind: 'read',
		inputRoot: 'Promise',
		outputRoot: 'Promise',
		fields: [
			...documentInput(PROMISE, [
				promiseLines(),
				address('Ship To', 'shipTo', 'ShipToAddress', 'Address that the goods would go to'),
				promiseFields(),
			]),
			inventoryOwner(),
			simplify(),
		],
		build: (promise, context) => ({ CheckInventory: 'Y', ...numbered(promise, context) }),
		rows: fulfillmentRows,
	},
	{
		type: 'query',
		value: 'getSupply',
		name: 'Get Supply',
		action: 'Get the supply of an item',
		description: 'Read the supply of an item by node and supply type',
		api: 'getInventorySupply',
		kind: 'read',
		inputRoot: 'InventorySupply',
		outputRoot: 'Item',
		fields: [
			...stockedItem(),
			attributeOf(shipNode('Only the supply at this node. Leave empty for all nodes.'), 'ShipNode'),
			supplyType('Only supply of this kind. Leave empty for all kinds.'),
			inventoryOwner(),
			simplify(),
		],
		build: (supply, context) => ({
			...(supply.ShipNode === undefined ? { ConsiderAllNodes: 'Y' } : {}),
			...inOrganization(supply, context),
		}),
		rows: supplyRows,
	},
	{
		type: 'write',
		value: 'reserve',
		name: 'Reserve',
		action: 'Reserve stock',
		description: 'Reserve available stock, for example while a customer pays',
		api: 'reserveAvailableInventory',
		needsLines: PROMISE_LINES,
		kind: 'write',
		afterLoss: 'uncertain',
		inputRoot: 'Promise',
		fields: [
			attribute('Reservation ID', 'reservationId', 'ReservationID', {
				placeholder: 'e.g. cart-77',
				description: 'Name under which the stock is reserved, and later ordered or made available again',
			}),
			attribute('Expires', 'expirationDate', 'ExpirationDate', {
				type: 'dateTime',
				placeholder: 'e.g. 2026-12-24T12:00:00',
				description: 'When the reservation expires',
			}),
			...documentInput(PROMISE, [
				promiseLines(),
				attribute('Allow Partial', 'allowPartialReservation', 'AllowPartialReservation', {
					type: 'boolean',
					description: 'Whether to reserve what is available if it is less than requested',
				}),
				promiseFields(),
			]),
			inventoryOwner(),
			writeOptions(),
		],
		build: reservation,
		caution: ({ document }) => shortReservation(document),
		doubt: alreadyExpired,
		names: ['ReservationID'],
	},
];

export const inventory: Resource = { value: 'inventory', name: 'Inventory', operations };
