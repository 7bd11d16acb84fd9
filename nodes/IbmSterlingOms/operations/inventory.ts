import type { Document } from '../../../kit/xml/document';
import { documentInput } from '../fields/document';
import { attribute, attributeOf, collection, repeat, steering, type Field } from '../../../kit/n8n/fields/field';
import { item, organization, shipNode, unitOfMeasure } from '../fields/locators';
import { simplify } from '../fields/output';
import { childListOf } from '../../../clients/oms/identities';
import { merge } from '../../../kit/n8n/merge';
import { isElement } from '../../../kit/n8n/path';
import { refuse } from '../../../kit/n8n/refusal';
import { address } from '../fields/address';
import { delivery, writeOptions } from '../fields/options';
import { deliveryMethod } from '../fields/order';
import { availabilityRows, commonRows, fulfillmentRows, supplyRows } from '../run/availability';
import { defined, inOrganization } from './shared';
import type { Operation, Resource, RunContext } from './types';

const owner = (): Field =>
	attributeOf(
		organization('Organization that owns the inventory. Empty takes the default enterprise of the credential.'),
		'OrganizationCode',
	);

const oneItem = (): Field[] => [
	attributeOf(item('Item whose stock it is about'), 'ItemID'),
	attributeOf({ ...unitOfMeasure(), default: { mode: 'code', value: 'EACH' } }, 'UnitOfMeasure'),
	attribute('Product Class', 'productClass', 'ProductClass', { placeholder: 'e.g. GOOD' }),
];

/** Lines of a promise: what is asked for, how much of it, and how it is to be delivered. */
const promiseLines = (): Field =>
	repeat('Lines', 'lines', 'PromiseLines.PromiseLine', { entry: 'Line', key: 'line' }, [
		attribute('Item ID', 'itemId', 'ItemID', { placeholder: 'e.g. SKU-1' }),
		attribute('Unit of Measure', 'unitOfMeasure', 'UnitOfMeasure', { default: 'EACH' }),
		attribute('Quantity', 'requiredQty', 'RequiredQty', { default: '1' }),
		deliveryMethod(),
		attribute('Ship Node', 'shipNode', 'ShipNode', { placeholder: 'e.g. STORE12', description: 'Only this node' }),
		attribute('Product Class', 'productClass', 'ProductClass'),
		attribute('Line ID', 'lineId', 'LineId', { description: 'Empty numbers the lines from 1' }),
	]);

const promiseFields = (): Field =>
	collection('Additional Fields', 'additionalFields', 'Add Field', [
		attribute('Allocation Rule ID', 'allocationRuleId', 'AllocationRuleID'),
		attribute('Fulfillment Type', 'fulfillmentType', 'FulfillmentType'),
		attribute('Requested End Date', 'reqEndDate', 'ReqEndDate', { type: 'dateTime' }),
		attribute('Requested Start Date', 'reqStartDate', 'ReqStartDate', { type: 'dateTime' }),
	]);

/** Whether rows look as Sterling's document, or as those of every source of stock. */
const rowForm = (): Field =>
	steering({
		displayName: 'Rows',
		name: 'rowForm',
		type: 'options',
		default: 'lines',
		displayOptions: { show: { simplify: [true] } },
		options: [
			{ name: 'One per Line', value: 'lines', description: 'Quantities of each line, with its nodes in a list' },
			{
				name: 'One per Node',
				value: 'common',
				description: 'The form of IBM Sterling Inventory Visibility, so that a workflow can change its source of stock',
			},
		],
		description: 'What becomes an item',
	});

const PROMISE = 'e.g. {"PromiseLines": {"PromiseLine": [{"LineId": "1", "ItemID": "SKU-1", "RequiredQty": "1"}]}}';

/** Sterling tells promise lines apart by LineId. */
function numbered(promise: Document, context: RunContext): Document {
	const lines = (promise.PromiseLines as Document | undefined)?.PromiseLine;
	const owned = inOrganization(promise, context);
	if (!Array.isArray(lines)) return owned;
	const PromiseLine = (lines as Document[]).map((line, i) => ({ LineId: String(i + 1), ...line }));
	return { ...owned, PromiseLines: { PromiseLine } };
}

