import type { INodeProperties } from 'n8n-workflow';

import { documentField } from './document';
import { attribute, repeat, steering, type Field } from '../../../kit/n8n/fields/field';

/** Name of any documented API. */
export const apiName = (): Field =>
	steering({
		displayName: 'API Name',
		name: 'apiName',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. getOrderList',
		description: 'Name of the API as in Sterling’s API documentation',
	});

/** The input of an API or service. */
export const callInput = (): Field[] => [
	documentField({
		placeholder: 'e.g. {"OrderNo": "WEB-1001"} or <Order OrderNo="WEB-1001"/>',
		description: 'Input as JSON (without the root element) or XML (with it)',
	}),
	steering({
		displayName: 'Root Element',
		name: 'rootElement',
		type: 'string',
		default: '',
		placeholder: 'e.g. Order',
		description:
			'Name of the input’s root element. Only needed with JSON, where the name of the API or service does not tell it.',
	}),
];

const outputFormat: INodeProperties = {
	displayName: 'Output Format',
	name: 'outputFormat',
	type: 'options',
	default: 'json',
	options: [
		{ name: 'JSON', value: 'json' },
		{ name: 'XML', value: 'xml', description: 'The answer as XML text in the field xml' },
	],
};

const outputTemplate: INodeProperties = {
	displayName: 'Output Template',
	name: 'outputTemplate',
	type: 'string',
	typeOptions: { rows: 4 },
	default: '',
	placeholder: 'e.g. <OrderList><Order OrderNo=""/></OrderList>',
	description: 'The answer that you want, with empty attributes, as XML or JSON, with its root element in both',
};

const templateKey: INodeProperties = {
	displayName: 'Stored Template Key',
	name: 'templateKey',
	type: 'string',
	default: '',
	placeholder: 'e.g. def_getOrderList_01',
	description: 'Primary key of an output template that is stored in Sterling',
};

const changes: INodeProperties = {
	displayName: 'Changes Data',
	name: 'changesData',
	type: 'options',
	default: 'auto',
	options: [
		{ name: 'Decide by Name', value: 'auto', description: 'APIs named get…, find… and the like only read' },
		{ name: 'No', value: 'no', description: 'May be sent again after a lost answer' },
		{ name: 'Yes', value: 'yes', description: 'Is never sent again when it may have arrived' },
	],
	description: 'Whether the call may change something in Sterling; decides what is sent again after a fault',
};

/** Options of calling an API. */
export const apiOptions: INodeProperties[] = [changes, outputFormat, outputTemplate, templateKey];
/** Options of calling a service, which embeds its own template. */
export const serviceOptions: INodeProperties[] = [changes, outputFormat];
/** Options of a batch. */
export const batchOptions: INodeProperties[] = [outputFormat];

/** The calls of a transaction. */
export const calls = (): Field =>
	repeat('Calls', 'calls', 'API', { entry: 'Call', key: 'call', description: 'Calls in the order they run' }, [
		attribute('Type', 'type', 'type', {
			type: 'options',
			default: 'api',
			options: [
				{ name: 'API', value: 'api' },
				{ name: 'Service', value: 'service' },
			],
		}),
		attribute('Name', 'name', 'name', { placeholder: 'e.g. changeOrder' }),
		attribute('Document', 'document', 'document', {
			typeOptions: { rows: 4 },
			placeholder: 'e.g. {"OrderHeaderKey": "20260115100001123456"}',
			description: 'Input as JSON (without the root element) or XML (with it)',
		}),
		attribute('Root Element', 'rootElement', 'rootElement', {
			placeholder: 'e.g. Order',
			description: 'Only needed with JSON, where the name does not tell it',
		}),
		attribute('Output Template', 'outputTemplate', 'outputTemplate', {
			typeOptions: { rows: 2 },
			placeholder: 'e.g. <Order OrderNo=""/>',
		}),
	]);
