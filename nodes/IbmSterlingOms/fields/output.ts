import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { alphabetical } from '../../../kit/n8n/alphabetical';
import { showWhen, steering, type Field } from '../../../kit/n8n/fields/field';
import { optionally, shownFor } from '../../../kit/n8n/fields/basic';
import { simplify } from '../../../kit/n8n/fields/output';

export { returnAll, simplify } from '../../../kit/n8n/fields/output';

interface Level {
	name: string;
	value: string;
	description: string;
}

const OWN_TEMPLATE: INodePropertyOptions = {
	name: 'Own Template',
	value: 'template',
	description: 'The attributes of a template that you write',
};

const STORED_TEMPLATE: INodePropertyOptions = {
	name: 'Stored Template',
	value: 'templateKey',
	description: 'The attributes of a template that is stored in Sterling',
};

/** Output levels whose documents come as Sterling returns them. */
const RAW = ['template', 'templateKey', 'everything'];

const choice = (all: INodePropertyOptions[]): INodeProperties => ({
	displayName: 'Output',
	name: 'output',
	type: 'options',
	default: all[0].value,
	options: alphabetical(all, ({ name }) => name),
	description: 'How much of each document to return',
});

const template = (example: string): Field =>
	steering({
		displayName: 'Template',
		name: 'template',
		type: 'json',
		typeOptions: { rows: 6 },
		default: '',
		required: true,
		placeholder: `e.g. ${example}`,
		description: 'The document to return, with empty attributes: as JSON without the root element, or as XML with it',
	});

const templateKey = (example: string): Field =>
	steering({
		displayName: 'Template Key',
		name: 'templateKey',
		type: 'string',
		default: '',
		required: true,
		placeholder: `e.g. ${example}`,
		description: 'Primary key of the template in Sterling (table PLT_API_TEMPLATE)',
	});

interface OutputOptions {
	/** Whether templates that are stored in Sterling are offered: bulk reads cannot name one. */
	stored?: boolean;
	/** Levels that have nothing to simplify. */
	plain?: string[];
	/** Of a template for this resource. */
	example?: string;
	/** Of the key of one that is stored. */
	storedExample?: string;
}

const ORDER_TEMPLATE = '{"OrderNo": "", "PriceInfo": {"TotalAmount": ""}}';

/** How much of each document a read returns, and whether it is simplified. */
export const output = (
	levels: Level[],
	{ stored = true, plain = [], example = ORDER_TEMPLATE, storedExample = 'def_getOrderList_01' }: OutputOptions = {},
): Field[] => [
	steering(choice([...levels, OWN_TEMPLATE, ...(stored ? [STORED_TEMPLATE] : [])])),
	...showWhen({ output: ['template'] }, template(example)),
	...(stored ? showWhen({ output: ['templateKey'] }, templateKey(storedExample)) : []),
	simplify({ hide: { output: [...RAW, ...plain] } }),
];

/** Ways of delivery after which the document is not there yet, or is what a service makes of it. */
const LATER = ['queued', 'mq', 'service'];

const RESPONSE: INodePropertyOptions = {
	name: 'Key and Number',
	value: 'response',
	description: 'What Sterling returns by default: usually the key and number. Does not send a second request.',
};

/** The same for a write, as options: by default what Sterling returns by itself, and no second request. */
export function writeOutput(levels: Level[], example = ORDER_TEMPLATE): INodeProperties[] {
	const simple = levels.map(({ value }) => value).filter((value) => !RAW.includes(value));
	const properties: INodeProperties[] = [
		choice([RESPONSE, ...levels, OWN_TEMPLATE]),
		shownFor({ output: ['template'] }, optionally(template(example).property)),
		simplify({ show: { output: simple } }).property,
	];
	return properties.map((property) => ({
		...property,
		displayOptions: { ...property.displayOptions, hide: { delivery: LATER } },
	}));
}
