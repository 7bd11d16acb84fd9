import { ServiceError } from '../../kit/errors';
import { type Diagnosis, diagnosisOf } from '../../kit/diagnosis';
import type { ConnectionSettings, ConnectOptions, Transport } from './connection';

/**
 * Tests a connection the way everything else connects: to the channel, with the client certificate, to the queue manager
 * of that name, and ends it again. Says which reason code was returned.
 * @returns the outcome for a person, with the setting that helps; failures of the connection are no exceptions
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
		return diagnosisOf(error);
	}
}
