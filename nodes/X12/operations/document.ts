import { steering, type Field } from '../../../kit/n8n/fields/field';
import { options } from '../fields/options';
import type { Resource } from '../../../kit/n8n/catalogue';
import { documentFields } from '../fields/document';
import { version } from '../fields/envelope';
import { tables } from '../fields/tables';
import type { Operation } from '../operation';

const flag = (displayName: string, name: string, description: string): Field =>
	steering({ displayName, name, type: 'boolean', default: false, description });

const operations: Operation[] = [
	{
		value: 'create',
		name: 'Create',
		action: 'Create a document',
		description:
			'Create an order, invoice, ship notice, acknowledgement, or stock or warehouse document for an interchange',
		kind: 'read',
		fields: [
			...documentFields(),
			options([
				...tables(),
				steering({
					displayName: 'Child Codes of Levels',
					name: 'childCodes',
					type: 'boolean',
					default: true,
					description: 'Whether to write for each level of a ship notice whether it has child levels (HL04)',
				}),
				flag('Hash Total', 'hashTotal', 'Whether to write the sum of all quantities (CTT02)'),
				flag(
					'Negative Credit Total',
					'negativeCredits',
					'Whether to write the total of a credit note with a minus sign (TDS01)',
				),
				flag('Order Total', 'orderTotal', 'Whether to write the total of an order (AMT*TT)'),
				steering(version()),
			]),
		],
		run: async (context) => await (await import('../run/createDocument')).createDocument(context),
	},
];

export const document: Resource<Operation> = { value: 'document', name: 'Document', operations };
