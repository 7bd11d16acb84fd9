import type { INodeProperties } from 'n8n-workflow';

import { documentField } from './document';
import { attribute, steering, type Field } from '../../../kit/n8n/fields/field';
import { repeat } from '../../../kit/n8n/fields/repeat';

/** Name of any documented API. */
export const apiName = (): Field =>
	steering({
		displayName: 'API Name',
		name: 'apiName',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. getOrderList',
		description: 'Name of the API, spelled as in Sterling’s API documentation',
	});

/** The input of an API or service. */
export const callInput = (): Field[] => [
	documentField({
		placeholder: 'e.g. {"OrderNo": "WEB-1001"} or <Order OrderNo="WEB-1001"/>',
		description: 'Input of the call, as JSON without the root element or as XML with it',
		hint: 'JSON, XML, or an expression that returns an object',
	}),
	steering({
		displayName: 'Root Element',
		name: 'rootElement',
		type: 'string',
		default: '',
		placeholder: 'e.g. Order',
		description:
			'Name of the root element of the input. Only needed with JSON, when the name of the API or service does not imply it.',
	}),
];

const outputFormat: INodeProperties = {
	displayName: 'Output Format',
	name: 'outputFormat',
	type: 'options',
	default: 'json',
	options: [
		{ name: 'JSON', value: 'json', description: 'The response as fields of the item' },
		{ name: 'XML', value: 'xml', description: 'The response as XML text in the field xml' },
	],
	description: 'Format of the output',
};

/** What Sterling does without a template. */
export const DEFAULT_OUTPUT = 'Sterling would return its default output';

const outputTemplate: INodeProperties = {
	displayName: 'Output Template',
	name: 'outputTemplate',
	type: 'json',
	typeOptions: { rows: 4 },
	default: '',
	placeholder: 'e.g. <OrderList><Order OrderNo=""/></OrderList>',
	description: 'The response that you want, with empty attributes, as XML or JSON. Include the root element in both.',
};

const templateKey: INodeProperties = {
	displayName: 'Stored Template Key',
	name: 'templateKey',
	type: 'string',
	default: '',
	placeholder: 'e.g. def_getOrderList_01',
	description: 'Primary key of an output template that is stored in Sterling (table PLT_API_TEMPLATE)',
};

const changes: INodeProperties = {
	displayName: 'Changes Data',
	name: 'changesData',
	type: 'options',
	default: 'auto',
	options: [
		{ name: 'Decide by Name', value: 'auto', description: 'APIs named get…, find… and the like only read' },
		{ name: 'No', value: 'no', description: 'It may be sent again after a lost response' },
		{ name: 'Yes', value: 'yes', description: 'It is never sent again when it may have arrived' },
	],
	description: 'Whether the call may change something in Sterling. This decides what is sent again after a fault.',
};

/** Options of calling an API. */
export const apiOptions: INodeProperties[] = [changes, outputFormat, outputTemplate, templateKey];
/** Options of calling a service, which embeds its own template. */
export const serviceOptions: INodeProperties[] = [changes, outputFormat];
/** Options of a batch. */
export const batchOptions: INodeProperties[] = [outputFormat];

/** The calls of a transaction. */
export const calls = (): Field =>
	repeat(
		'Calls',
		'calls',
		'API',
		{ entry: 'Call', key: 'call', least: 1, description: 'Calls in the order in which they run' },
		[
			attribute('Type', 'type', 'type', {
				type: 'options',
				default: 'api',
				options: [
					{ name: 'API', value: 'api', description: 'An API of Sterling' },
					{ name: 'Service', value: 'service', description: 'A service (flow) that was set up in Sterling' },
				],
				description: 'What is called',
			}),
			attribute('Name', 'name', 'name', {
				required: true,
				placeholder: 'e.g. changeOrder',
				description: 'Name of the API or service',
			}),
			{
				...attribute('Document', 'document', 'document', {
					type: 'json',
					typeOptions: { rows: 4 },
					placeholder: 'e.g. {"OrderHeaderKey": "20260115100001123456"}',
					description: 'Input of the call, as JSON without the root element or as XML with it',
				}),
				emptyMeans: 'the call would get an empty document, which often means all',
			},
			attribute('Root Element', 'rootElement', 'rootElement', {
				placeholder: 'e.g. Order',
				description: 'Name of the root element of the input. Only needed with JSON, when the name does not imply it.',
			}),
			{
				...attribute('Output Template', 'outputTemplate', 'outputTemplate', {
					type: 'json',
					typeOptions: { rows: 2 },
					placeholder: 'e.g. <Order OrderNo=""/>',
					description: 'The response that you want, with empty attributes, as XML or JSON',
				}),
				emptyMeans: DEFAULT_OUTPUT,
			},
		],
	);
