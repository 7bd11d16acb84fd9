import { startInventorySandbox, type InventorySandbox } from '../../sandbox/inventory';
import { startShop, type Shop } from '../../sandbox/shop';
import type { Credential } from '../lib/apiTypes';
import type { TemplateScene } from './scene';

/** The other side of a template of Adobe Commerce: a shop, a tenant, and credentials for both. */
export interface Commerce {
	shop: Shop;
	tenant: InventorySandbox;
	/** The bearer of an administrator of the shop, as a Header Auth credential. */
	token: Credential;
	inventory: Credential;
	/** What the tenant sends its events with. */
	eventClient: { clientId: string; clientSecret: string };
}

const EVENT_CLIENT = { clientId: 'ibm-events', clientSecret: 'Event-Secret-123456' };

/** Signs in to the shop's REST services. Returns the value of its Authorization header. */
async function signIn(shop: Shop): Promise<string> {
	const response = await fetch(`${shop.rest}/V1/integration/admin/token`, {
		method: 'POST',
		body: JSON.stringify(shop.admin),
	});
	return `Bearer ${String(await response.json())}`;
}

/** Does something with a shop and a tenant of Inventory Visibility, and ends both afterwards. */
export async function withCommerce<T>({ api }: TemplateScene, work: (commerce: Commerce) => Promise<T>): Promise<T> {
	const [tenant, shop] = [await startInventorySandbox(), await startShop({ plainHttp: true })];
	try {
		const token = await api.createCredential('Token of the shop', 'httpHeaderAuth', {
			name: 'Authorization',
			value: await signIn(shop),
		});
		const inventory = await api.createCredential('Inventory', 'ibmInventoryApi', {
			baseUrl: tenant.url,
			tenantId: tenant.tenantId,
			authentication: 'oauth2',
			...tenant.client,
			caCertificate: tenant.ca,
			advanced: true,
			timeout: 2,
			receiveEvents: true,
			eventClientId: EVENT_CLIENT.clientId,
			eventClientSecret: EVENT_CLIENT.clientSecret,
		});
		return await work({ shop, tenant, token, inventory, eventClient: EVENT_CLIENT });
	} finally {
		await tenant.close();
		await shop.close();
	}
}
