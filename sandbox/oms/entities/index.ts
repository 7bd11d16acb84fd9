import type { Entity } from '../store/entity';
import * as attributes from './attributes';
import * as customer from './customer';
import * as fulfilment from './fulfilment';
import * as inventory from './inventory';
import * as item from './item';
import { configurationTables } from './masterData';
import { order } from './order';
import { orderLine } from './orderLine';
import * as orderParts from './orderParts';
import * as organization from './organization';
import * as receipts from './receipt';
import * as records from './records';

/** Every table of the sandbox by element name. A new table is one more definition in one of these files. */
export const entities: ReadonlyMap<string, Entity> = new Map(
	[
		order,
		orderLine,
		...Object.values(orderParts),
		...Object.values(fulfilment),
		...Object.values(receipts),
		...Object.values(records),
		...Object.values(inventory),
		...Object.values(item),
		...Object.values(organization),
		...Object.values(customer),
		...Object.values(attributes),
		...configurationTables,
	].map((entity) => [entity.name, entity]),
);
