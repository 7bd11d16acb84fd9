import type { INodeProperties } from 'n8n-workflow';

import { group, json } from '../../../kit/n8n/fields/basic';
import { steering } from '../../../kit/n8n/fields/field';
import { postOptions } from '../fields/post';
import type { Operation } from '../operation';

interface Master {
	kind: 'supplier' | 'customer';
	api: readonly [object: string, table: string];
	which: INodeProperties;
	/** The fields that have a name in the editor; it is that of SYSPRO. */
	fields: readonly INodeProperties[];
}

/** Changes the EDI code and other fields of a supplier or customer. */
export const updateEdi = ({ kind, api, which, fields }: Master): Operation => ({
	value: 'updateEdi',
	name: 'Update EDI Fields',
	action: `Update the EDI fields of a ${kind}`,
	description: `Change the EDI code and other fields of a ${kind}. Fields that you leave out keep their values.`,
	api,
	kind: 'write',
	fields: [
		steering(which),
		group('Fields to Update', 'changes', 'Add Field', 'What to change. All other fields keep their values.', [
			...fields,
			json('Other Fields', 'other', `More fields of ${api[0]} by their names, such as {"UserField1": "EDI"}`),
		]),
		postOptions(),
	],
	turn: (parameters) => `${kind}:${parameters.text(kind)}`,
	run: async (context) => {
		const names = fields.map(({ name }) => name);
		return await (await import('../run/master')).updateEdi(kind, names, context);
	},
});