/** The reservation's terms stand in an element of their own (IBM's Adobe Commerce connector). */
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
		description: 'Add to the supply of an item at a node, take from it, or set it',
		api: 'adjustInventory',
		kind: 'write',
		afterLoss: 'uncertain',
		inputRoot: 'Items',
		fields: [
			owner(),
			...documentInput('e.g. {"Item": [{"ItemID": "SKU-1", "ShipNode": "DC1", "Quantity": "5"}]}', [
				...oneItem(),
				attributeOf(shipNode('Node whose stock is adjusted'), 'ShipNode'),
				attribute('Adjustment', 'adjustmentType', 'AdjustmentType', {
					type: 'options',
					default: 'ADJUSTMENT',
					options: [
						{ name: 'Add or Take', value: 'ADJUSTMENT', description: 'A negative quantity takes' },
						{ name: 'Set', value: 'ABSOLUTE', description: 'The quantity is the new supply' },
					],
				}),
				attribute('Quantity', 'quantity', 'Quantity', { placeholder: 'e.g. -2' }),
				attributeOf(
					{
						displayName: 'Supply Type',
						name: 'supplyType',
						type: 'string',
						default: 'ONHAND',
						placeholder: 'e.g. ONHAND',
					},
					'SupplyType',
				),
				collection('Additional Fields', 'additionalFields', 'Add Field', [
					attribute('Availability', 'availability', 'Availability', {
						type: 'options',
						default: 'TRACK',
						options: [
							{ name: 'Infinite', value: 'INFINITE' },
							{ name: 'Tracked', value: 'TRACK' },
						],
					}),
					attribute('Expected At', 'eta', 'ETA', { type: 'dateTime', description: 'When a future supply arrives' }),
					attribute('Reason Code', 'reasonCode', 'ReasonCode'),
					attribute('Reason Text', 'reasonText', 'ReasonText'),
					attribute('Supply Reference', 'supplyReference', 'SupplyReference'),
				]),
			]),
			...delivery(),
			writeOptions(),
		],
		build: adjustment,
		names: ['ItemID', 'UnitOfMeasure', 'ShipNode', 'OrganizationCode'],
	},
	{
		type: 'write',
		value: 'cancelReservation',
		name: 'Cancel Reservation',
		action: 'Cancel a reservation',
		description: 'Make reserved stock available again',
		api: 'cancelReservation',
		kind: 'write',
		afterLoss: 'uncertain',
		inputRoot: 'CancelReservation',
		fields: [
			attribute('Reservation ID', 'reservationId', 'ReservationID', { required: true, placeholder: 'e.g. cart-77' }),
			...oneItem(),
			attributeOf(shipNode('Node that the stock was reserved at'), 'ShipNode'),
			attribute('Quantity', 'quantity', 'QtyToBeCancelled', { placeholder: 'e.g. 1' }),
			owner(),
			...delivery(),
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
		kind: 'read',
		inputRoot: 'Promise',
		outputRoot: 'Promise',
		fields: [owner(), ...documentInput(PROMISE, [promiseLines(), promiseFields()]), simplify(), rowForm()],
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
		kind: 'read',
		inputRoot: 'Promise',
		outputRoot: 'Promise',
		fields: [
			owner(),
			...documentInput(PROMISE, [promiseLines(), address('Ship To', 'shipTo', 'ShipToAddress'), promiseFields()]),
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
			...oneItem(),
			attributeOf(shipNode('Empty takes all nodes'), 'ShipNode'),
			attribute('Supply Type', 'supplyType', 'SupplyType', { placeholder: 'e.g. ONHAND' }),
			owner(),
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
		description: 'Reserve available stock, for instance while a customer pays',
		api: 'reserveAvailableInventory',
		kind: 'write',
		afterLoss: 'uncertain',
		inputRoot: 'Promise',
		fields: [
			owner(),
			attribute('Reservation ID', 'reservationId', 'ReservationID', {
				placeholder: 'e.g. cart-77',
				description: 'Name under which the stock is reserved and later cancelled or ordered',
			}),
			attribute('Expires', 'expirationDate', 'ExpirationDate', {
				type: 'dateTime',
				description: 'When the stock becomes free again by itself',
			}),
			...documentInput(PROMISE, [
				promiseLines(),
				attribute('Allow Partial', 'allowPartialReservation', 'AllowPartialReservation', {
					type: 'boolean',
					description: 'Whether to reserve what there is when it is less than asked for',
				}),
				promiseFields(),
			]),
			...delivery(),
			writeOptions(),
		],
		build: reservation,
		names: ['ReservationID'],
	},
];

/** adjustInventory takes a list; the fields describe one entry of it, a whole document may hold many. */
function adjustment({ Item: items, ...one }: Document, context: RunContext): Document {
	const { OrganizationCode = context.defaults.enterpriseCode, ...entry } = one;
	const owned = (each: Document): Document => (OrganizationCode ? { OrganizationCode, ...each } : each);
	if (items === undefined) return { Item: [owned(entry)] };
	const list = [items].flat().filter(isElement);
	if (context.parameters.choice('inputMode', 'fields') === 'document') return { Item: list.map(owned) };
	// Of the fields and Additional Attributes: one item may be in both.
	const [only, ...more] = list;
	if (more.length > 0)
		refuse('Additional Attributes: has several items, beside the one of the fields', 'Set Input to Whole Document.');
	return { Item: [owned(merge(only ?? {}, entry, childListOf))] };
}

export const inventory: Resource = { value: 'inventory', name: 'Inventory', operations };
