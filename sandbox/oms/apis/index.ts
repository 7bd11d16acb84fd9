import type { Api } from '../engine/api';
import './refusals';
import { configurationApis } from './configuration';
import * as invoices from './fulfilment/invoices';
import * as changeShipment from './fulfilment/changeShipment';
import * as receipts from './fulfilment/receipts';
import * as releases from './fulfilment/releases';
import * as shipments from './fulfilment/shipments';
import * as customers from './master/customers';
import * as inventory from './inventory';
import * as items from './master/items';
import * as organizations from './master/organizations';
import * as changeOrder from './order/changeOrder';
import * as createOrder from './order/createOrder';
import * as moveOrder from './order/moveOrder';
import * as readOrders from './order/readOrders';
import * as apiTemplates from './platform/apiTemplates';
import * as asyncRequest from './platform/asyncRequest';
import * as customFields from './platform/customFields';
import { getPage } from './platform/getPage';
import { multiApi } from './platform/multiApi';

function isApi(value: unknown): value is Api {
	return typeof value === 'object' && value !== null && 'name' in value && 'root' in value && 'run' in value;
}

/** Modules whose exports are APIs. A new family is one more module in this list. */
const families: object[] = [
	createOrder,
	changeOrder,
	moveOrder,
	readOrders,
	releases,
	shipments,
	changeShipment,
	receipts,
	invoices,
	inventory,
	items,
	asyncRequest,
	customFields,
	customers,
	organizations,
	apiTemplates,
];

/** Every API of the sandbox by name. */
export const apis: ReadonlyMap<string, Api> = new Map(
	[...families.flatMap((family) => Object.values(family)).filter(isApi), getPage, multiApi, ...configurationApis].map(
		(api) => [api.name, api],
	),
);
