import { Alerts } from './alerts';
import { CHECKED, forgetContexts, secureOptions } from './tls/context';
import type { TlsSettings } from './tls/settings';
import { dispatch } from './dispatch';
import { ignoringContinue } from './interim';
import { proxyFor, proxyToken, throughProxy } from './proxies';
import { forgetSharedState, hash } from './sharedState';
import type { Transport } from './transport';
import type { Connectors, Dispatcher } from './vendor/undici';

/** Where a pool leads, and what keeps it apart from others. */
export interface Destination {
	/** Scheme, host and port: https://host:port */
	origin: string;
	tls?: TlsSettings;
	/** Headers of every request, for gateways that bind connections to them. */
	headers?: Record<string, string>;
	/** Most connections. */
	maxInFlight: number;
}

interface Pool {
	dispatcher: Promise<Dispatcher>;
	alerts: Alerts;
	inFlight: number;
	usedAt: number;
}

const MAX_POOLS = 32;
const IDLE_MS = 60_000;
const CONNECT_MS = 30_000;
const pools = new Map<string, Pool>();
let sweeper: NodeJS.Timeout | undefined;

/**
 * The default transport: keeps connections open, one pool per origin, certificate and extra headers,
 * through the proxy that the environment names. Nothing is loaded or opened before the first request.
 */
export function pooledTransport({ origin, tls: settings, headers, maxInFlight }: Destination): Transport {
	let way: { key: string; proxy?: URL } | undefined;
	return async (request) => {
		way ??= wayTo({ origin, tls: settings, headers, maxInFlight });
		const { key, proxy } = way;
		const pool = poolOf(key, async (alerts) => await openPool(settings, maxInFlight, alerts, proxy));
		pool.inFlight++;
		try {
			return await dispatch(await pool.dispatcher, origin, request);
		} catch (error) {
			throw pool.alerts.behind(error);
		} finally {
			pool.inFlight--;
			pool.usedAt = Date.now();
		}
	};
}

/** The name of the pool, and the proxy by the environment, which is read once for each transport. */
function wayTo({ origin, tls: settings, headers, maxInFlight }: Destination): { key: string; proxy?: URL } {
	const proxy = proxyFor(origin);
	return { key: hash([origin, settings, headers, maxInFlight, proxy?.href]), proxy };
}

function poolOf(key: string, open: (alerts: Alerts) => Promise<Dispatcher>): Pool {
	const known = pools.get(key);
	const alerts = known?.alerts ?? new Alerts();
	const pool = known ?? { dispatcher: open(alerts), alerts, inFlight: 0, usedAt: Date.now() };
	// A certificate that cannot be read is read again next time: it may have been expired or not valid
	// yet.
	if (!known) pool.dispatcher.catch(() => pools.delete(key));
	pools.delete(key);
	pools.set(key, pool);
	for (const [other, { inFlight }] of pools) {
		if (pools.size <= MAX_POOLS) break;
		if (inFlight === 0 && other !== key) close(other);
	}
	sweeper ??= setInterval(() => sweep(Date.now() - IDLE_MS), IDLE_MS).unref();
	return pool;
}

async function openPool(
	settings: TlsSettings | undefined,
	maxInFlight: number,
	alerts: Alerts,
	proxy?: URL,
): Promise<Dispatcher> {
	const { Agent, buildConnector, Pool, ProxyAgent } = await import('./vendor/undici');
	const secure = { timeout: CONNECT_MS, ...(await secureOptions(settings)) };
	// The time-outs of a request are its own; undici's would only cut a longer one short.
	const direct = buildConnector(secure);
	const options = {
		connections: Math.max(1, maxInFlight),
		headersTimeout: 0,
		bodyTimeout: 0,
		connect: direct,
		// undici's proxy agent has a connector of its own, so each is put in its place here.
		factory: (origin: string | URL, own: object) => {
			const { connect } = own as { connect: Connectors.connector };
			return new Pool(origin, {
				...own,
				connect: ignoringContinue(alerts.listening(connect === direct ? direct : throughProxy(connect))),
			});
		},
	};
	if (!proxy) return new Agent(options);
	return new ProxyAgent({
		...options,
		uri: proxy.href,
		token: proxyToken(proxy),
		// Many proxies open tunnels for https alone.
		proxyTunnel: false,
		// The client certificate belongs to the tunnelled connection, not to the one with the proxy.
		requestTls: secure,
		proxyTls: { timeout: CONNECT_MS, ...CHECKED },
	});
}

function close(key: string): Promise<void> {
	const pool = pools.get(key);
	pools.delete(key);
	return pool
		? pool.dispatcher.then(
				async (dispatcher) => await dispatcher.close(),
				() => undefined,
			)
		: Promise.resolve();
}

function sweep(before: number): void {
	for (const [key, { inFlight, usedAt }] of pools) {
		if (inFlight === 0 && usedAt <= before) void close(key);
	}
	if (pools.size === 0) {
		clearInterval(sweeper);
		sweeper = undefined;
	}
}

/**
 * Closes all pools once their requests are done, and forgets all sessions. What was read of certificates is kept, as it
 * is when pools close because nobody uses them.
 */
export async function closeConnections(): Promise<void> {
	clearInterval(sweeper);
	sweeper = undefined;
	forgetSharedState();
	await Promise.all([...pools.keys()].map(close));
}

/** Closes all pools once their requests are done, and forgets all sessions, certificates and keys. */
export async function closeAllPools(): Promise<void> {
	forgetContexts();
	await closeConnections();
}
