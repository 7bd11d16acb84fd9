import { counted } from '../../kit/counted';
import { ServiceError } from '../../kit/errors';
import { type Diagnosis, diagnosisOf } from '../../kit/diagnosis';
import { InventoryClient, type ClientOptions } from './client';
import type { InventoryConnection } from './connection';
import { listOf } from './stock';

/**
 * Tests a connection with a real read: the ship nodes of the tenant.
 * @returns the outcome for a person, with the setting that helps; failures of the connection are no exceptions
 */
export async function testConnection(
	connection: InventoryConnection,
	options: Pick<ClientOptions, 'transport'> = {},
): Promise<Diagnosis> {
	try {
		const client = new InventoryClient(connection, { ...options, attempts: 2 });
		const path = 'v1/configuration/shipNodes';
		const { body } = await client.send({ service: 'inventory', method: 'GET', path, kind: 'read', isList: true });
		const count = listOf(body, 'shipNodes').length;
		return { ok: true, message: `Connected. The tenant has ${counted(count, 'ship node')}.` };
	} catch (error) {
		if (!(error instanceof ServiceError)) throw error;
		if (error.category !== 'notFound') return diagnosisOf(error);
		return { ...diagnosisOf(error, 'The tenant may be wrong.'), remedy: { field: 'tenant' } };
	}
}
