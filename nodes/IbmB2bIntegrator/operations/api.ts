import { emptyFilters, filter } from '../../../kit/n8n/emptyFilters';
import { steering } from '../../../kit/n8n/fields/field';
import { choice, flag, json, shownFor, text, writeOptions } from '../../../kit/n8n/fields/basic';
import type { Operation, Resource } from '../operation';

const ABOUT_ALL = 'the call may be about all records';

const operations: Operation[] = [
	{
		value: 'request',
		name: 'Request',
		action: 'Call any service',
		description: 'Call any REST service with any method and query',
		api: 'any',
		kind: 'write',
		fields: [
			steering(
				choice('Method', 'method', 'What to do', [
					{ name: 'GET', value: 'GET' },
					{ name: 'POST', value: 'POST' },
					{ name: 'PUT', value: 'PUT' },
					{ name: 'DELETE', value: 'DELETE' },
				]),
			),
			steering(
				text('Service', 'service', 'Name of the service in the API reference of your server', 'codelists', {
					required: true,
				}),
			),
			steering(
				filter(
					text('Key', 'key', 'Key of a record. Separate the parts of a key with slashes.', 'MyProcess/3'),
					ABOUT_ALL,
				),
			),
			steering(
				filter(
					json('Query Parameters', 'query', 'Parameters of the query as a JSON object, such as {"searchFor": "A%"}'),
					ABOUT_ALL,
				),
			),
			steering(
				choice('Format', 'format', 'Format of the request and of the response', [
					{ name: 'JSON', value: 'json' },
					{ name: 'XML', value: 'xml', description: 'Required by some services' },
				]),
			),
			steering(
				shownFor(
					{ method: ['POST', 'PUT'] },
					text(
						'Body',
						'body',
						'JSON object or XML document. A JSON object is converted if the format is XML.',
						'{"codeListName": "Units"}',
						{ typeOptions: { rows: 6 } },
					),
				),
			),
			steering(
				shownFor(
					{ method: ['GET'] },
					flag('Return All', 'returnAll', 'Whether to return all results or only up to a given limit'),
				),
			),
			steering({
				...shownFor(
					{ method: ['GET'], returnAll: [false] },
					{
						displayName: 'Limit',
						name: 'limit',
						type: 'number',
						typeOptions: { minValue: 1 },
						default: 50,
						description: 'Max number of results to return',
					},
				),
			}),
			writeOptions(
				text(
					'Accept',
					'accept',
					'Accept header that some actions require instead of that of the format',
					'application/vnd.ibm…',
				),
				text('Action', 'action', 'Action on the record, called as key/actions/action', 'changedefaultversion'),
				emptyFilters,
				flag(
					'Repeatable',
					'repeatable',
					'Whether sending the request twice has the same effect as sending it once, so that it may be repeated after a lost response',
				),
			),
		],
		turn: (parameters) => `api:${parameters.text('service')}:${parameters.text('key')}`,
		run: async (context) => await (await import('../run/api')).request(context),
	},
];

export const api: Resource = { value: 'api', name: 'API', operations };
