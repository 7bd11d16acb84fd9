import { alphabetical } from '../../shared/alphabetical';
import { api } from './api';
import { catalogItem } from './catalogItem';
import { customer } from './customer';
import { inventory } from './inventory';
import { invoice } from './invoice';
import { order } from './order';
import { orderRelease } from './orderRelease';
import { organization } from './organization';
import { returnOrder } from './return';
import { shipment } from './shipment';
import type { Operation, Resource } from './types';

/** The only registry: a resource or operation that stands here is in the editor, the run and the documentation. */
export const RESOURCES: readonly Resource[] = alphabetical(
	[api, catalogItem, customer, inventory, invoice, order, orderRelease, organization, returnOrder, shipment],
	({ name }) => name,
);

const BY_NAME = new Map<string, Operation>();
for (const { value, operations } of RESOURCES) {
	for (const operation of operations) {
		const name = `${value}:${operation.value}`;
		if (BY_NAME.has(name)) throw new Error(`Operation ${name} stands in the catalogue twice`);
		BY_NAME.set(name, operation);
	}
}

/** @throws TypeError when the catalogue has no such operation, as in a workflow of a newer version. */
export function operationOf(resource: string, operation: string): Operation {
	const found = BY_NAME.get(`${resource}:${operation}`);
	if (!found) throw new TypeError(`This version of the node has no operation "${operation}" of "${resource}"`);
	return found;
}
