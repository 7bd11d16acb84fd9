import { alphabetical } from '../../../kit/n8n/alphabetical';
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
import type { Resource } from '../operation';

/** The only registry: a resource or operation that stands here is in the editor, the run and the documentation. */
export const RESOURCES: readonly Resource[] = alphabetical(
	[api, catalogItem, customer, inventory, invoice, order, orderRelease, organization, returnOrder, shipment],
	({ name }) => name,
);
