import type { INodePropertyOptions } from 'n8n-workflow';

import { alphabetical } from '../../../kit/n8n/alphabetical';
import { steering, type Field } from '../../../kit/n8n/fields/field';
import { simplify } from '../../../kit/n8n/fields/output';

export { returnAll, simplify } from '../../../kit/n8n/fields/output';

const STORED_TEMPLATE: INodePropertyOptions = {
	name: 'Stored Template',
	value: 'templateKey',
	description: 'The attributes of a template that is stored in Sterling',
};

const templateKey = (): Field =>
	steering({
		displayName: 'Template Key',
		name: 'templateKey',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. def_getOrderList_01',
		displayOptions: { show: { output: ['templateKey'] } },
		description: 'Primary key of the template in Sterling (PLT_API_TEMPLATE)',
	});

/**
 * How much of each document a read returns, and whether it is simplified. `stored` tells whether templates that are
 * stored in Sterling are offered: bulk reads cannot name one. `plain` levels have nothing that could be simplified.
 */
export function output(
	levels: Array<{ name: string; value: string; description: string }>,
	{ stored = true, plain = [] }: { stored?: boolean; plain?: string[] } = {},
): Field[] {
	const levelsAndMore: INodePropertyOptions[] = [
		...levels,
		{
			name: 'Own Template',
			value: 'template',
			description: 'The attributes of a template that you write',
		},
		...(stored ? [STORED_TEMPLATE] : []),
	];
	return [
		steering({
			displayName: 'Output',
			name: 'output',
			type: 'options',
			default: levels[0].value,
			options: alphabetical(levelsAndMore, ({ name }) => name),
			description: 'How much of each document to return',
		}),
		steering({
			displayName: 'Template',
			name: 'template',
			type: 'string',
			typeOptions: { rows: 6 },
			default: '',
			required: true,
			placeholder: 'e.g. {"OrderNo": "", "PriceInfo": {"TotalAmount": ""}}',
			displayOptions: { show: { output: ['template'] } },
			description: 'The document to return with empty attributes, as JSON (without the root element) or XML (with it)',
		}),
		...(stored ? [templateKey()] : []),
		simplify({ hide: { output: ['template', ...(stored ? ['templateKey'] : []), 'everything', ...plain] } }),
	];
}
