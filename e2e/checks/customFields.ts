import assert from 'node:assert/strict';
import { outputOf } from '../lib/api';
import type { Check } from '../lib/checks';
import type { Stage } from '../lib/stage';
import { chain, createOrder, getOrder, START, sterlingNode } from '../lib/workflows';

const FIELDS = { 'Extn.ExtnGiftText': 'Happy birthday', 'Extn.ExtnChannel': 'KIOSK-7' };

/** Parameters of a create with two custom fields in the mapper, as the editor stores them. */
const mapped = (orderNo: string) => ({
	...createOrder(orderNo),
	customFieldsFrom: 'pick',
	customFields: { mappingMode: 'defineBelow', value: FIELDS, matchingColumns: [], schema: schemaOf(FIELDS) },
});

function schemaOf(fields: object) {
	return Object.keys(fields).map((id) => ({
		id,
		displayName: id,
		type: 'string',
		required: false,
		display: true,
		defaultMatch: false,
		canBeUsedToMatch: false,
	}));
}

/** Values of the mapper reach Sterling, a read returns them, and a filter finds the order by one of them. */
const carried: Check<Stage> = {
	name: 'custom fields of the mapper are written, read and filtered by',
	async run({ api, credential, sandbox }) {
		const find = {
			resource: 'order',
			operation: 'getMany',
			returnAll: true,
			conditions: { condition: [{ attribute: 'Extn.ExtnChannel', operator: 'EQ', value: 'KIOSK-7' }] },
		};
		const stored = await api.createWorkflow(
			chain('Custom fields', [
				START,
				sterlingNode('Create order', credential, mapped('CUSTOM-1')),
				sterlingNode('Read it back', credential, getOrder('={{ $json.OrderNo }}')),
				sterlingNode('Find it', credential, find),
			]),
		);
		const execution = await api.runWorkflow(stored, START.name);
		assert.equal(execution.status, 'success', execution.data.resultData.error?.message);
		assert.ok(JSON.stringify(sandbox.store.order('CUSTOM-1')).includes('Happy birthday'));
		const [read] = outputOf(execution, 'Read it back');
		assert.deepEqual((read?.customFields as Record<string, string>).ExtnGiftText, 'Happy birthday');
		const found = outputOf(execution, 'Find it').map((item) => item.OrderNo);
		assert.deepEqual(found, ['CUSTOM-1']);
		return JSON.stringify(read?.customFields);
	},
};

/** The mapper shows its fields by the names of the instance. */
const shown: Check = {
	name: 'editor: the mapper lists the custom fields of the instance',
	async run({ api, credential, editor: open, images }) {
		const node = sterlingNode('Create order', credential, mapped('CUSTOM-2'));
		const stored = await api.createWorkflow(chain('Map custom fields', [START, node]));
		const editor = await open();
		await editor.openWorkflow(stored.id);
		await editor.openNode('Create order');
		await editor.showValue('Happy birthday');
		return editor.picture(images, 'custom-fields');
	},
};

export const customFields = [carried, shown];
