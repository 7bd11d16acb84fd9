import { collection, showWhen, steering, type Field } from '../../../kit/n8n/fields/field';
import { described } from './options';
import { charges, dates, paymentTerms, references, taxes } from './details';
import { INVOICES, ORDERS, PRICED, WITH_PURPOSE } from './documentTypes';
import { inside } from './entered';
import { choice, member } from './member';

/** A field that only these types of documents have. */
const of = (types: string[], field: Field): Field[] => showWhen({ '/documentType': types }, field);

const LABEL = 'Additional Fields';
const NAME = 'additionalFields';

/** What a document may have beside its heading, its lines and its parties. */
export const additional = (): Field =>
	within(
		described(
			collection(LABEL, NAME, 'Add Field', [
				...of(PRICED, charges()),
				...of(
					ORDERS,
					member('Contract', 'contract', 'contract', {
						placeholder: 'e.g. C-77',
						description: 'Contract that the order belongs to',
					}),
				),
				...of(
					PRICED,
					member('Currency', 'currency', 'currency', {
						placeholder: 'e.g. USD',
						description: 'Three-letter currency code of all amounts',
					}),
				),
				dates(),
				...of(
					['purchaseOrder', 'purchaseOrderChange'],
					choice(
						'Order Type',
						'orderType',
						'orderType',
						[
							['Blanket', 'blanket'],
							['Drop Ship', 'dropShip'],
							['New', 'new'],
							['Release', 'release'],
							['Rush', 'rush'],
							['Stand-Alone', 'standAlone'],
						],
						{
							default: 'standAlone',
							description: 'Kind of purchase order (BEG02, BCH02)',
							emptyMeans: 'the default of the document type is written',
						},
					),
				),
				...of(PRICED, paymentTerms()),
				...of(
					WITH_PURPOSE,
					choice(
						'Purpose',
						'purpose',
						'purpose',
						[
							['Cancellation', 'cancellation'],
							['Change', 'change'],
							['Confirmation', 'confirmation'],
							['Duplicate', 'duplicate'],
							['Original', 'original'],
							['Replace', 'replace'],
						],
						{
							default: 'original',
							description: 'What the document is for',
							emptyMeans: 'the default of the document type is written',
						},
					),
				),
				references(),
				...of(PRICED, taxes()),
				...of(
					INVOICES,
					member('Total', 'total', 'total', {
						placeholder: 'e.g. 120.50',
						description: 'Total of an invoice. By default it is calculated.',
						emptyMeans: 'the total is calculated',
					}),
				),
				steering({
					displayName: 'Other Members',
					name: 'other',
					type: 'json',
					default: '',
					placeholder: 'e.g. {"notes": [{"messages": "Call first"}]}',
					description: 'Further members of the document as JSON, in the form in the documentation',
				}),
			]),
			'Optional fields of the document',
		),
	);

/** The collection, whose values know that they are in it. */
const within = (field: Field): Field => ({
	...field,
	write: (form, value, context) => field.write?.(form, value, inside(context, { label: LABEL, name: NAME })),
});
