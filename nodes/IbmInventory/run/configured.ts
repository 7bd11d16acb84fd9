import { segment, type InventoryCall } from '../../../clients/inventory';

/** A call on one record of the tenant's configuration, such as a ship node. */
export const recordCall = (
	kind: 'shipNodes' | 'distributionGroups',
	method: 'GET' | 'PUT' | 'DELETE',
	id: string,
	body?: unknown,
): InventoryCall => ({
	service: 'inventory',
	method,
	path: `v1/configuration/${kind}/${segment(id)}`,
	kind: method === 'GET' ? 'read' : 'keyed',
	deletes: method === 'DELETE',
	body,
});

/** The call that lists the records of a kind. */
export const listCall = (kind: 'shipNodes' | 'distributionGroups'): InventoryCall => ({
	service: 'inventory',
	method: 'GET',
	path: `v1/configuration/${kind}`,
	kind: 'read',
	isList: true,
});
