import { ServiceError, type Remedy } from '../../kit/errors';
import { InventoryClient, type ClientOptions } from './client';
import type { InventoryConnection } from './connection';
import { listOf } from './stock';

/** What the connection test found. */
interface Diagnosis {
	ok: boolean;
	message: string;
	/** The setting that helps. */
	remedy?: Remedy;
}

/** Tries a connection by a real read: the ship nodes of the tenant. Never throws. */
export async function diagnose(
	connection: InventoryConnection,
	options: Pick<ClientOptions, 'transport'> = {},
): Promise<Diagnosis> {
	try {
		const client = new InventoryClient(connection, { ...options, attempts: 2 });
		const path = 'v1/configuration/shipNodes';
		const { body } = await client.send({ service: 'inventory', method: 'GET', path, kind: 'read' });
		const count = listOf(body, 'shipNodes').length;
		return { ok: true, message: `Connected. The tenant has ${count} ship ${count === 1 ? 'node' : 'nodes'}.` };
	} catch (error) {
		if (!(error instanceof ServiceError)) return { ok: false, message: (error as Error).message };
		const isTenant = error.category === 'notFound';
		const hint = isTenant ? 'The tenant may be wrong.' : error.hint;
		const remedy: Remedy | undefined = isTenant ? { field: 'tenant' } : error.remedy;
		return { ok: false, message: [error.message, hint].filter(Boolean).join(' '), ...(remedy ? { remedy } : {}) };
	}
}
