import { ServiceError, type Remedy } from '../../kit/errors';
import type { ConnectionSettings, ConnectOptions, Transport } from './connection';

/** The outcome of a connection test, in words for the person who set it up. */
interface Diagnosis {
	ok: boolean;
	message: string;
	/** The setting that helps. */
	remedy?: Remedy;
}

/**
 * Tests a connection the way everything else connects: to the channel, with the client certificate, to the queue manager
 * of that name, and ends it again. Says which reason code was answered and which setting helps.
 */
export async function testConnection(
	settings: ConnectionSettings,
	transport: Transport,
	options: ConnectOptions = {},
): Promise<Diagnosis> {
	try {
		const connection = await transport.connect(settings, options);
		await connection.close();
		return { ok: true, message: 'Connection successful.' };
	} catch (error) {
		if (!(error instanceof ServiceError)) throw error;
		const message = [error.message, error.hint].filter(Boolean).join(' ');
		return { ok: false, message, ...(error.remedy ? { remedy: error.remedy } : {}) };
	}
}
