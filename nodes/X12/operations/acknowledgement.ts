import { steering } from '../../../kit/n8n/fields/field';
import { options } from '../fields/options';
import type { Resource } from '../../../kit/n8n/catalogue';
import { controlNumbers } from '../fields/numbers';
import { source } from '../fields/source';
import { fileName, result } from '../fields/writing';
import type { Operation } from '../operation';

const operations: Operation[] = [
	{
		value: 'create',
		name: 'Create',
		action: 'Create an acknowledgement',
		description: 'Create the 997, 999 or TA1 for a received interchange',
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
					{ name: 'TA1 Interchange Acknowledgement', value: 'TA1', description: 'Confirms only the envelope' },
				],
				default: '997',
				description: 'Kind of acknowledgement',
			}),
			...controlNumbers(),
			...result(),
			options([
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
					description: 'How to acknowledge a document with errors in its segments',
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
					description: 'Whether to also list documents without errors',
				}),
				steering({
					displayName: 'TA1',
					name: 'ta1',
					type: 'options',
					options: [
						{ name: 'Always', value: 'always' },
						{ name: 'If Requested', value: 'requested', description: 'If the sender requests it in ISA14' },
						{ name: 'Never', value: 'never' },
					],
					default: 'requested',
					description: 'When to add a TA1 to a 997 or 999',
				}),
			]),
		],
		run: async (context) => await (await import('../run/createAcknowledgement')).createAcknowledgement(context),
	},
	{
		value: 'match',
		name: 'Match',
		action: 'Match an acknowledgement',
		description: 'Find the sent documents that a 997, 999 or TA1 refers to, and their status',
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
					'List of the documents that were sent: the entries of the field documents that Create Interchange returned',
			}),
			options([
				steering({
					displayName: 'Include Unacknowledged',
					name: 'includeUnacknowledged',
					type: 'boolean',
					default: false,
					description: 'Whether to also return documents that the input does not mention',
				}),
			]),
		],
		run: async (context) => await (await import('../run/matchAcknowledgement')).matchAcknowledgement(context),
	},
];

export const acknowledgement: Resource<Operation> = { value: 'acknowledgement', name: 'Acknowledgement', operations };
