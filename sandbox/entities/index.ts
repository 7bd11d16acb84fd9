import type { Entity } from '../engine/entity';
import * as fulfilment from './fulfilment';
import * as masterData from './masterData';
import { order } from './order';
import { orderLine } from './orderLine';
import * as orderParts from './orderParts';
import * as records from './records';

const { configurationTables, ...documents } = masterData;

/** Every table of the sandbox by element name. A new table is one more definition in one of these files. */
export const entities: ReadonlyMap<string, Entity> = new Map(
	[
		order,
		orderLine,
		...Object.values(orderParts),
		...Object.values(fulfilment),
		...Object.values(records),
		...Object.values(documents),
		...configurationTables,
	].map((entity) => [entity.name, entity]),
);
