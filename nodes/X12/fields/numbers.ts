import { steering, type Field } from '../../../kit/n8n/fields/field';

/** Where ISA13 and GS06 come from. */
export const controlNumbers = (): Field[] => [
	steering({
		displayName: 'Control Number',
		name: 'controlNumberSource',
		type: 'options',
		options: [
			{
				name: 'From the Execution',
				value: 'execution',
				description:
					'Made of the ID that n8n gives to each execution: unique on this n8n, with gaps, up to 100 for each execution',
			},
			{
				name: 'From the Workflow',
				value: 'workflow',
				description: 'A number that an earlier node took, such as the ID of a row inserted into a data table',
			},
		],
		default: 'execution',
		description: 'Where the control number of the interchange (ISA13) and of its group (GS06) comes from',
	}),
	steering({
		displayName: 'Number',
		name: 'controlNumber',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. 1042',
		displayOptions: { show: { controlNumberSource: ['workflow'] } },
		description: 'A whole number of up to nine digits that was never used with this partner',
	}),
];
