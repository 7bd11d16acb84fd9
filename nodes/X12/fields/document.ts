import { showWhen, steering, type Field } from '../../../kit/n8n/fields/field';
import { additional } from './additional';
import { ANSWERS, CHANGES, DATED, INVOICES, NOTICES, ORDERS, STOCK, TYPES, WAREHOUSE } from './documentTypes';
import { parties } from './details';
import { lines } from './lines';
import { choice, member } from './member';

const documentType = (): Field =>
	choice(
		'Document Type',
		'documentType',
		'type',
		TYPES.map(([name, value, set]) => [`${name} (${set})`, value]),
		{ default: 'purchaseOrder', description: 'What kind of document to create' },
	);

const number = (types: string[], displayName: string, placeholder: string): Field[] =>
	showWhen(
		{ documentType: types },
		member(displayName, 'number', 'number', {
			required: true,
			placeholder,
			description: 'Number of the document, up to 22 characters',
		}),
	);

/** What names a document and says what it is about, by its type. */
const heading = (): Field[] => [
	...number(ORDERS, 'Order Number', 'e.g. PO-1001'),
	...number(INVOICES, 'Invoice Number', 'e.g. INV-1001'),
	...number(NOTICES, 'Shipment Number', 'e.g. SH-1001'),
	...number(STOCK, 'Report Number', 'e.g. INV-2026-11-27'),
	...number(WAREHOUSE, 'Warehouse Order Number', 'e.g. WO-1001'),
	...showWhen(
		{ documentType: DATED },
		member('Date', 'date', 'date', {
			type: 'dateTime',
			required: true,
			description:
				'Date of the document. For acknowledgements and changes, the date of the order; for a warehouse, the date of shipping.',
		}),
	),
	...showWhen(
		{ documentType: [...INVOICES, ...WAREHOUSE] },
		member('Purchase Order', 'orderNumber', 'orderNumber', {
			placeholder: 'e.g. PO-1001',
			description: 'Number of the order that is invoiced or shipped',
		}),
	),
	...showWhen(
		{ documentType: CHANGES },
		member('Change Number', 'changeNumber', 'changeNumber', {
			placeholder: 'e.g. 1',
			description: 'Sequence number of the change to the order',
		}),
	),
	...showWhen(
		{ documentType: ANSWERS },
		choice(
			'Status',
			'status',
			'status',
			[
				['Accepted', 'accepted'],
				['Changed', 'changed'],
				['Held', 'held'],
				['Rejected', 'rejected'],
			],
			{ description: 'Response of the seller to the whole order' },
		),
	),
];

/** The document in fields of the editor, or as JSON. */
export const documentFields = (): Field[] => [
	documentType(),
	steering({
		displayName: 'Specify Document',
		name: 'inputMode',
		type: 'options',
		options: [
			{ name: 'Using Fields Below', value: 'fields' },
			{ name: 'Using JSON', value: 'json' },
		],
		default: 'fields',
		description: 'How to specify the content of the document',
	}),
	...showWhen({ inputMode: ['fields'] }, ...heading(), ...lines(), parties(), additional()),
	...showWhen(
		{ inputMode: ['json'] },
		steering({
			displayName: 'Document',
			name: 'document',
			type: 'json',
			typeOptions: { rows: 10 },
			default: '={{ $json }}',
			required: true,
			placeholder: 'e.g. {"number": "PO-1001", "date": "2026-11-27", "lines": [{"quantity": "2", "unit": "EA"}]}',
			description: 'The document as JSON, in the form that Read returns and the documentation shows',
		}),
	),
];
