import { counted } from '../../kit/counted';
import { ServiceError } from '../../kit/errors';
import { type Diagnosis } from '../../kit/diagnosis';
import { SysproClient, type ClientOptions } from './client';
import type { SysproConnection } from './connection';
import type { Enet } from './enet/caller';
import { readMetadata } from './odata/metadata';
import type { ODataService } from './odata/service';

/** One step of the connection test: the version, logon and logoff of e.net, the metadata of OData. */
interface Part extends Diagnosis {
	name: 'version' | 'logon' | 'logoff' | 'odata';
}

/** The outcome of all parts in one message, and each on its own. The remedy is that of the first part that failed. */
interface PartedDiagnosis extends Diagnosis {
	parts: Part[];
}

/**
 * Tests every service of a connection: logs on to e.net and off again, and reads what OData exposes.
 * @returns the outcome for a person, with the setting that helps; never throws
 */
export async function testConnection(
	connection: SysproConnection,
	options: Pick<ClientOptions, 'transport'> = {},
): Promise<PartedDiagnosis> {
	let client: SysproClient;
	try {
		client = new SysproClient(connection, { ...options, attempts: 2 });
	} catch (error) {
		const part = failed('version', '', error);
		return { ok: false, message: part.message, parts: [], ...(part.remedy ? { remedy: part.remedy } : {}) };
	}
	const parts = [
		...(client.enet ? await enetParts(client.enet) : []),
		...(client.odata ? [await odataPart(client.odata)] : []),
	];
	const remedy = parts.find(({ ok, remedy }) => !ok && remedy)?.remedy;
	return {
		ok: parts.every(({ ok }) => ok),
		message: parts.map(({ message }) => message).join(' '),
		...(remedy ? { remedy } : {}),
		parts,
	};
}

async function enetParts(enet: Enet): Promise<Part[]> {
	const parts: Part[] = [];
	try {
		const version = await enet.sessions.version();
		parts.push({ name: 'version', ok: true, message: `e.net responds (SYSPRO ${version.slice(0, 40)}).` });
	} catch (error) {
		return [failed('version', 'e.net', error)];
	}
	try {
		const problem = await enet.sessions.tryOut();
		parts.push({ name: 'logon', ok: true, message: 'Logon successful.' });
		parts.push(
			problem ? failed('logoff', 'Logoff', problem) : { name: 'logoff', ok: true, message: 'Logoff successful.' },
		);
	} catch (error) {
		parts.push(failed('logon', 'Logon', error));
	}
	return parts;
}

async function odataPart(service: ODataService): Promise<Part> {
	try {
		const { length } = await readMetadata(service);
		return { name: 'odata', ok: true, message: `OData exposes ${counted(length, 'table')}.` };
	} catch (error) {
		return failed('odata', 'OData', error);
	}
}

function failed(name: Part['name'], what: string, error: unknown): Part {
	if (!(error instanceof ServiceError)) return { name, ok: false, message: `${what}: ${(error as Error).message}` };
	const { message, hint, remedy } = error;
	const said = [what && `${what} failed: ${message}`, what ? '' : message, hint].filter(Boolean).join(' ');
	return { name, ok: false, message: said, ...(remedy ? { remedy } : {}) };
}
