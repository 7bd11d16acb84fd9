import type { INodeProperties } from 'n8n-workflow';

import { steering, type Field } from '../../../kit/n8n/fields/field';

interface Table {
	displayName: string;
	name: string;
	entry: string;
	code: string;
	own: string;
	description: string;
}

/** Rows of an X12 code and the name that the workflow has for it. */
const table = ({ displayName, name, entry, code, own, description }: Table): INodeProperties => ({
	displayName,
	name,
	type: 'fixedCollection',
	placeholder: `Add ${entry}`,
	default: {},
	typeOptions: { multipleValues: true },
	description,
	options: [
		{
			displayName: entry,
			name: 'row',
			values: [
				{
					displayName: 'X12 Code',
					name: 'code',
					type: 'string',
					default: '',
					placeholder: `e.g. ${code}`,
					description: 'The code in the X12 document',
				},
				{
					displayName: 'Your Name',
					name: 'name',
					type: 'string',
					default: '',
					placeholder: `e.g. ${own}`,
					description: 'Name of this code in your data',
				},
			],
		},
	],
});

/** The mapping tables: they go before the built-in names. */
export const tables = (): Field[] =>
	[
		table({
			displayName: 'Date Names',
			name: 'dateTable',
			entry: 'Date',
			code: '002',
			own: 'deliveryRequested',
			description: 'Your names for date qualifiers (element 374). They take precedence over the built-in ones.',
		}),
		table({
			displayName: 'Item Number Names',
			name: 'itemTable',
			entry: 'Item Number',
			code: 'VP',
			own: 'vendorPart',
			description: 'Your names for item qualifiers (element 235). They take precedence over the built-in ones.',
		}),
		table({
			displayName: 'Units',
			name: 'unitTable',
			entry: 'Unit',
			code: 'EA',
			own: 'EACH',
			description: 'Your names for units of measure (element 355)',
		}),
	].map(steering);
