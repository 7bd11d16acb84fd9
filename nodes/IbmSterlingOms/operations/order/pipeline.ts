import { withoutStatus } from '../../documents/doubts';
import { has } from '../../../../kit/n8n/beforeRun';
import { attribute, attributeOf, collection, showWhen } from '../../../../kit/n8n/fields/field';
import { defined } from '../../../../kit/record';
import { orderIdentity } from '../../fields/identity';
import { holdType, status, transaction } from '../../fields/locators';
import { writeOptions } from '../../fields/options';
import { reason } from '../../fields/order';
import { linesInput } from '../../fields/document';
import { linesOf, type LineSource } from '../../fields/lineSource';
import { statusLines } from '../../fields/orderLines';
import { shippedOrderLines, shippingDetails } from '../../fields/ship';
import { STATUS_CODE } from '../../fields/statusCode';
import type { Operation, WriteOperation } from '../../operation';
import { orderOutput, ORDERS } from './result';

const allocationRule = () =>
	attribute('Allocation Rule ID', 'allocationRuleId', 'AllocationRuleID', {
		placeholder: 'e.g. SYSTEM',
		description: 'Scheduling rule to use instead of that of the order',
	});

const SHIPPED: LineSource = { field: shippedOrderLines() };

/** Both APIs respond without a document (HTTP 204, captured), whether they moved all, some or none of the order. */
const acceptedOnly =
	(done: string): WriteOperation['caution'] =>
	({ empty }) =>
		empty
			? `Sterling accepted the call but does not say what was ${done}. Set Options → Output to Summary and check Status.`
			: undefined;

/** Writes that take an order on through its pipeline. */
export const pipeline: Operation[] = [
	{
		type: 'write',
		value: 'changeStatus',
		name: 'Change Status',
		action: 'Change the status of an order',
		description: 'Move an order or some of its lines to a status of the pipeline',
		warning: [
			{
				message: 'All quantities that the transaction can change will get the new status, on all lines.',
				when: '$parameter["changeForAllAvailableQty"] === true',
			},
		],
		api: 'changeOrderStatus',
		doubt: withoutStatus,
		kind: 'write',
		afterLoss: 'uncertain',
		changesLines: true,
		inputRoot: 'OrderStatusChange',
		result: ORDERS,
		identity: orderIdentity(),
		fields: [
			attributeOf(transaction(), 'TransactionId'),
			attributeOf(
				status('New Status', 'baseDropStatus', 'New status of the quantity. The transaction must allow it.'),
				'BaseDropStatus',
				STATUS_CODE,
			),
			attribute('All Available Quantity', 'changeForAllAvailableQty', 'ChangeForAllAvailableQty', {
				type: 'boolean',
				default: true,
				description:
					'Whether to change all quantities that the transaction can change, on all lines. Turn off to choose lines.',
			}),
			...showWhen({ changeForAllAvailableQty: [false] }, statusLines()),
			...reason(),
			writeOptions({ output: orderOutput() }),
		],
	},
	{
		type: 'write',
		value: 'release',
		name: 'Release',
		action: 'Release an order',
		description: 'Release the scheduled lines of an order to their nodes',
		api: 'releaseOrder',
		caution: acceptedOnly('released'),
		kind: 'write',
		afterLoss: 'uncertain',
		inputRoot: 'ReleaseOrder',
		result: ORDERS,
		identity: orderIdentity(),
		fields: [
			collection(
				'Additional Fields',
				'additionalFields',
				'Add Field',
				[
					allocationRule(),
					attribute('Check Inventory', 'checkInventory', 'CheckInventory', {
						type: 'boolean',
						default: true,
						description: 'Whether Sterling checks the stock again before the release',
					}),
					attribute('Ignore Release Date', 'ignoreReleaseDate', 'IgnoreReleaseDate', {
						type: 'boolean',
						default: true,
						description: 'Whether to release lines before their release date',
					}),
				],
				'Rarely needed settings of the step',
			),
			writeOptions({ output: orderOutput() }),
		],
	},
	{
		type: 'write',
		value: 'resolveHold',
		name: 'Resolve Hold',
		action: 'Resolve a hold on an order',
		description: 'Resolve or reject a hold, so that Sterling continues with the order',
		warning: [
			{ message: 'The hold will be resolved, and Sterling continues with the order.', when: has('holdStatus', '1300') },
			{
				message: 'The hold will be rejected. What happens next depends on its setup in Sterling.',
				when: has('holdStatus', '1200'),
			},
		],
		api: 'changeOrder',
		kind: 'write',
		afterLoss: 'holds',
		inputRoot: 'Order',
		result: ORDERS,
		identity: orderIdentity(),
		fields: [
			attributeOf(holdType('Hold to resolve or reject', true), 'HoldType'),
			attribute('Decision', 'holdStatus', 'Status', {
				type: 'options',
				default: '1300',
				options: [
					{
						name: 'Reject',
						value: '1200',
						description: 'The hold is rejected. What happens next depends on its setup.',
					},
					{ name: 'Resolve', value: '1300', description: 'Sterling continues with the order' },
				],
				description: 'What to do with the hold',
			}),
			attribute('Reason Text', 'reasonText', 'ReasonText', {
				placeholder: 'e.g. Checked by phone',
				description: 'Reason for the decision',
			}),
			writeOptions({ output: orderOutput() }),
		],
		build: ({ HoldType, Status, ReasonText, ...order }) => ({
			...order,
			OrderHoldTypes: { OrderHoldType: [defined({ HoldType, Status, ReasonText })] },
		}),
	},
	{
		type: 'write',
		value: 'schedule',
		name: 'Schedule',
		action: 'Schedule an order',
		description: 'Find nodes and dates for the lines of an order. Quantities without stock are backordered.',
		api: 'scheduleOrder',
		caution: acceptedOnly('scheduled'),
		kind: 'write',
		afterLoss: 'uncertain',
		inputRoot: 'ScheduleOrder',
		result: ORDERS,
		identity: orderIdentity(),
		fields: [
			attribute('Release as Well', 'scheduleAndRelease', 'ScheduleAndRelease', {
				type: 'boolean',
				description: 'Whether to release the scheduled quantities in the same step',
			}),
			collection(
				'Additional Fields',
				'additionalFields',
				'Add Field',
				[
					allocationRule(),
					attribute('Check Inventory', 'checkInventory', 'CheckInventory', {
						type: 'boolean',
						default: true,
						description: 'Whether Sterling checks the stock before scheduling',
					}),
				],
				'Rarely needed settings of the step',
			),
			writeOptions({ output: orderOutput() }),
		],
	},
	{
		type: 'custom',
		value: 'ship',
		name: 'Ship',
		action: 'Ship an order',
		description:
			'Ship the released quantities of an order: creates and confirms one shipment for each node in one step',
		api: ['getOrderList', 'scheduleOrder', 'createShipment'],
		kind: 'write',
		identity: orderIdentity(),
		lines: SHIPPED,
		fields: [
			...linesInput(linesOf(SHIPPED, { same: 'the same order', document: 'shipment' })),
			...shippingDetails(),
			writeOptions({ delivery: false }),
		],
		run: async (...given) => await (await import('../../run/writes/shipOrder')).shipOrder(...given),
	},
];
