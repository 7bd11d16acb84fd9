import { attribute, attributeOf, collection, type Field } from '../../../kit/n8n/fields/field';
import { repeat } from '../../../kit/n8n/fields/repeat';
import { additionalAttributes } from './document';
import { item, shipNode, unitOfMeasure } from './locators';
import { deliveryMethod } from './orderLines';

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
			attribute('Quantity', 'requiredQty', 'RequiredQty', {
				default: '1',
				required: true,
				placeholder: 'e.g. 1',
				description: 'Requested quantity',
			}),
			deliveryMethod(),
			attributeOf(shipNode('Check only this node. Leave empty for all nodes.'), 'ShipNode'),
			attribute('Product Class', 'productClass', 'ProductClass', {
				placeholder: 'e.g. GOOD',
				description: 'Class of the item, where your catalog keeps items by class',
			}),
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
			attribute('Fulfillment Type', 'fulfillmentType', 'FulfillmentType', {
				placeholder: 'e.g. SHIP_TO_HOME',
				description: 'Fulfillment type of your Sterling, which chooses the sourcing rules',
			}),
			date('Requested End Date', 'reqEndDate', 'ReqEndDate', 'Latest day on which the goods may be available'),
			date('Requested Start Date', 'reqStartDate', 'ReqStartDate', 'First day on which the goods are wanted'),
			additionalAttributes(),
		],
		'Rules and dates of the request',
	);
