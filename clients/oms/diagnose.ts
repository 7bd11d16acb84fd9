import { type Diagnosis, diagnosisOf } from '../../kit/diagnosis';
import { SterlingClient, type ClientOptions } from './client';
import type { Connection } from './connection';
import { cut, ServiceError } from '../../kit/errors';

interface TestOptions extends ClientOptions {
	/** The enterprise that nodes use by default: it is looked up as well. */
	enterpriseCode?: string;
}

/**
 * Tests a connection with a real authenticated read (getOrderList of one record) through the same client, certificate
 * and proxies as everything else, and looks up the default enterprise. A refusal of that one API proves the connection,
 * but is reported as a failure: n8n shows no text beside a test that succeeded.
 */
export async function testConnection(
	connection: Connection,
	{ enterpriseCode, ...options }: TestOptions = {},
): Promise<Diagnosis> {
	try {
		const client = new SterlingClient(connection, { attempts: 1, ...options });
		await client.send({
			api: 'getOrderList',
			root: 'Order',
			input: { MaximumRecords: '1' },
			kind: 'read',
		});
		if (enterpriseCode && !(await hasEnterprise(client, enterpriseCode))) return unknownEnterprise(enterpriseCode);
		return { ok: true, message: 'Connection successful.' };
	} catch (error) {
		if (!(error instanceof ServiceError)) throw error;
		return explained(error);
	}
}

/** Whether Sterling shows this login the enterprise. A login that may not read organizations gets the benefit of the doubt. */
async function hasEnterprise(client: SterlingClient, code: string): Promise<boolean> {
	try {
		const { document } = await client.send({
			api: 'getOrganizationList',
			root: 'Organization',
			input: { OrganizationCode: code, MaximumRecords: '1' },
			kind: 'read',
		});
		return document.Organization !== undefined;
	} catch (error) {
		if (error instanceof ServiceError && error.category === 'permission') return true;
		throw error;
	}
}

function unknownEnterprise(code: string): Diagnosis {
	const message =
		`The connection and login work, but Sterling shows this user no enterprise "${cut(code, 60)}". Check the code, ` +
		'capital letters included.';
	return { ok: false, message, remedy: { field: 'enterprise' } };
}

function explained(error: ServiceError): Diagnosis {
	if (error.category === 'permission' && error.code !== undefined) {
		const message =
			`The connection and login work, but this user may not read orders (${error.code}). Ask the ` +
			'administrator to grant getOrderList. Save anyway if your workflows use other operations only.';
		return { ok: false, message };
	}
	const code = error.code && !error.message.includes(error.code) ? `[${error.code}]` : '';
	return diagnosisOf(error, [code, error.hint].filter(Boolean).join(' '));
}
