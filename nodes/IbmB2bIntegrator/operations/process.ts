import { steering } from '../../../kit/n8n/fields/field';
import type { Parameters } from '../../../kit/n8n/parameters';
import { simplify } from '../../../kit/n8n/fields/output';
import { choice, names, number, options, shownFor, text, writeOptions } from '../../../kit/n8n/fields/basic';
import { content } from '../../../kit/n8n/fields/content';
import { encoding } from '../fields/message';
import type { Operation, Resource } from '../operation';

const API = 'workflowmonitors';
const processes = async () => await import('../run/process');
const turn = (parameters: Parameters) => `process:${parameters.text('processId')}`;

const processId = text('Process ID', 'processId', 'ID of the instance of the business process', '5001', {
	required: true,
});

/** Restarting and terminating differ in one header only, so each is an operation of its own. */
const control = (value: 'restart' | 'terminate', name: string, words: string, description: string): Operation => ({
	value,
	name,
	action: words,
	description,
	api: API,
	...(value === 'terminate' ? { warning: 'The business process will end immediately, whatever it is doing.' } : {}),
	kind: 'write',
	fields: [steering(processId), writeOptions()],
	turn,
	run: async (context) => await (await processes()).control(value, context),
});

const operations: Operation[] = [
	{
		value: 'get',
		name: 'Get Status',
		action: 'Get the status of a business process',
		description: 'Retrieve the state and steps of an instance of a business process',
		api: API,
		kind: 'read',
		fields: [steering(processId), simplify()],
		run: async (context) => await (await processes()).get(context),
	},
	control(
		'restart',
		'Restart',
		'Restart a business process',
		'Restart an instance of a business process that ended or was halted',
	),
	{
		value: 'start',
		name: 'Start',
		action: 'Start a business process',
		description: 'Start a business process through a URI of an HTTP Server adapter. It is never started twice.',
		api: 'HTTP Server adapter',
		kind: 'write',
		fields: [
			steering(
				text('Adapter URI', 'adapterUri', 'Full URL that starts the process', 'https://host:5033/drop', {
					required: true,
				}),
			),
			steering(
				choice('Authentication', 'adapterAuthentication', 'How to authenticate at the adapter', [
					{ name: 'None', value: 'none' },
					{ name: 'Login of the Credential', value: 'login' },
				]),
			),
			steering(text('Message Name', 'messageName', 'Name of the document, sent as MessageName', '850_PO-4711.edi')),
			...content(),
			steering(
				choice('Process ID From', 'processIdFrom', 'Where the response contains the process ID', [
					{ name: 'Nowhere', value: 'none' },
					{ name: 'Header', value: 'header' },
					{ name: 'JSON Field', value: 'field' },
					{
						name: 'Pattern',
						value: 'pattern',
						description: 'Regular expression. The ID is its first group, or all that it matches if it has none.',
					},
				]),
			),
			steering(
				shownFor(
					{ processIdFrom: ['header', 'field', 'pattern'] },
					text('Header, Field or Pattern', 'processIdAt', 'What to look for in the response', 'processId', {
						required: true,
					}),
				),
			),
			writeOptions(
				text('Content Type', 'contentType', 'Media type of the document', 'application/edi-x12'),
				encoding,
				{
					displayName: 'Query Parameters',
					name: 'query',
					type: 'json',
					default: '{}',
					description: 'Further parameters of the process as a JSON object',
				},
				names(
					'Success Codes',
					'successCodes',
					'HTTP status codes that count as success, besides 200 to 299',
					'400, 409',
				),
			),
		],
		turn: (parameters) => `start:${parameters.text('adapterUri')}:${parameters.text('messageName')}`,
		run: async (context) => await (await processes()).start(context),
	},
	control('terminate', 'Terminate', 'Terminate a business process', 'End a running instance of a business process'),
	{
		value: 'wait',
		name: 'Wait for End',
		action: 'Wait for the end of a business process',
		description: 'Wait until an instance of a business process has ended',
		api: API,
		kind: 'read',
		fields: [
			steering(processId),
			steering(
				number('Longest Wait (Seconds)', 'longestWait', 'Time after which to stop waiting', {
					typeOptions: { minValue: 1 },
					default: 120,
				}),
			),
			simplify(),
			options(
				number('Interval (Seconds)', 'interval', 'How long to wait between two checks', {
					typeOptions: { minValue: 1 },
					default: 5,
				}),
				choice('When It Has Failed', 'whenFailed', 'What to do if the process did not succeed', [
					{ name: 'Stop With an Error', value: 'fail' },
					{ name: 'Continue', value: 'continue' },
				]),
			),
		],
		run: async (context) => await (await processes()).wait(context),
	},
];

export const process: Resource = { value: 'process', name: 'Business Process', operations };
