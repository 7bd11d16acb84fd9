import { ServiceError } from '../../kit/errors';
import { type Diagnosis, diagnosisOf } from '../../kit/diagnosis';
import { B2biClient, type ClientOptions } from './client';
import type { Connection } from './connection';

/** Certificates of an authority of the server's own are the default there. */
const SELF_SIGNED =
	'B2B Integrator has a self-signed certificate unless the administrator has replaced it; it must be trusted here.';

/**
 * Tests a connection with a real authenticated read (the first mailbox) through the same client, certificate and proxies
 * as everything else. No mailbox at all is a success: the account may only manage partners.
 */
export async function testConnection(connection: Connection, options: ClientOptions = {}): Promise<Diagnosis> {
	try {
		const client = new B2biClient(connection, { attempts: 1, ...options });
		const query = { _range: '0-0' };
		await client.send({ service: 'mailboxes', method: 'GET', kind: 'read', isList: true, query });
		return { ok: true, message: 'Connection successful.' };
	} catch (error) {
		if (!(error instanceof ServiceError)) throw error;
		return diagnosisOf(error, hintOf(error));
	}
}

function hintOf({ category, code, hint }: ServiceError): string | undefined {
	const isOwnAuthority = category === 'tls' && /SELF_SIGNED|UNABLE_TO_(VERIFY|GET_ISSUER)/.test(code ?? '');
	return isOwnAuthority ? SELF_SIGNED : hint;
}
