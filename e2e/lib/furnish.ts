import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Sandbox } from '../../sandbox';
import { N8nApiError, type N8nApi } from './api';
import { type Credential, type Owner, type StoredWorkflow, type WorkflowJson } from './apiTypes';
import { CREDENTIAL_TYPE, credentialData, TRIGGER_TYPE } from './connection';
import { SAMPLES, TEMPLATES } from './paths';
import { chain, fromFile, sterlingNode } from './workflows';

/** What is in n8n when somebody sits down in front of it. */
export interface Furniture {
	credential: Credential;
	/** The workflow to begin with. */
	first: StoredWorkflow;
	/** A trigger that starts on whatever happens in the sandbox; inactive. */
	watch: StoredWorkflow;
}

const CREDENTIAL = 'Sterling Sandbox';
const WATCH = 'Sterling Live: What Happens in Sterling';

/** Sets up the owner, or signs in where that was done in an earlier session. */
async function signIn(api: N8nApi, owner: Owner): Promise<void> {
	try {
		await api.setUpOwner(owner);
	} catch (error) {
		if (!(error instanceof N8nApiError) || error.status !== 400) throw error;
		await api.call('POST', '/rest/login', { emailOrLdapLoginId: owner.email, password: owner.password });
	}
}

/** The sandbox makes new certificates at each start, so a credential of an earlier session gets those. */
async function storeCredential(api: N8nApi, sandbox: Sandbox): Promise<Credential> {
	const stored = await api.call<Credential[]>('GET', '/rest/credentials');
	const known = stored.find(({ name, type }) => name === CREDENTIAL && type === CREDENTIAL_TYPE);
	const data = credentialData(sandbox);
	if (!known) return await api.createCredential(CREDENTIAL, CREDENTIAL_TYPE, data);
	await api.call('PATCH', `/rest/credentials/${known.id}`, { name: CREDENTIAL, type: CREDENTIAL_TYPE, data });
	return known;
}

async function tagId(api: N8nApi, name: string): Promise<string> {
	const tags = await api.call<Array<{ id: string; name: string }>>('GET', '/rest/tags');
	return (tags.find((tag) => tag.name === name) ?? (await api.call<{ id: string }>('POST', '/rest/tags', { name }))).id;
}

/** The workflow files of a folder, in the order of the numbers in their names. */
const filesOf = (folder: string): string[] =>
	readdirSync(folder)
		.filter((name) => name.endsWith('.json'))
		.sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
		.map((name) => join(folder, name));

function watchWorkflow(credential: Credential): WorkflowJson {
	const parameters = {
		events: ['orderCreated', 'orderCancelled', 'orderReleased', 'orderLineBackordered', 'shipmentCreated'],
		pollTimes: { item: [{ mode: 'everyMinute' }] },
		// Nothing in the sandbox is written before it is visible, so no transaction needs to be waited for.
		options: { lag: 0 },
	};
	return chain(WATCH, [
		sterlingNode('Sterling event', credential, parameters, TRIGGER_TYPE),
		{ name: 'Continue here', type: 'n8n-nodes-base.noOp', typeVersion: 1, position: [0, 0], parameters: {} },
	]);
}

/**
 * Puts owner, credential, and the workflows of the demo and of `templates/` (each under its tag) into n8n.
 * What is there already from an earlier session stays as it is.
 */
export async function furnish(api: N8nApi, sandbox: Sandbox, owner: Owner): Promise<Furniture> {
	await signIn(api, owner);
	const credential = await storeCredential(api, sandbox);
	const known = await api.call<StoredWorkflow[]>('GET', '/rest/workflows');
	const store = async (workflow: WorkflowJson, tag: string) =>
		known.find(({ name }) => name === workflow.name) ??
		(await api.createWorkflow({ ...workflow, tags: [await tagId(api, tag)] }));
	// n8n lists the newest first, so the one to begin with comes last.
	for (const file of filesOf(TEMPLATES).reverse()) await store(fromFile(file, credential), 'Sterling template');
	const watch = await store(watchWorkflow(credential), 'Sterling demo');
	const samples = filesOf(SAMPLES).map((file) => fromFile(file, credential));
	const [first] = samples;
	for (const sample of samples.slice(1).reverse()) await store(sample, 'Sterling demo');
	return { credential, watch, first: await store(first!, 'Sterling demo') };
}
