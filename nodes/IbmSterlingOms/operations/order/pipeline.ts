import { attribute, attributeOf, collection, showWhen } from '../../../../kit/n8n/fields/field';
import { orderIdentity } from '../../fields/identity';
import { holdType, status, transaction } from '../../fields/locators';
import { delivery, writeOptions } from '../../fields/options';
import { reason, statusLines } from '../../fields/order';
import { STATUS_CODE } from '../../fields/statusCode';
import { defined } from '../shared';
import type { Operation } from '../types';

/** Writes that take an order on through its pipeline. */
export const pipeline: Operation[] = [
	{
		type: 'write',
		value: 'changeStatus',
		name: 'Change Status',
		action: 'Change the status of an order',
		description: 'Move an order or some of its lines to a status of the pipeline',
		api: 'changeOrderStatus',
		kind: 'write',
		afterLoss: 'uncertain',
		changesLines: true,
		inputRoot: 'OrderStatusChange',
		identity: orderIdentity(),
		fields: [
			attributeOf(transaction(), 'TransactionId'),
			attributeOf(
				status('New Status', 'baseDropStatus', 'Status afterwards; the transaction must allow it'),
				'BaseDropStatus',
				STATUS_CODE,
			),
			attribute('All Available Quantity', 'changeForAllAvailableQty', 'ChangeForAllAvailableQty', {
				type: 'boolean',
				default: true,
				description: 'Whether to change whatever quantity the transaction can change, on all lines',
			}),
			...showWhen({ changeForAllAvailableQty: [false] }, statusLines()),
			...reason(),
			...delivery(),
			writeOptions(),
		],
	},
	{
		type: 'write',
		value: 'release',
		name: 'Release',
		action: 'Release an order',
		description: 'Release the scheduled lines of an order to their nodes',
		api: 'releaseOrder',
		kind: 'write',
		afterLoss: 'uncertain',
		inputRoot: 'ReleaseOrder',
		identity: orderIdentity(),
		fields: [
			collection('Additional Fields', 'additionalFields', 'Add Field', [
				attribute('Allocation Rule ID', 'allocationRuleId', 'AllocationRuleID'),
				attribute('Check Inventory', 'checkInventory', 'CheckInventory', {
					type: 'boolean',
					default: true,
					description: 'Whether to check the stock once more',
				}),
				attribute('Ignore Release Date', 'ignoreReleaseDate', 'IgnoreReleaseDate', {
					type: 'boolean',
					default: true,
					description: 'Whether to release even when the release date has not come',
				}),
			]),
			...delivery(),
			writeOptions(),
		],
	},
	{
		type: 'write',
		value: 'resolveHold',
		name: 'Resolve Hold',
		action: 'Resolve a hold on an order',
		description: 'Resolve or reject a hold, so that Sterling goes on with the order',
		api: 'changeOrder',
		kind: 'write',
		afterLoss: 'holds',
		inputRoot: 'Order',
		identity: orderIdentity(),
		fields: [
			attributeOf(holdType('Hold to decide on', true), 'HoldType'),
			attribute('Decision', 'holdStatus', 'Status', {
				type: 'options',
				default: '1300',
				options: [
					{ name: 'Reject', value: '1200' },
					{ name: 'Resolve', value: '1300' },
				],
			}),
			attribute('Reason Text', 'reasonText', 'ReasonText'),
			...delivery(),
			writeOptions(),
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
		description: 'Find nodes and dates for the lines of an order; what no node has is backordered',
		api: 'scheduleOrder',
		kind: 'write',
		afterLoss: 'uncertain',
		inputRoot: 'ScheduleOrder',
		identity: orderIdentity(),
		fields: [
			attribute('Release as Well', 'scheduleAndRelease', 'ScheduleAndRelease', {
				type: 'boolean',
				description: 'Whether to release what could be scheduled in the same step',
			}),
			collection('Additional Fields', 'additionalFields', 'Add Field', [
				attribute('Allocation Rule ID', 'allocationRuleId', 'AllocationRuleID'),
				attribute('Check Inventory', 'checkInventory', 'CheckInventory', {
					type: 'boolean',
					default: true,
					description: 'Whether to check the stock',
				}),
			]),
			...delivery(),
			writeOptions(),
		],
	},
];
