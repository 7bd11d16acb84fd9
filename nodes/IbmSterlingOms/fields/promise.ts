import { attribute, attributeOf, collection, steering, type Field } from '../../../kit/n8n/fields/field';
import { repeat } from '../../../kit/n8n/fields/repeat';
import { fulfillmentType, productClass } from './codes';
import { additionalAttributes } from './document';
import { item, shipNode, unitOfMeasure } from './locators';
import { deliveryMethod } from './orderLines';
import { quantity } from './quantity';

/** Lines of a promise: what is asked for, how much of it, and how it is to be delivered. */
export const promiseLines = (): Field =>
	repeat(
		'Lines',
		'lines',
		'PromiseLines.PromiseLine',
		{ entry: 'Line', key: 'line', description: 'Requested items, with their quantities' },
		[
			attributeOf(item('Requested item', { displayName: 'Item ID', required: true }), 'ItemID'),
			attributeOf(
				unitOfMeasure('Unit that the quantity is counted in', { required: true, preset: 'EACH' }),
				'UnitOfMeasure',
			),
			quantity('Quantity', 'requiredQty', 'RequiredQty', {
				default: '1',
				required: true,
				placeholder: 'e.g. 1',
				description: 'Requested quantity',
			}),
			deliveryMethod(),
			attributeOf(shipNode('Check only this node. Leave empty for all nodes.'), 'ShipNode'),
			productClass(),
			attribute('Line ID', 'lineId', 'LineId', {
				placeholder: 'e.g. 1',
				description: 'Name of the line in the response. Leave empty to number the lines from 1.',
			}),
		],
	);

const date = (displayName: string, name: string, path: string, description: string) =>
	attribute(displayName, name, path, { type: 'dateTime', placeholder: 'e.g. 2026-12-24', description });

export const promiseFields = (): Field =>
	collection(
		'Additional Fields',
		'additionalFields',
		'Add Field',
		[
			attribute('Allocation Rule ID', 'allocationRuleId', 'AllocationRuleID', {
				placeholder: 'e.g. SYSTEM',
				description: 'Scheduling rule by which Sterling finds stock',
			}),
			fulfillmentType('Fulfillment type of your Sterling, which chooses the sourcing rules'),
			date('Requested End Date', 'reqEndDate', 'ReqEndDate', 'Latest day on which the goods may be available'),
			date('Requested Start Date', 'reqStartDate', 'ReqStartDate', 'First day on which the goods are wanted'),
			additionalAttributes('{"EnterpriseCode": "AURORA"}'),
		],
		'Rules and dates of the request',
	);

/** Whether rows look as Sterling's document, or as those of every source of stock. */
export const rowForm = (): Field =>
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
				description: 'The same form as IBM Sterling Inventory Visibility, so that a workflow can switch between both',
			},
		],
		description: 'What each output item is: a line with its nodes, or one node',
	});
