import { resolve } from 'node:path';
import type { INodeParameters } from 'n8n-workflow';

import { locate } from '../../engine/oneNode';
import { closeAllPools } from '../../kit/http/pools';
import { startInventorySandbox, type InventorySandbox } from '../../sandbox/inventory';
import { schemaFile, writeSchemas } from './files';
import { rowsOf } from './rows';

const FOLDER = resolve(__dirname, '../../nodes/IbmInventory/__schema__/v1.0.0');

const item = { itemId: 'MUG-BLUE', unitOfMeasure: 'EACH' };
const node = locate('id', 'AUR_DC1');
const group = locate('id', 'AUR_ALL');
const ALL = { returnAll: true };
const RESERVATION = 'SCHEMA-1';
const EVENT = {
	type: 'productAvailability.v2',
	id: 'e-1',
	time: '2026-01-15T10:00:00.000Z',
	data: {
		productId: 'MUG-BLUE',
		unitOfMeasure: 'EACH',
		deliveryMethod: 'SHP',
		shipNode: 'AUR_DC1',
		computeTs: '2026-01-15T10:00:00.000Z',
		currentAvailability: { availableQuantity: 990, thresholdLevel: 3 },
		futureAvailability: [{ fromTs: '2026-01-20T10:00:00.000Z', availableQuantity: 1015 }],
	},
};

/** Writes that leave behind what the reads show. */
const BEFORE: Array<[file: string, parameters: INodeParameters]> = [
	['demand/adjust', { ...item, type: 'OPEN_ORDER', quantity: 1, shipNode: node }],
	['reservation/create', { ...item, quantity: 1, shipNode: node, reference: 'CART', ownId: RESERVATION }],
	['safetyStock/set', { ...item, safetyStockQuantity: 2 }],
	['threshold/set', { ...item, scope: 'item', low: 1, medium: 2, high: 3 }],
];

/** Each read, with parameters under which the sandbox has something to return. */
const READS: Array<[file: string, parameters: INodeParameters]> = [
	['availability/getNetwork', { ...item, distributionGroup: group }],
	['availability/getNode', { ...item, shipNodes: ['AUR_DC1'] }],
	['availability/getProduct', { ...item, shipNodes: ['AUR_DC1'] }],
	['demand/getMany', { ...item, ...ALL }],
	['distributionGroup/get', { distributionGroup: group }],
	['distributionGroup/getMany', ALL],
	['event/parse', { events: JSON.stringify([EVENT]) }],
	[
		'promise/getCheckoutPlan',
		{
			planPath: 'v2/sandbox-checkout-plan',
			lines: JSON.stringify([{ lineId: '1', ...item, quantity: 1 }]),
			countryCode: 'US',
			postalCode: '02110',
			shippingGroupId: 'STANDARD',
		},
	],
	['promise/getDeliveryDates', { ...item, countryCode: 'US', postalCode: '02110', shippingGroupId: 'STANDARD' }],
	['reservation/get', { reservationId: RESERVATION }],
	['reservation/getMany', { reference: 'CART', ...ALL }],
	['safetyStock/get', item],
	['shipNode/get', { shipNode: node }],
	['shipNode/getMany', ALL],
	['supply/getMany', { ...item, ...ALL }],
	['threshold/get', { ...item, scope: 'item' }],
];

/**
 * Output schemas of the reads of Inventory Visibility, by file below `__schema__/v1.0.0`: n8n shows them as preview
 * before a node has run. They are taken from what the node gives.
 */
export async function generateInventorySchemas(): Promise<Map<string, string>> {
	const sandbox = await startInventorySandbox();
	try {
		for (const [operation, parameters] of BEFORE) await run(sandbox, operation, parameters);
		const files = new Map<string, string>();
		for (const [operation, parameters] of READS) {
			files.set(`${operation}.json`, schemaFile(await run(sandbox, operation, parameters)));
		}
		const supply = { ...item, shipNode: node, type: 'ONHAND', quantity: 995 };
		const [{ supplySyncTransactionId }] = await run(sandbox, 'supply/sync', supply);
		const status = { supplySyncTransactionId: String(supplySyncTransactionId) };
		files.set('supply/getSyncStatus.json', schemaFile(await run(sandbox, 'supply/getSyncStatus', status)));
		return files;
	} finally {
		await closeAllPools();
		await sandbox.close();
	}
}

async function run(sandbox: InventorySandbox, operation: string, given: INodeParameters) {
	const { url, tenantId, client, ca } = sandbox;
	const credential = { baseUrl: url, tenantId, authentication: 'oauth2', ...client, caCertificate: ca };
	return await rowsOf({ node: 'ibmInventory', credential }, operation, given);
}

if (require.main === module) void writeSchemas(FOLDER, generateInventorySchemas, 'Inventory Visibility');
