import { collection, steering } from '../../../kit/n8n/fields/field';
import type { Resource } from '../../../kit/n8n/catalogue';
import { controlNumbers } from '../fields/numbers';
import { source } from '../fields/source';
import { fileName, result } from '../fields/writing';
import type { Operation } from './types';

const operations: Operation[] = [
	{
		value: 'create',
		name: 'Create',
		action: 'Create an acknowledgement',
		description: 'Make the 997, 999 or TA1 that answers what was received',
		kind: 'read',
		fields: [
			...source(),
			steering({
				displayName: 'Kind',
				name: 'kind',
				type: 'options',
				options: [
					{ name: '997 Functional Acknowledgement', value: '997' },
					{ name: '999 Implementation Acknowledgement', value: '999' },
					{ name: 'TA1 Interchange Acknowledgement', value: 'TA1', description: 'Says only that the envelope arrived' },
				],
				default: '997',
				description: 'What to answer with',
			}),
			...controlNumbers(),
			...result(),
			collection('Options', 'options', 'Add Option', [
				fileName(),
				steering({
					displayName: 'Documents with Errors',
					name: 'onErrors',
					type: 'options',
					options: [
						{ name: 'Accept with Errors', value: 'accept' },
						{ name: 'Reject', value: 'reject' },
					],
					default: 'reject',
					description: 'What to answer to a document that has errors in its segments',
				}),
				steering({
					displayName: 'Implementation Reference',
					name: 'implementation',
					type: 'string',
					default: '',
					placeholder: 'e.g. 005010X231A1',
					description: 'Implementation convention of a 999 (ST03)',
				}),
				steering({
					displayName: 'List Accepted Documents',
					name: 'includeAccepted',
					type: 'boolean',
					default: true,
					description: 'Whether to list documents without errors too',
				}),
				steering({
					displayName: 'TA1',
					name: 'ta1',
					type: 'options',
					options: [
						{ name: 'Always', value: 'always' },
						{ name: 'If Requested', value: 'requested', description: 'Where the sender asks for it in ISA14' },
						{ name: 'Never', value: 'never' },
					],
					default: 'requested',
					description: 'Whether a TA1 goes with a 997 or 999',
				}),
			]),
		],
		run: async (context) => await (await import('../run/createAcknowledgement')).createAcknowledgement(context),
	},
	{
		value: 'match',
		name: 'Match',
		action: 'Match an acknowledgement',
		description: 'Find the sent documents that a 997, 999 or TA1 is about, and what it says of them',
		kind: 'read',
		fields: [
			...source(),
			steering({
				displayName: 'Sent Documents',
				name: 'sentDocuments',
				type: 'json',
				default: '',
				required: true,
				placeholder: "e.g. {{ $('Sent Documents').all().map((item) => item.json) }}",
				description:
					'The documents that may be meant, as a list: the entries of the field documents that Create of Interchange returned',
			}),
			collection('Options', 'options', 'Add Option', [
				steering({
					displayName: 'Include Unacknowledged',
					name: 'includeUnacknowledged',
					type: 'boolean',
					default: false,
					description: 'Whether to return documents that the input says nothing of, too',
				}),
			]),
		],
		run: async (context) => await (await import('../run/matchAcknowledgement')).matchAcknowledgement(context),
	},
];

export const acknowledgement: Resource<Operation> = { value: 'acknowledgement', name: 'Acknowledgement', operations };
