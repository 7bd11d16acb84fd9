import { createPrivateKey, createPublicKey } from 'node:crypto';

import { privateKeyOf } from '../kit/certificates';
import { Clock } from '../kit/clock';
import { host, type Hosted } from '../kit/host';
import { lazy } from '../kit/lazy';
import { defaultShopBehaviour, type ShopBehaviour, type ShopOptions } from './options';
import { ShopService, type ShopAdmin } from './service';
import { seedShop, ShopStore } from './store';
import { callHook, type Hook, type HookOutcome } from './webhook';

/** A running emulation of a shop of Adobe Commerce. */
export interface Shop extends Hosted {
	/** Base of the REST services, with the store code: https://127.0.0.1:port/rest/default */
	rest: string;
	admin: ShopAdmin;
	behaviour: ShopBehaviour;
	clock: Clock;
	store: ShopStore;
	/** Public key of the signature of its webhooks, PEM. */
	readonly webhookKey: string;
	/** Calls a hook in the midst of a shopper's request. */
	call(hook: Hook, fields: object): Promise<HookOutcome>;
}

/** Starts a shop on the loopback address, with some products and sources and (by default) HTTPS. */
export async function startShop(options: ShopOptions = {}): Promise<Shop> {
	const clock = new Clock(options.machineClock);
	const behaviour = { ...defaultShopBehaviour, ...options.behaviour };
	const admin: ShopAdmin = { username: 'integration', password: 'Shop-Secret-1' };
	const store = new ShopStore(clock);
	seedShop(store);
	const service = new ShopService(store, behaviour, admin);
	const application = {
		target: (exchange: { method: string; path: string }) => service.nameOf(exchange),
		handle: service.handle.bind(service),
		expireTokens: () => service.expireTokens(),
	};
	const hosted = await host({ application, clock, behaviour }, options);
	const keys = lazy(() => createPrivateKey(privateKeyOf(options.name ?? 'shop')));
	const shop = Object.assign(hosted, {
		rest: `${hosted.url}/rest/default`,
		admin,
		behaviour,
		clock,
		store,
		call: async (hook: Hook, fields: object) => await callHook(hook, fields, keys()),
	});
	return Object.defineProperty(shop, 'webhookKey', {
		get: () => createPublicKey(keys()).export({ type: 'spki', format: 'pem' }).toString(),
	}) as Shop;
}

/** What a user needs to know of a running shop, as text. */
export function describeShop({ url, rest, controlUrl, admin, ca, webhookKey }: Shop): string {
	return [
		`Adobe Commerce sandbox at ${url}`,
		`commerceUrl         ${rest}`,
		`Control endpoint    ${controlUrl}`,
		`Admin               ${admin.username} / ${admin.password}  (POST ${rest}/V1/integration/admin/token)`,
		'Key of its webhooks',
		webhookKey.trim(),
		...(url.startsWith('https:') ? ['CA certificate', ca.trim()] : []),
		'Sources default, AUR_DC1 and AUR_STORE1; products MUG-BLUE, MUG-RED, CHAIR-OAK and TENT-2P. Press Ctrl-C to stop.',
	].join('\n');
}
