import { resolve } from 'node:path';
import type { INodeParameters } from 'n8n-workflow';

import { locate } from '../../engine/oneNode';
import { closeAllPools } from '../../kit/http/pools';
import { startB2bi, type B2biSandbox } from '../../sandbox/b2bi';
import { schemaFile, writeSchemas } from './files';
import { rowsOf, type Row } from './rows';

const FOLDER = resolve(__dirname, '../../nodes/IbmB2bIntegrator/__schema__/v1.0.0');

const mailbox = locate('path', '/ACME/Inbox');

/** The record of a list's first row, by the member that names it. */
const first = (parameter: string, mode: string, member: string) => (row: Row) => ({
	[parameter]: locate(mode, String(row[member])),
});

/** Resources with a list: how it is read, and how one of its rows is. */
const LISTED: Array<[resource: string, list: INodeParameters, one: (row: Row) => INodeParameters]> = [
	['community', {}, first('community', 'name', 'name')],
	['mailbox', {}, first('mailbox', 'path', 'path')],
	['message', { mailbox }, (row) => ({ mailbox, ...first('message', 'id', 'id')(row) })],
	['partnerGroup', {}, first('partnerGroup', 'name', 'groupName')],
	['routingChannel', {}, first('routingChannel', 'key', 'routingChannelKey')],
	['routingRule', {}, first('routingRule', 'name', 'name')],
	['tradingPartner', {}, first('partner', 'name', 'partnerName')],
	['userAccount', {}, first('userAccount', 'name', 'userId')],
	['virtualRoot', {}, first('virtualRoot', 'name', 'userName')],
];

/**
 * Output schemas of the reads of B2B Integrator, by file below `__schema__/v1.0.0`: n8n shows them as preview before a
 * node has run. They are taken from what the node returns.
 */
export async function generateB2bIntegratorSchemas(): Promise<Map<string, string>> {
	const sandbox = await startB2bi();
	const files = new Map<string, string>();
	const read = async (operation: string, parameters: INodeParameters): Promise<Row[]> => {
		const rows = await run(sandbox, operation, parameters);
		files.set(`${operation}.json`, schemaFile(rows));
		return rows;
	};
	try {
		for (const [resource, list, one] of LISTED) {
			const [row] = await read(`${resource}/getMany`, { returnAll: true, ...list });
			await read(`${resource}/get`, one(row));
			if (resource === 'message') await read('message/download', { ...one(row), contentOutput: 'text' });
		}
		const [{ processId }] = await run(sandbox, 'process/start', {
			adapterUri: `${sandbox.adapterUrl}drop`,
			text: 'a document',
			processIdFrom: 'field',
			processIdAt: 'processId',
		});
		for (const name of ['get', 'wait']) await read(`process/${name}`, { processId: String(processId) });
		return files;
	} finally {
		await closeAllPools();
		await sandbox.close();
	}
}

async function run(sandbox: B2biSandbox, operation: string, given: INodeParameters): Promise<Row[]> {
	const [{ userId, password }] = sandbox.users;
	const credential = { baseUrl: sandbox.url, authentication: 'basic', userId, password, caCertificate: sandbox.ca };
	return await rowsOf({ node: 'ibmB2bIntegrator', credential }, operation, given);
}

if (require.main === module) void writeSchemas(FOLDER, generateB2bIntegratorSchemas, 'B2B Integrator');
