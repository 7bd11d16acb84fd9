import { showWhen, steering } from '../../../kit/n8n/fields/field';
import { options } from '../fields/options';
import type { Resource } from '../../../kit/n8n/catalogue';
import { envelope, envelopeOptions } from '../fields/envelope';
import { controlNumbers } from '../fields/numbers';
import { source } from '../fields/source';
import { tables } from '../fields/tables';
import { fileName, result, writing } from '../fields/writing';
import type { Operation } from '../operation';

const onProblems = (initial: 'stop' | 'report', description: string) =>
	steering({
		displayName: 'On Problems',
		name: 'onProblems',
		type: 'options',
		options: [
			{ name: 'Report Them', value: 'report' },
			{ name: 'Stop', value: 'stop' },
		],
		default: initial,
		description,
	});

const operations: Operation[] = [
	{
		value: 'check',
		name: 'Check',
		action: 'Check an interchange',
		description: 'Report the errors in an interchange without failing',
		kind: 'read',
		fields: source(),
		run: async (context) => await (await import('../run/check')).checkX12(context),
	},
	{
		value: 'create',
		name: 'Create',
		action: 'Create an interchange',
		description: 'Put the documents of all items into interchanges, one per partner and kind of document',
		kind: 'read',
		fields: [
			...envelope(),
			...controlNumbers(),
			steering({
				displayName: 'Document',
				name: 'document',
				type: 'json',
				default: '={{ $json }}',
				required: true,
				placeholder: 'e.g. {{ $json }}',
				description: 'Output of Create Document, a business form with its type, or a transaction set',
			}),
			...result(),
			options([
				...envelopeOptions(),
				...tables(),
				...writing(),
				fileName(),
				steering({
					displayName: 'Envelope',
					name: 'envelope',
					type: 'options',
					options: [
						{ name: 'Full', value: 'full', description: 'From ISA to IEA' },
						{ name: 'None', value: 'none', description: 'From ST to SE, for a system that adds the envelope' },
					],
					default: 'full',
					description: 'How much to write',
				}),
				onProblems('stop', 'What to do if the document violates the standard'),
			]),
		],
	},
	{
		value: 'read',
		name: 'Read',
		action: 'Read an interchange',
		description: 'Convert X12 to items: documents, transaction sets or segments',
		kind: 'read',
		fields: [
			...source(),
			steering({
				displayName: 'Return',
				name: 'returnAs',
				type: 'options',
				options: [
					{ name: 'Documents', value: 'documents', description: 'One item per document, as a business form' },
					{ name: 'Segments', value: 'segments', description: 'One item per segment' },
					{
						name: 'Transaction Sets',
						value: 'transactions',
						description: 'One item per transaction set, as its segments',
					},
				],
				default: 'documents',
				description: 'What each item contains',
			}),
			...showWhen(
				{ returnAs: ['documents'] },
				steering({
					displayName: 'Simplify',
					name: 'simplify',
					type: 'boolean',
					default: true,
					description: 'Whether to return a simplified version of the response instead of the raw data',
				}),
			),
			options([...tables(), onProblems('report', 'What to do if the structure of the file is broken')]),
		],
		run: async (context) => await (await import('../run/read')).readX12(context),
	},
];

export const interchange: Resource<Operation> = { value: 'interchange', name: 'Interchange', operations };
