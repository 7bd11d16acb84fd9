import { api } from './api';
import { availability } from './availability';
import { distributionGroup } from './distributionGroup';
import { event } from './event';
import { promise } from './promise';
import { reservation } from './reservation';
import { safetyStock, threshold } from './rules';
import { shipNode } from './shipNode';
import { demand, supply } from './stock';
import type { InventoryResource } from '../operation';

/** All that the node can do, in the order of the editor. */
export const RESOURCES: readonly InventoryResource[] = [
	api,
	availability,
	demand,
	distributionGroup,
	event,
	promise,
	reservation,
	safetyStock,
	shipNode,
	supply,
	threshold,
];
