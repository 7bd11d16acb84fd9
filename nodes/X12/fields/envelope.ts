import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { steering, type Field } from '../../../kit/n8n/fields/field';

/** ISA05 and ISA07. */
export const QUALIFIERS: INodePropertyOptions[] = [
	{ name: 'DUNS (01)', value: '01' },
	{ name: 'DUNS with Suffix (14)', value: '14' },
	{ name: 'GLN (07)', value: '07' },
	{ name: 'Mutually Defined (ZZ)', value: 'ZZ' },
	{ name: 'Phone Number (12)', value: '12' },
	{ name: 'UCC Communications ID (08)', value: '08' },
	{ name: 'US Federal Tax ID (30)', value: '30' },
];

/** GS08. */
export const VERSIONS: INodePropertyOptions[] = [
	{ name: '004010', value: '004010' },
	{ name: '005010', value: '005010' },
];

const partner = (role: 'Sender' | 'Receiver', name: string, example: string): Field[] => [
	steering({
		displayName: `${role} ID`,
		name: `${name}Id`,
		type: 'string',
		default: '',
		required: true,
		placeholder: `e.g. ${example}`,
		description: `ID of the ${role.toLowerCase()} (ISA), up to 15 characters`,
	}),
	steering({
		displayName: `${role} Qualifier`,
		name: `${name}Qualifier`,
		type: 'options',
		options: QUALIFIERS,
		default: 'ZZ',
		description: 'Kind of ID. Use an expression for another qualifier.',
	}),
];

/** Who sends to whom, in which version, and whether it counts. */
export const envelope = (): Field[] => [
	...partner('Sender', 'sender', 'AURORA'),
	...partner('Receiver', 'receiver', '6125550100'),
	steering({
		displayName: 'Usage',
		name: 'usage',
		type: 'options',
		options: [
			{ name: 'Production', value: 'P' },
			{ name: 'Test', value: 'T' },
		],
		default: 'T',
		description: 'Whether the partner processes the documents or only tests with them (ISA15)',
	}),
	steering(version()),
];

export function version(): INodeProperties {
	return {
		displayName: 'Version',
		name: 'version',
		type: 'options',
		options: VERSIONS,
		default: '004010',
		description: 'Version of the standard (GS08). Use an expression for one with a suffix, such as 004010VICS.',
	};
}

const separator = (displayName: string, name: string, value: string, what: string): Field =>
	steering({
		displayName,
		name,
		type: 'string',
		default: value,
		placeholder: `e.g. ${value}`,
		description: `${what}. Write \\n for a line break and \\x1D for a control character.`,
	});

/** What the envelope says beside the partners. */
export const envelopeOptions = (): Field[] => [
	steering({
		displayName: 'Date',
		name: 'date',
		type: 'dateTime',
		default: '',
		description: 'Date and time of the interchange. Default: now, in the time zone of the workflow.',
	}),
	steering({
		displayName: 'Group Receiver',
		name: 'groupReceiver',
		type: 'string',
		default: '',
		placeholder: 'e.g. 6125550100',
		description: 'Application that receives the group (GS03), if it differs from the receiver ID',
	}),
	steering({
		displayName: 'Group Sender',
		name: 'groupSender',
		type: 'string',
		default: '',
		placeholder: 'e.g. AURORA',
		description: 'Application that sends the group (GS02), if it differs from the sender ID',
	}),
	steering({
		displayName: 'Request a TA1',
		name: 'requestAcknowledgement',
		type: 'boolean',
		default: false,
		description: 'Whether to ask the partner for an interchange acknowledgement (ISA14)',
	}),
	separator('Component Separator', 'componentSeparator', '>', 'Character between the parts of a composite (ISA16)'),
	separator('Element Separator', 'elementSeparator', '*', 'Character between elements'),
	separator(
		'Repetition Separator',
		'repetitionSeparator',
		'^',
		'Character between repetitions (ISA11), from version 00402 on',
	),
	separator('Segment Terminator', 'segmentTerminator', '~', 'Character after each segment'),
];
