import type { ICredentialDataDecryptedObject, INode, INodeParameters } from 'n8n-workflow';

import type { Finished } from '../../../engine/workflow';
import { Syspro } from '../../../nodes/Syspro/Syspro.node';
import { startSyspro, type SysproOptions, type SysproSandbox } from '../../../sandbox/syspro';
import { forget, outcomesOf, runProduct, sandboxForFile, type ProductRunOptions } from '../productRun';
import { secrets } from '../watch';

export const TYPE = 'n8n-nodes-ibm-sterling.syspro';
const SYSPRO = { name: 'SYSPRO', type: TYPE, node: new Syspro(), credentialType: 'sysproApi' };

/** A purchase order, an invoice and a dispatch note of the sandbox have this number. */
export const NUMBER = '000000000000001';

const table = (code: string, name: string) => ({ row: [{ code, name }] });

/** How this company writes units and currencies, for X12. */
export const X12_TABLES = { unitTable: table('MR', 'M'), currencyTable: table('USD', '$') };

/** Credential data for a sandbox, as a user would fill it in. */
export function sysproCredential(
	sandbox: SysproSandbox,
	more: Record<string, unknown> = {},
): ICredentialDataDecryptedObject {
	const [{ operator, password }] = sandbox.operators;
	return {
		enetUrl: sandbox.enetUrl,
		operator,
		operatorPassword: password,
		company: sandbox.companyId,
		companyPassword: sandbox.companyPassword,
		odataUrl: sandbox.odataUrl,
		odataOperator: operator,
		odataPassword: password,
		caCertificate: sandbox.ca,
		advanced: true,
		maxInFlight: 4,
		timeout: 20,
		...more,
	} as ICredentialDataDecryptedObject;
}

/** Runs one node on n8n's engine against the sandbox; fails when anything of the run shows a secret. */
export async function runSyspro(
	sandbox: SysproSandbox,
	parameters: INode['parameters'],
	options: ProductRunOptions = {},
): Promise<Finished> {
	const data = sysproCredential(sandbox, options.credential);
	for (const name of ['operatorPassword', 'companyPassword', 'odataPassword']) {
		secrets.add(name, data[name] as string | undefined);
	}
	return await runProduct(SYSPRO, data, parameters, options);
}

export const { rows: syspro, refused: sysproRefused } = outcomesOf(runSyspro, 'SYSPRO');

/** A sandbox for all tests of a file; faults and log are cleared before each. */
export const sysproForFile = (options: SysproOptions = {}): { readonly sandbox: SysproSandbox } =>
	sandboxForFile(async () => await startSyspro(options), forget);

/** Runs of one node for an item with this JSON. After each test, no licence seat may be taken. */
export function runsForOneItem(bench: { readonly sandbox: SysproSandbox }) {
	const given = (json: object) => ({ input: [{ json: json as never }] });
	afterEach(() => expect(bench.sandbox.sessions.seats).toBe(0));
	return {
		run: async (parameters: INodeParameters, json: object = {}) => await syspro(bench.sandbox, parameters, given(json)),
		refused: async (parameters: INodeParameters, json: object = {}) =>
			await sysproRefused(bench.sandbox, parameters, given(json)),
	};
}
