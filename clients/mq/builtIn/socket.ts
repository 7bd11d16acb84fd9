import { connect as connectTcp, type Socket } from 'node:net';
import { checkServerIdentity, connect as connectTls, type ConnectionOptions } from 'node:tls';

import { ServiceError } from '../../../kit/errors';
import { throwIfCancelled } from '../../../kit/http/cancel';
import { fromNetwork } from '../../../kit/http/networkErrors';
import { readCertificates } from '../../../kit/http/tls/certificates';
import { connectionName, type Address } from '../address';
import { cipherSpecOf } from '../cipherSpecs';
import type { ConnectionSettings, ConnectOptions } from '../connection';
import { MQRC, mqError } from '../errors';
import { serverNameOf } from '../serverName';
import { tlsSettingsOf } from '../settings';

/** How to open a socket to any of the addresses; read once, since keys take time to decrypt. */
export type Tls = Omit<ConnectionOptions, 'host' | 'port'>;

/**
 * What TLS needs of the settings; undefined for plain TCP. With authorities of its own, a connection trusts nobody else,
 * and the name in the server's certificate does not count, as with a key repository of MQ: queue managers have
 * certificates with their own name. With the public authorities the certificate must be made out to the host.
 * @throws ServiceError `configuration` or `tls`
 */
export async function tlsOf(settings: ConnectionSettings): Promise<Tls | undefined> {
	const spec = cipherSpecOf(settings.cipherSpec);
	if (!spec) return undefined;
	const { cert, key, ca } = await readCertificates(tlsSettingsOf(settings));
	return {
		...spec,
		cert,
		key,
		ca,
		rejectUnauthorized: settings.allowUnauthorized !== true,
		...(ca ? { checkServerIdentity: () => undefined } : {}),
	};
}

interface Circumstances extends ConnectOptions {
	timeoutMs: number;
	tls: Tls | undefined;
	settings: ConnectionSettings;
}

/**
 * Opens a socket, with TLS from its first byte where a cipher spec says so.
 * @throws ServiceError with MQ's reason code for hosts that cannot be reached (2538) and TLS that fails (2393)
 */
export async function openSocket(address: Address, circumstances: Circumstances): Promise<Socket> {
	const { egress, signal, tls, timeoutMs, settings } = circumstances;
	throwIfCancelled(signal);
	await egress?.permit?.(address.host, address.port);
	const target = { ...address, ...(egress?.lookup ? { lookup: egress.lookup } : {}) };
	const servername = serverNameOf(settings.serverName, { channel: settings.channel.trim(), host: address.host });
	const socket = tls
		? connectTls({ ...tls, ...target, ...checking(tls, address.host), ...(servername ? { servername } : {}) })
		: connectTcp(target);
	socket.setNoDelay(true);
	socket.setKeepAlive(true, 15_000);
	try {
		await opened(socket, tls ? 'secureConnect' : 'connect', { signal, timeoutMs });
		return socket;
	} catch (error) {
		socket.destroy();
		throw failed(error, address, tls !== undefined);
	}
}

/** The certificate is compared with the host, whatever name the handshake carries. */
function checking(tls: Tls, host: string): Tls {
	if (tls.checkServerIdentity) return {};
	return { checkServerIdentity: (_name, certificate) => checkServerIdentity(host, certificate) };
}

async function opened(
	socket: Socket,
	event: string,
	{ signal, timeoutMs }: { signal?: AbortSignal; timeoutMs: number },
): Promise<void> {
	let timer: NodeJS.Timeout | undefined;
	let abort: () => void = () => undefined;
	try {
		await new Promise<void>((resolve, reject) => {
			abort = () => reject(new ServiceError('cancelled', 'The connection was cancelled.', { effect: 'none' }));
			timer = setTimeout(
				() => reject(Object.assign(new Error('late'), { code: 'UND_ERR_CONNECT_TIMEOUT' })),
				timeoutMs,
			);
			signal?.addEventListener('abort', abort, { once: true });
			socket.once(event, () => resolve());
			socket.once('error', reject);
			socket.once('close', () => reject(Object.assign(new Error('closed'), { code: 'ECONNRESET' })));
		});
	} finally {
		clearTimeout(timer);
		signal?.removeEventListener('abort', abort);
		socket.removeAllListeners();
	}
}

/** What TLS says after its handshake: with TLS 1.3 that is how a server refuses a client certificate. */
export function alertOf(error: Error & { code?: string }, address: Address): ServiceError | undefined {
	return error.code?.startsWith('ERR_SSL_') ? failed(error, address, true) : undefined;
}

/** The words of the kit for what the network said, with the reason code that IBM's client would have. */
function failed(error: unknown, address: Address, isTls: boolean): ServiceError {
	const known = fromNetwork(error, `${isTls ? 'https' : 'http'}://${hostOf(address)}:${address.port}`);
	if (known.category === 'cancelled' || known.category === 'configuration') return known;
	const isHandshake = known.category === 'tls';
	const { category, hint, remedy } = known;
	const made = mqError(isHandshake ? MQRC.sslInitialization : MQRC.hostNotAvailable, {
		verb: 'MQCONNX',
		detail: known.message,
		effect: 'none',
		...(hint ? { hint } : {}),
		...(remedy ? { remedy } : {}),
		attributes: { address: connectionName(address), ...(known.code ? { cause: known.code } : {}) },
	});
	return made.with({}, undefined, category);
}

const hostOf = ({ host }: Address): string => (host.includes(':') ? `[${host}]` : host);
