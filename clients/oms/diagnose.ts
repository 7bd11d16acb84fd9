import { SterlingClient, type ClientOptions } from './client';
import type { Connection } from './connection';
import { ServiceError, type Remedy } from '../../kit/errors';

/** The outcome of a connection test, in words for the person who set it up. */
export type Diagnosis = { ok: true; message: string } | { ok: false; message: string; remedy?: Remedy };

/**
 * Tests a connection with a real authenticated read (getOrderList of one record) through the same
 * client, certificate and proxies as everything else. A refusal of that one API proves the
 * connection, and is told as a failure all the same: n8n shows no text beside a test that succeeded.
 */
export async function testConnection(connection: Connection, options: ClientOptions = {}): Promise<Diagnosis> {
	try {
		const client = new SterlingClient(connection, { attempts: 1, ...options });
		await client.send({
			api: 'getOrderList',
			root: 'Order',
			input: { MaximumRecords: '1' },
			kind: 'read',
		});
		return { ok: true, message: 'Connection successful.' };
	} catch (error) {
		if (!(error instanceof ServiceError)) throw error;
		return diagnose(error);
	}
}

function diagnose(error: ServiceError): Diagnosis {
	if (error.category === 'permission' && error.code !== undefined) {
		const message =
			`The connection and login work, but this user may not read orders (${error.code}). Ask the ` +
			'administrator to grant getOrderList. Save anyway if your workflows use other operations only.';
		return { ok: false, message };
	}
	const code = error.code && !error.message.includes(error.code) ? ` [${error.code}]` : '';
	const message = [`${error.message}${code}`, error.hint].filter(Boolean).join(' ');
	return { ok: false, message, ...(error.remedy ? { remedy: error.remedy } : {}) };
}
