import { Authority } from '../kit/certificates';
import { Clock } from '../kit/clock';
import { Control } from '../kit/control';
import type { Exchange, Reply } from '../kit/exchange';
import { Faults, type Fault } from '../kit/faults';
import { lazy } from '../kit/lazy';
import { Listener, type Application } from '../kit/listener';
import { randomFrom } from '../kit/random';
import { RequestLog } from '../kit/requestLog';
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
export interface InventorySandbox {
	/** Base URL: https://127.0.0.1:port */
	url: string;
	controlUrl: string;
	tenantId: string;
	/** The client that the token service knows. */
	client: OAuthClient;
	/** Certificate of its authority, PEM. */
	readonly ca: string;
	behaviour: InventoryBehaviour;
	clock: Clock;
	faults: Faults;
	log: RequestLog;
	tokens: InventoryTokens;
	/** What the tenant holds. */
	world: World;
	events: EventQueue;
	/** Sends the events that wait to a subscriber. */
	deliver(subscriber: Subscriber, options?: DeliveryOptions): Promise<Delivered>;
	/** Cuts every connection; nothing stays open. */
	close(): Promise<void>;
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

/** Starts an emulated tenant on the loopback address, with seeded data and (unless told otherwise) HTTPS. */
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
	const faults = new Faults(options.randomSeed ?? 1);
	const random = randomFrom(options.randomSeed ?? 1);
	const log = new RequestLog();
	const control = new Control({
		clock,
		faults,
		log,
		behaviour,
		areas: {
			'GET tokens': () => ({ alive: tokens.alive }),
			'POST expire-tokens': () => {
				tokens.expire();
				return {};
			},
			'GET events': () => ({ waiting: events.length }),
		},
	});
	const authority = lazy(() => new Authority());
	const pair = () => {
		const { certificate: cert, key } = authority().server();
		return { cert, key };
	};
	const listener = new Listener(
		{ clock, control, faults, log, application: applicationOf(service, tokens), rateLimit: undefined },
		options.plainHttp ? undefined : pair(),
		65_000,
	);
	const port = await listener.listen(options.port ?? 0);
	const url = `${options.plainHttp ? 'http' : 'https'}://127.0.0.1:${port}`;
	return {
		url,
		controlUrl: `${url}/sandbox`,
		tenantId,
		client,
		get ca() {
			return authority().certificate;
		},
		behaviour,
		clock,
		faults,
		log,
		tokens,
		world,
		events,
		deliver: async (subscriber, how) => await deliver(events, subscriber, random, how),
		close: async () => await listener.close(),
	};
}

/** What a user needs to know of a running tenant, as text. */
export function describeTenant({ url, controlUrl, tenantId, client, ca }: InventorySandbox): string {
	return [
		`Inventory Visibility sandbox at ${url}`,
		`Control endpoint    ${controlUrl}`,
		`Tenant ID           ${tenantId}`,
		`Client ID, secret   ${client.clientId} / ${client.clientSecret}`,
		...(url.startsWith('https:') ? ['CA certificate', ca.trim()] : []),
		'Items MUG-BLUE, MUG-RED, CHAIR-OAK and TENT-2P are there, at AUR_DC1, AUR_DC2 and AUR_STORE1. Stop with Ctrl+C.',
	].join('\n');
}
