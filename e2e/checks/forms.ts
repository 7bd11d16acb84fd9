import assert from 'node:assert/strict';
import type { Check } from '../lib/checks';
import { NODE_TYPE } from '../lib/connection';
import { chain, START, sterlingNode } from '../lib/workflows';
import { weighed } from './pictures';

/** Heights of fresh forms at the standard width of the panel, in pixels. */
interface Form {
	name: string;
	parameters: Record<string, unknown>;
	highest: number;
	/** What the form is of, and a parameter of it, where it is not the action node. */
	of?: { type: string; parameter: string };
}

const on = (resource: string, operation: string) => ({ resource, operation });

const FORMS: Form[] = [
	{ name: 'Create Order', parameters: on('order', 'create'), highest: 900 },
	{ name: 'Update Order', parameters: on('order', 'update'), highest: 900 },
	{ name: 'Cancel Order', parameters: on('order', 'cancel'), highest: 800 },
	{ name: 'Cancel Order Lines', parameters: on('order', 'cancelLines'), highest: 900 },
	{ name: 'Get Many Orders', parameters: on('order', 'getMany'), highest: 1000 },
	{ name: 'Confirm Shipment', parameters: on('shipment', 'confirm'), highest: 900 },
	{ name: 'Create Return', parameters: on('return', 'create'), highest: 900 },
	{ name: 'Trigger', parameters: {}, highest: 1000, of: { type: `${NODE_TYPE}Trigger`, parameter: 'events' } },
];

const heights = FORMS.map(({ name, parameters, highest, of }): Check => {
	return {
		name: `forms: a fresh ${name} fits on a screen`,
		async run({ api, credential, editor: open, images }) {
			const fresh = sterlingNode(name, credential, parameters, of?.type);
			const stored = await api.createWorkflow(chain(`Fresh: ${name}`, of ? [fresh] : [START, fresh]));
			const editor = await open();
			await editor.openWorkflow(stored.id);
			await editor.openNode(name);
			const height = await editor.formHeight(of?.parameter);
			const picture = await editor.formPicture(
				images,
				`form-${name.toLowerCase().replaceAll(' ', '-')}`,
				of?.parameter,
			);
			await editor.closeNode();
			assert.ok(height > 300, `the form has ${height} px: it is not there`);
			assert.ok(height <= highest, `the form has ${height} px, more than ${highest}`);
			return `${height} px, ${weighed(picture)}`;
		},
	};
});

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

export const forms = [...heights, described];
