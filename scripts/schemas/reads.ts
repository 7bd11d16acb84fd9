import type { INodeParameters } from 'n8n-workflow';

import { locate } from '../../engine/oneNode';
import type { Sandbox } from '../../sandbox';
import { run } from './run';

/** A read of the catalogue, with parameters under which the sandbox has something to answer. */
export interface Read {
	resource: string;
	operation: string;
	parameters: INodeParameters | ((sandbox: Sandbox) => Promise<INodeParameters>);
}

/** What identifies a document of each resource that can be listed: its locator and its primary key. */
const LISTED = {
	catalogItem: { locator: 'catalogItem', key: 'ItemKey' },
	customer: { locator: 'customer', key: 'CustomerKey' },
	invoice: { locator: 'invoice', key: 'OrderInvoiceKey' },
	order: { locator: 'order', key: 'OrderHeaderKey' },
	orderRelease: { locator: 'orderRelease', key: 'OrderReleaseKey' },
	organization: { locator: 'organization', key: 'OrganizationCode' },
	return: { locator: 'returnOrder', key: 'OrderHeaderKey' },
	shipment: { locator: 'shipment', key: 'ShipmentKey' },
};

const ALL = { returnAll: true };

const firstOf = (resource: keyof typeof LISTED) => async (sandbox: Sandbox) => {
	const { locator, key } = LISTED[resource];
	const rows = await run(sandbox, { resource, operation: 'getMany', limit: 1 });
	return { [locator]: locate(locator === 'organization' ? 'code' : 'key', String(rows[0]?.[key])) };
};

const promise = {
	lines: { line: [{ itemId: 'MUG-BLUE', unitOfMeasure: 'EACH', requiredQty: '2', deliveryMethod: 'SHP' }] },
};

export const READS: Read[] = [
	...Object.keys(LISTED).flatMap((resource): Read[] => [
		{ resource, operation: 'get', parameters: firstOf(resource as keyof typeof LISTED) },
		{ resource, operation: 'getMany', parameters: ALL },
	]),
	{ resource: 'order', operation: 'getHistory', parameters: firstOf('order') },
	{ resource: 'order', operation: 'getForCustomer', parameters: { customer: locate('id', 'C-100'), returnAll: true } },
	{ resource: 'inventory', operation: 'checkAvailability', parameters: promise },
	{ resource: 'inventory', operation: 'findFulfillment', parameters: promise },
	{
		resource: 'inventory',
		operation: 'getSupply',
		parameters: { itemId: locate('id', 'MUG-BLUE'), unitOfMeasure: locate('code', 'EACH') },
	},
];
