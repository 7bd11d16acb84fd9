import type { INodeProperties } from 'n8n-workflow';

import { dryRun, options } from '../../../kit/n8n/fields/basic';
import { emptyFilters } from '../../../kit/n8n/emptyFilters';
import { returnedCustomFields } from './customFields';
import { type Field } from '../../../kit/n8n/fields/field';
import { delivery } from './delivery';

const readFromHistory: INodeProperties = {
	displayName: 'Read From',
	name: 'readFromHistory',
	type: 'options',
	default: 'N',
	options: [
		{ name: 'Current and History', value: 'B', description: 'Slower; finds everything' },
		{ name: 'Current Only', value: 'N', description: 'Documents that were not purged' },
		{ name: 'History Only', value: 'Y', description: 'Documents that were purged' },
	],
	description: 'Where to look. Sterling moves old documents to history tables.',
};

const queryTimeout: INodeProperties = {
	displayName: 'Query Timeout (Seconds)',
	name: 'queryTimeout',
	type: 'number',
	typeOptions: { minValue: 1 },
	default: 60,
	description: 'Time after which Sterling cancels the query, so that an expensive one does not slow down the database',
};

const pageSize: INodeProperties = {
	displayName: 'Page Size',
	name: 'pageSize',
	type: 'number',
	typeOptions: { minValue: 1, maxValue: 5000 },
	default: 200,
	description: 'How many documents each request reads',
};

const countTheRest: INodeProperties = {
	displayName: 'Count the Rest',
	name: 'countTheRest',
	type: 'boolean',
	default: false,
	description:
		'Whether to show how many documents are left beyond the limit. This takes one more request, which reads their keys.',
};

const nothingFound = (initial: 'continue' | 'fail'): INodeProperties => ({
	displayName: 'When Nothing Is Found',
	name: 'whenNothingFound',
	type: 'options',
	default: initial,
	options: [
		{ name: 'Continue Without Item', value: 'continue', description: 'Return no item' },
		{ name: 'Stop With an Error', value: 'fail', description: 'Stop the workflow with an error' },
	],
	description: 'What to do when Sterling has no such document',
});

const unknownAttributes: INodeProperties = {
	displayName: 'When an Attribute Is Unknown',
	name: 'unknownAttributes',
	type: 'options',
	default: 'fail',
	options: [
		{ name: 'Send It Anyway', value: 'send', description: 'Do not ask Sterling for the names of its attributes' },
		{ name: 'Stop With an Error', value: 'fail', description: 'Stop with an error that names it' },
	],
	description:
		'What to do when Conditions or Sort name an attribute that Sterling does not list. Sterling ignores such a filter and returns everything.',
};

/** The same for the custom fields of a document that is written. */
export const unknownCustomFields: INodeProperties = {
	...unknownAttributes,
	displayName: 'When a Custom Field Is Unknown',
	options: [
		{ name: 'Send It Anyway', value: 'send', description: 'Do not ask Sterling for the names of its custom fields' },
		{ name: 'Stop With an Error', value: 'fail', description: 'Stop with an error that names it' },
	],
	description:
		'What to do when the document has a custom field that Sterling does not list. Sterling drops such a value.',
};

const moreExist: INodeProperties = {
	displayName: 'When More Exist Than the Limit',
	name: 'whenMoreExist',
	type: 'options',
	default: 'truncate',
	options: [
		{ name: 'Return Up to the Limit', value: 'truncate', description: 'A hint on the node says that there are more' },
		{ name: 'Stop With an Error', value: 'fail', description: 'Stop the workflow with an error' },
	],
	description: 'What to do when more documents match than the limit allows',
};

const statusNames: INodeProperties = {
	displayName: 'Status Names',
	name: 'statusNames',
	type: 'boolean',
	default: false,
	description: 'Whether to add the name of each status code, as the pipeline of your Sterling has it',
};

const statusMap: INodeProperties = {
	displayName: 'Status Map',
	name: 'statusMap',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Rule', sortable: true },
	placeholder: 'Add Rule',
	default: {},
	description:
		'What status codes mean in your own terms. Your state is added beside each code. A code without a rule is marked as Unmapped.',
	options: [
		{
			displayName: 'Rule',
			name: 'rule',
			values: [
				{
					displayName: 'Status',
					name: 'status',
					type: 'string',
					default: '',
					placeholder: 'e.g. 3700.*',
					description: 'Status code, or a code followed by .* for itself and all codes below it',
				},
				{
					displayName: 'Document Type',
					name: 'documentType',
					type: 'string',
					default: '',
					placeholder: 'e.g. 0003',
					description: 'Document type that the rule is for. Leave empty for every type.',
				},
				{
					displayName: 'State',
					name: 'state',
					type: 'string',
					default: '',
					placeholder: 'e.g. shipped',
					description: 'What the status means to you',
				},
			],
		},
	],
};

/** What a resource's documents have that options depend on. */
interface Has {
	history?: boolean;
	status?: boolean;
}

const onDocuments = ({ history, status }: Has): INodeProperties[] => [
	...(history ? [readFromHistory] : []),
	...(status ? [statusMap, statusNames] : []),
];

/** Options of reading one document. */
export const getOptions = (has: Has = {}): Field =>
	options(nothingFound('fail'), ...onDocuments(has), ...returnedCustomFields());

/** Options of reading a list. */
export const listOptions = (has: Has = {}): Field =>
	options(
		nothingFound('continue'),
		moreExist,
		emptyFilters,
		unknownAttributes,
		countTheRest,
		pageSize,
		queryTimeout,
		...onDocuments(has),
		...returnedCustomFields(),
	);

interface WriteOptions {
	/** What the write returns, where that can be chosen. */
	output?: INodeProperties[];
	/** Whether the document can reach Sterling in other ways; operations of several calls have one way only. */
	delivery?: boolean;
	more?: INodeProperties[];
}

/** Options of every write. */
export const writeOptions = ({ output = [], delivery: several = true, more = [] }: WriteOptions = {}): Field =>
	options(dryRun, ...(several ? delivery : []), ...output, ...more);
