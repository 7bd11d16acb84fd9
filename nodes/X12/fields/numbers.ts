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
				description: 'Computed from the execution ID: unique on this n8n, with gaps, up to 100 per execution',
			},
			{
				name: 'From the Workflow',
				value: 'workflow',
				description: 'A number from an earlier node, such as the ID of a row that it inserted into a data table',
			},
		],
		default: 'execution',
		description: 'Source of the control number of the interchange (ISA13) and its group (GS06)',
	}),
	steering({
		displayName: 'Number',
		name: 'controlNumber',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. 1042',
		displayOptions: { show: { controlNumberSource: ['workflow'] } },
		description: 'Whole number of up to nine digits that has not been used with this partner',
	}),
];
