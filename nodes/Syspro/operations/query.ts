import { has } from '../../../kit/n8n/beforeRun';

import { emptyFilters, filter } from '../../../kit/n8n/emptyFilters';
import { choice, dryRun, entries, flag, names, options, shownFor, text } from '../../../kit/n8n/fields/basic';
import { steering } from '../../../kit/n8n/fields/field';
import { returnAll } from '../../../kit/n8n/fields/output';
import { conditions } from '../fields/conditions';
import { table } from '../fields/locators';
import type { Resource } from '../operation';

const xmlFields = entries(
	'Elements',
	'xmlFields',
	'Elements of the XML. A dot leads to a child element, such as Key.PurchaseOrder. Use the same path twice to repeat the element.',
	{ entry: 'Element', key: 'element' },
	[
		text('Path', 'path', 'Path of the element below the root', 'Key.PurchaseOrder'),
		text('Value', 'value', 'Text of the element', '000000000004711'),
	],
);

const objectFields = [
	choice('Method', 'method', 'What to call', [
		{ name: 'Query', value: 'query', description: 'Read by a query object' },
		{ name: 'Browse', value: 'browse', description: 'Rows of a browse (COMBRW)' },
		{ name: 'Build', value: 'build', description: 'Let SYSPRO calculate a document without storing it' },
		{ name: 'Fetch', value: 'fetch', description: 'One whole record (COMFCH)' },
		{ name: 'Post', value: 'post', description: 'Post a transaction' },
		{ name: 'Setup: Add', value: 'add' },
		{ name: 'Setup: Delete', value: 'delete' },
		{ name: 'Setup: Update', value: 'update' },
	]),
	shownFor(
		{ method: ['query', 'build', 'post', 'add', 'update', 'delete'] },
		text('Business Object', 'object', 'Name of the business object, six letters', 'PORQRY', { required: true }),
	),
	choice('XML From', 'xmlFrom', 'How to specify the XML of the call', [
		{ name: 'Fields', value: 'fields' },
		{ name: 'JSON', value: 'json', description: 'An object whose only member is the root element' },
		{ name: 'XML', value: 'xml' },
	]),
	shownFor(
		{ xmlFrom: ['fields'] },
		text('Root Element', 'root', 'Name of the outermost element', 'Query', { default: 'Query', required: true }),
	),
	shownFor({ xmlFrom: ['fields'] }, xmlFields),
	shownFor(
		{ xmlFrom: ['json'] },
		{
			displayName: 'JSON',
			name: 'xmlJson',
			type: 'json',
			default: '{\n  "Query": {\n    "Key": { "PurchaseOrder": "" }\n  }\n}',
			required: true,
			description: 'The XML as JSON: members are elements, members with @ are attributes, lists repeat an element',
		},
	),
	shownFor(
		{ xmlFrom: ['xml'] },
		text('XML', 'xml', 'The XML as it is sent', '<Query><Key><PurchaseOrder>4711</PurchaseOrder></Key></Query>', {
			required: true,
			typeOptions: { rows: 6 },
		}),
	),
	shownFor(
		{ method: ['post', 'add', 'update', 'delete'] },
		text(
			'Parameters',
			'parameters',
			'XML of the parameters, as XML or as a JSON object with the root as its only member',
			'<SetupApSupplier><Parameters>…</Parameters></SetupApSupplier>',
			{ typeOptions: { rows: 4 } },
		),
	),
];

export const query: Resource = {
	value: 'query',
	name: 'Query',
	operations: [
		{
			value: 'businessObject',
			name: 'Call Business Object',
			action: 'Call a business object',
			description: 'Call any business object of e.net: Query, Fetch, Browse, Post, Build or Setup',
			warning: [
				{ message: 'The business object will post a transaction in SYSPRO.', when: has('method', 'post') },
				{ message: 'The business object will delete records in SYSPRO permanently.', when: has('method', 'delete') },
			],
			api: 'any',
			kind: 'write',
			fields: [
				...objectFields.map(steering),
				options(
					dryRun,
					flag('Include XML', 'includeXml', 'Whether to return the XML of the response as well'),
					text(
						'Rows Path',
						'rowsPath',
						'Path of the element that becomes one item each. Without it, the whole response is one item.',
						'Row',
					),
				),
			],
			turn: (parameters) => `businessObject:${parameters.text('object')}`,
			run: async (context) => await (await import('../run/businessObject')).call(context),
		},
		{
			value: 'table',
			name: 'Get Table Rows',
			action: 'Get rows of a table',
			description: 'Retrieve rows of any table or business activity query, by OData or by e.net',
			api: ['OData', 'COMFND'],
			kind: 'read',
			fields: [
				steering(table()),
				...returnAll(),
				steering(conditions('Conditions on columns. All of them must be met.')),
				options(
					names('Columns', 'columns', 'columns to return. Leave empty for all.', 'PurchaseOrder, Supplier'),
					filter(
						text(
							'Filter',
							'filter',
							'OData filter expression, combined with the conditions by AND',
							"startswith(Supplier,'0001')",
						),
						'more rows would be returned',
					),
					names('Order By', 'orderBy', 'columns. Leave empty for the key.', 'PurchaseOrder desc'),
					emptyFilters,
				),
			],
			run: async (context) => await (await import('../run/table')).rows(context),
		},
	],
};
