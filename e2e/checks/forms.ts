import assert from 'node:assert/strict';
import type { Check } from '../lib/checks';
import { NODE_TYPE } from '../lib/connection';
import { chain, START, sterlingNode } from '../lib/workflows';

/** Height of a fresh form of Create Order at the standard width of the panel, in pixels. */
const HIGHEST = 900;

const createOrder: Check = {
	name: 'forms: a fresh Create Order fits on a screen',
	async run({ api, credential, editor: open, images }) {
		const fresh = sterlingNode('Create order', credential, { resource: 'order', operation: 'create' });
		const stored = await api.createWorkflow(chain('A fresh order', [START, fresh]));
		const editor = await open();
		await editor.openWorkflow(stored.id);
		await editor.openNode('Create order');
		const height = await editor.formHeight();
		await editor.picture(images, 'form-create-order');
		await editor.closeNode();
		assert.ok(height > 300, `the form has ${height} px: it is not there`);
		assert.ok(height <= HIGHEST, `the form has ${height} px`);
		return `${height} px`;
	},
};

interface Served {
	displayName: string;
	name: string;
	type: string;
	description?: string;
	options?: Array<Partial<Served> & { values?: Served[] }>;
}

/** Labels of what has no description, inside collections too. */
function undescribed(properties: readonly Served[], before: string[] = []): string[] {
	return properties.flatMap(({ displayName, name, type, description = '', options = [] }) => {
		const way = [...before, displayName];
		const isSilent = type === 'notice' || name === 'resource' || name === 'operation';
		const own = isSilent || /\S/.test(description) ? [] : [way.join(' → ')];
		const inner = options.flatMap((option) => option.values ?? ('type' in option ? [option as Served] : []));
		return [...own, ...undescribed(inner, way)];
	});
}

const described: Check = {
	name: 'forms: every parameter that n8n serves of the action node is described',
	async run({ api }) {
		const types = (await api.nodeTypes()) as unknown as Array<{ name: string; properties: Served[] }>;
		const node = types.find(({ name }) => name === NODE_TYPE);
		assert.ok(node, `n8n does not serve ${NODE_TYPE}`);
		// n8n adds options of its own, such as one that tells of custom API calls.
		const own = node.properties.filter(({ displayName }) => displayName !== '');
		assert.deepEqual(undescribed(own), []);
		return '0 parameters without a description';
	},
};

export const forms = [createOrder, described];
