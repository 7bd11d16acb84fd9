import assert from 'node:assert/strict';
import type { Check } from '../lib/checks';
import { credentialData } from '../lib/connection';
import type { Editor } from '../lib/editor';
import { waitFor } from '../lib/process';
import { chain, firstWorkflow, START, sterlingNode } from '../lib/workflows';
import { weighed } from './pictures';

const CREDENTIAL = 'IBM Sterling Order Management API';

/** Fills in the dialog the way a person would who holds a PEM certificate. */
async function fillIn(editor: Editor, data: Record<string, unknown>): Promise<void> {
	await editor.openNewCredential(CREDENTIAL);
	await editor.chooseField('clientIdentity', 'PEM Text');
	for (const name of ['endpoint', 'loginId', 'password', 'certificate', 'privateKey', 'caCertificate']) {
		await editor.fillField(name, String(data[name]));
	}
	await editor.fillField('enterpriseCode', 'AURORA');
}

const credentialGreen: Check = {
	name: 'editor: credential dialog, filled in, tests green',
	async run({ editor: open, images, sandbox }) {
		const editor = await open();
		await fillIn(editor, credentialData(sandbox));
		const { ok, text } = await editor.saveCredential();
		assert.ok(ok, text);
		const top = await editor.picture(images, 'credential');
		await editor.showField('password');
		const certificate = await editor.picture(images, 'credential-certificate');
		await editor.closeCredential();
		return weighed(top, certificate);
	},
};

const credentialRed: Check = {
	name: 'editor: credential dialog explains an expired certificate',
	async run({ editor: open, images, sandbox }) {
		const editor = await open();
		const { certificate, key } = sandbox.expiredClientCertificate();
		await fillIn(editor, credentialData(sandbox, { certificate, privateKey: key }));
		const { ok, text } = await editor.saveCredential();
		assert.ok(!ok, 'the test is green');
		assert.match(text, /expired|ended/i);
		const picture = await editor.picture(images, 'credential-expired');
		await editor.closeCredential();
		return weighed(picture);
	},
};

const workflow: Check = {
	name: 'editor: first workflow on the canvas, run by hand, and its node panel',
	async run({ api, credential, editor: open, images, sandbox }) {
		const stored = await api.createWorkflow(firstWorkflow(credential, 'WEB-1001'));
		const editor = await open();
		await editor.openWorkflow(stored.id);
		// Opening the panel lets the editor load the custom fields, which counts as a change of the node.
		await editor.openNode('Create order');
		const resources = await editor.optionsOf('resource');
		for (const name of ['Order', 'API']) assert.ok(resources.includes(name), `no resource ${name}`);
		await editor.closeNode();

		await editor.executeWorkflow();
		// The first node that has succeeded shows before the others have run.
		await waitFor(
			async () => await Promise.resolve(sandbox.store.order('WEB-1001') !== undefined),
			30_000,
			() => 'the sandbox does not hold the order',
		);
		const canvas = await editor.picture(images, 'first-workflow');

		await editor.openNode('Create order');
		const panel = await editor.picture(images, 'node-create-order');
		await editor.closeNode();

		await editor.openNode('Read it back');
		const output = await editor.picture(images, 'node-get-order');
		await editor.closeNode();
		return weighed(canvas, panel, output);
	},
};

const picker: Check = {
	name: 'editor: the order picker lists orders',
	async run({ api, credential, editor: open, images }) {
		const unset = sterlingNode('Get order', credential, { resource: 'order', operation: 'get' });
		const stored = await api.createWorkflow(chain('Pick an order', [START, unset]));
		const editor = await open();
		await editor.openWorkflow(stored.id);
		await editor.openNode('Get order');
		const entries = await editor.locatorEntries('order');
		assert.ok(
			entries.some((entry) => entry.includes('AUR-1001')),
			entries.join(' | '),
		);
		return weighed(await editor.picture(images, 'order-picker'));
	},
};

const search: Check = {
	name: 'editor: the node is found by searching for "sterling"',
	async run({ api, credential, editor: open, images }) {
		const stored = await api.createWorkflow(firstWorkflow(credential, 'WEB-1002'));
		const editor = await open();
		await editor.openWorkflow(stored.id);
		const names = await editor.searchNode('sterling');
		assert.ok(names.includes('IBM Sterling Order Management'), names.join(', '));
		return weighed(await editor.picture(images, 'node-search'));
	},
};

export const editor = [credentialGreen, credentialRed, workflow, picker, search];
