import { pooledTransport } from '../../../kit/http/pools';
import { REAL_CLOCKWORK } from '../../../kit/http/retry';
import type { Connection, ConnectionSettings, ConnectOptions, Transport } from '../connection';
import { secretsOf, TIMEOUT_MS, tlsSettingsOf } from '../settings';
import { rootOf } from './address';
import { RestConnection } from './connection';
import { guarded } from './guarded';

/** Connections at once to one mqweb server. */
const MOST_REQUESTS = 5;

/** MQ REST: the messaging REST API of mqweb, version 3 (MQ 9.2.5 and newer). */
export const restTransport: Transport = {
	hasUnitsOfWork: false,

	async connect(settings: ConnectionSettings, options: ConnectOptions = {}): Promise<Connection> {
		const secrets = secretsOf(settings);
		const { user = '', password = '' } = settings;
		const authorization = user ? `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}` : '';
		secrets.add(authorization);
		const origin = new URL(rootOf(settings.address)).origin;
		const tls = tlsSettingsOf(settings);
		const connection = new RestConnection({
			address: settings.address,
			queueManager: settings.queueManager.trim(),
			authorization,
			timeoutMs: options.timeoutMs ?? TIMEOUT_MS,
			clockwork: options.clockwork ?? REAL_CLOCKWORK,
			http: options.http ?? pooledTransport({ origin, tls, maxInFlight: MOST_REQUESTS }),
		});
		await secrets.guard(async () => await connection.probe(options.signal));
		return guarded(connection, secrets);
	},
};
