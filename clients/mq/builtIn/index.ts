import { ServiceError } from '../../../kit/errors';
import { addressesOf, type Address } from '../address';
import type { Connection, ConnectionSettings, ConnectOptions, Transport } from '../connection';
import { namesOf, secretsOf, TIMEOUT_MS } from '../settings';
import { BuiltInConnection } from './connection';
import { Conversation } from './conversation';
import { Mqi } from './mqi';
import { negotiate } from './negotiate';
import { alertOf, openSocket, tlsOf, type Tls } from './socket';

const APPLICATION = 'n8n-nodes-ibm-sterling';

/** Failures after which the next address is tried: this queue manager is not there, or is not the active one. */
const ELSEWHERE = ['2009', '2059', '2161', '2162', '2223', '2537', '2538', '2543'];

/** The client for the MQI that is built in: one conversation for each socket, TLS, no native code. */
export const builtInTransport: Transport = {
	hasUnitsOfWork: true,

	async connect(settings: ConnectionSettings, options: ConnectOptions = {}): Promise<Connection> {
		return await secretsOf(settings).guard(async () => {
			namesOf(settings);
			const addresses = addressesOf(settings.address);
			const tls = await tlsOf(settings);
			for (const [index, address] of addresses.entries()) {
				try {
					return await connectTo(address, settings, tls, options);
				} catch (error) {
					const isElsewhere = error instanceof ServiceError && ELSEWHERE.includes(error.code ?? '');
					if (!isElsewhere || index === addresses.length - 1) throw error;
				}
			}
			throw new ServiceError('configuration', 'There is no address to connect to.', { effect: 'none' });
		});
	},
};

async function connectTo(
	address: Address,
	settings: ConnectionSettings,
	tls: Tls | undefined,
	options: ConnectOptions,
): Promise<Connection> {
	const { channel, queueManager } = namesOf(settings);
	const { signal, timeoutMs = TIMEOUT_MS } = options;
	const socket = await openSocket(address, { ...options, timeoutMs, tls, settings });
	const conversation = new Conversation(socket, timeoutMs, (error) => alertOf(error, address));
	try {
		const maxMessage = await negotiate(conversation, channel, queueManager, signal);
		const mqi = new Mqi(conversation);
		const user = settings.user?.trim() ?? '';
		if (settings.password) await mqi.authenticate(user, settings.password, signal);
		else mqi.identify(user);
		await mqi.connect(queueManager, settings.applicationName ?? APPLICATION, { signal });
		return new BuiltInConnection(mqi, secretsOf(settings), maxMessage);
	} catch (error) {
		conversation.destroy();
		if (!(error instanceof ServiceError)) throw error;
		// Nothing was done yet, whatever was lost.
		throw error.with({ effect: 'none', ...(error.code === '2009' ? CUT_OFF : {}) });
	}
}

const CUT_OFF = {
	hint: 'Queue managers end connections like this if TLS differs: the cipher spec must be that of the channel, or empty if the channel has none.',
	remedy: { field: 'tls.cipherSpec' },
} as const;
