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
		description: 'Primary key of the template in Sterling (table PLT_API_TEMPLATE)',
	});

interface OutputOptions {
	/** Whether templates that are stored in Sterling are offered: bulk reads cannot name one. */
	stored?: boolean;
	/** Levels that have nothing to simplify. */
	plain?: string[];
	/** Of a template for this resource. */
	example?: string;
	/** What comes out by default, where it is not one of the levels. */
	first?: INodePropertyOptions;
}

/** How much of each document is returned, and whether it is simplified. */
export function output(
	levels: Array<{ name: string; value: string; description: string }>,
	{
		stored = true,
		plain = [],
		example = '{"OrderNo": "", "PriceInfo": {"TotalAmount": ""}}',
		first,
	}: OutputOptions = {},
): Field[] {
	const levelsAndMore: INodePropertyOptions[] = [
		...(first ? [first] : []),
		...levels,
		{
			name: 'Own Template',
			value: 'template',
			description: 'The attributes of a template that you write',
		},
		...(stored ? [STORED_TEMPLATE] : []),
	];
	const raw = [...(first ? [String(first.value)] : []), 'template', ...(stored ? ['templateKey'] : []), 'everything'];
	return [
		steering({
			displayName: 'Output',
			name: 'output',
			type: 'options',
			default: (first ?? levels[0]).value,
			options: alphabetical(levelsAndMore, ({ name }) => name),
			description: 'How much of each document to return',
		}),
		steering({
			displayName: 'Template',
			name: 'template',
			type: 'json',
			typeOptions: { rows: 6 },
			default: '',
			required: true,
			placeholder: `e.g. ${example}`,
			displayOptions: { show: { output: ['template'] } },
			description: 'The document to return, with empty attributes: as JSON without the root element, or as XML with it',
		}),
		...(stored ? [templateKey()] : []),
		simplify({ hide: { output: [...raw, ...plain] } }),
	];
}

/** The same for what a write returns: by default what Sterling returns by itself, and no second request. */
export const writeOutput = (
	levels: Array<{ name: string; value: string; description: string }>,
	example: string,
): Field[] =>
	output(levels, {
		stored: false,
		example,
		first: {
			name: 'Key and Number',
			value: 'response',
			description: 'What Sterling returns by itself: mostly the key and number. Sends no second request.',
		},
	});
