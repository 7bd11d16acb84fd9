import { Clock } from '../kit/clock';
import type { Exchange, Reply } from '../kit/exchange';
import type { Fault } from '../kit/faults';
import { host, type Hosted } from '../kit/host';
import type { Application } from '../kit/listener';
import { randomFrom } from '../kit/random';
import { deliver, type Delivered, type DeliveryOptions, type Subscriber } from './delivery';
import { EventQueue } from './events';
import {
	defaultInventoryBehaviour,
	type InventoryBehaviour,
	type InventorySandboxOptions,
	type OAuthClient,
} from './options';
import { seed } from './seed';
import { InventoryService } from './service';
import { InventoryTokens } from './tokens';
import { World } from './world';

/** A running emulation of Inventory Visibility and Promising. */
export interface InventorySandbox extends Hosted {
	tenantId: string;
	/** The client that the token service knows. */
	client: OAuthClient;
	behaviour: InventoryBehaviour;
	clock: Clock;
	tokens: InventoryTokens;
	/** What the tenant holds. */
	world: World;
	events: EventQueue;
	/** Sends the events that wait to a subscriber. */
	deliver(subscriber: Subscriber, options?: DeliveryOptions): Promise<Delivered>;
}

/** What the web server asks of the services, with the faults that have a form of their own. */
function applicationOf(service: InventoryService, tokens: InventoryTokens): Application {
	return {
		target: (exchange: Exchange) => service.nameOf(exchange),
		handle: (exchange: Exchange) => service.handle(exchange),
		replyOf: ({ kind }: Fault): Reply | undefined => {
			if (kind === 'redirect') return { status: 302, headers: { location: '/login' }, body: '' };
			if (kind !== 'errorUnder200') return undefined;
			const headers = { 'content-type': 'application/json' };
			return { status: 200, headers, body: JSON.stringify({ error_message: 'Demo failure' }) };
		},
		expireTokens: () => tokens.expire(),
	};
}

/** Starts an emulated tenant on the loopback address, with seeded data and (by default) HTTPS. */
export async function startInventorySandbox(options: InventorySandboxOptions = {}): Promise<InventorySandbox> {
	const clock = new Clock(options.machineClock);
	const behaviour = { ...defaultInventoryBehaviour, ...options.behaviour };
	const tenantId = options.tenantId ?? 'us-5a4db0c5';
	const client: OAuthClient = { clientId: 'sandbox-client', clientSecret: 'Sandbox-Secret-1' };
	const world = new World(clock, behaviour, tenantId);
	seed(world, options.empty !== true);
	const events = new EventQueue(world);
	const tokens = new InventoryTokens(world, [client], options);
	const service = new InventoryService({ world, events }, tokens);
	const random = randomFrom(options.randomSeed ?? 1);
	const hosted = await host(
		{
			application: applicationOf(service, tokens),
			clock,
			behaviour,
			areas: {
				'GET tokens': () => ({ alive: tokens.alive }),
				'POST expire-tokens': () => {
					tokens.expire();
					return {};
				},
				'GET events': () => ({ waiting: events.length }),
			},
		},
		options,
	);
	return Object.assign(hosted, {
		tenantId,
		client,
		behaviour,
		clock,
		tokens,
		world,
		events,
		deliver: async (subscriber: Subscriber, how?: DeliveryOptions) => await deliver(events, subscriber, random, how),
	});
}

/** What a user needs to know of a running tenant, as text. */
export function describeTenant({ url, controlUrl, tenantId, client, ca }: InventorySandbox): string {
	return [
		`Inventory Visibility sandbox at ${url}`,
		`Control endpoint    ${controlUrl}`,
		`Tenant ID           ${tenantId}`,
		`Client ID, secret   ${client.clientId} / ${client.clientSecret}`,
		...(url.startsWith('https:') ? ['CA certificate', ca.trim()] : []),
		'Items MUG-BLUE, MUG-RED, CHAIR-OAK and TENT-2P are there, at AUR_DC1, AUR_DC2 and AUR_STORE1. Press Ctrl-C to stop.',
	].join('\n');
}
