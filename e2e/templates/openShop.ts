import { randomUUID } from 'node:crypto';
import { startInventorySandbox } from '../../sandbox/inventory';
import { startStorefront } from '../standIns/storefront';
import { importTemplate } from './template';
import type { N8nApi } from '../lib/api';
import type { Credential, StoredWorkflow } from '../lib/apiTypes';
import { onCleanup } from '../lib/cleanup';

/** Workflows of the product page by their templates. */
const WORKFLOWS = { 'pickup-availability': 'Pickup Availability', 'delivery-estimate': 'Delivery Estimate' };
const PREFIX = 'Demo Shop: ';
const HEADER = 'X-Shop-Secret';
const STORES = [
	{ node: 'AUR_STORE1', name: 'Aurora Exampleton', street: '1 Main Street', postcode: '02110', city: 'Exampleton' },
	{ node: 'AUR_DC1', name: 'Aurora Outlet', street: '9 Harbor Road', postcode: '10001', city: 'Sampleville' },
	{ node: 'AUR_DC2', name: 'Aurora West', postcode: '90001', city: 'Demoton' },
];

/** Whether two names differ at most in capitals, blanks and hyphens: a kept folder may have those of an older version. */
function isSameName(one: string, other: string): boolean {
	const [a, b] = [one, other].map((name) => name.toLowerCase().replace(/[\s-]+/g, ''));
	return a === b;
}

/** Makes a credential, or gives the one of an earlier session its new values. */
async function storeCredential(api: N8nApi, name: string, type: string, data: object): Promise<Credential> {
	const stored = await api.call<Credential[]>('GET', '/rest/credentials');
	const known = stored.find((each) => isSameName(each.name, name) && each.type === type);
	if (!known) return await api.createCredential(name, type, data as Record<string, unknown>);
	await api.call('PATCH', `/rest/credentials/${known.id}`, { name, type, data });
	return known;
}

/**
 * Opens a shop on n8n: an emulated tenant of Inventory Visibility, the workflows of the product page at work, and a web
 * server with the demo page. Returns the address of the page.
 */
export async function openShop(api: N8nApi, n8nUrl: string, credential: Credential): Promise<string> {
	const tenant = await startInventorySandbox();
	onCleanup(async () => await tenant.close());
	const secret = randomUUID();
	const header = await storeCredential(api, `${PREFIX}Header`, 'httpHeaderAuth', { name: HEADER, value: secret });
	const inventory = await storeCredential(api, `${PREFIX}Inventory Visibility`, 'ibmInventoryApi', {
		baseUrl: tenant.url,
		tenantId: tenant.tenantId,
		authentication: 'oauth2',
		...tenant.client,
		caCertificate: tenant.ca,
	});
	const storefront = await startStorefront(n8nUrl, { name: HEADER, value: secret });
	onCleanup(async () => await storefront.close());
	const known = await api.call<StoredWorkflow[]>('GET', '/rest/workflows');
	for (const [template, title] of Object.entries(WORKFLOWS)) {
		const name = PREFIX + title;
		if (known.some((workflow) => isSameName(workflow.name, name))) continue;
		const settings = template === 'pickup-availability' ? { stores: STORES } : {};
		const fill = { name, settings, credentials: [header, inventory] };
		await api.activate(await importTemplate({ api, credential }, template, fill));
	}
	return storefront.url;
}
