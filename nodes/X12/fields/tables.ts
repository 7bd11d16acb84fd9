import { codeTable } from '../../../kit/n8n/fields/codeTable';
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
const table = ({ code, own, ...rest }: Table) =>
	codeTable({
		...rest,
		code: { displayName: 'X12 Code', description: 'The code in the X12 document', example: code },
		own: { displayName: 'Your Name', description: 'Name of this code in your data', example: own },
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
