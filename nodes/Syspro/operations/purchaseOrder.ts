import { choice, date, flag, text } from '../../../kit/n8n/fields/basic';
import { steering } from '../../../kit/n8n/fields/field';
import { incoming, incomingOptions } from '../fields/edi';
import { supplier } from '../fields/locators';
import { ifExists, postOptions } from '../fields/post';
import { getMany, getOne, number, type ReadPlan } from './reads';
import type { Operation, Resource } from '../operation';

const plan: ReadPlan = {
	kind: 'purchaseOrder',
	one: 'a purchase order',
	many: 'purchase orders',
	api: ['PorMasterHdr', 'PorMasterDetail', 'PORQRY'],
	identity: [number('Purchase Order', 'purchaseOrder', '000000000004711')],
	hasLines: true,
	set: '850',
	statuses: 'purchaseOrder',
	hasDate: true,
	party: supplier('Supplier whose orders to return', { required: false }),
};

const posts = async () => await import('../run/purchaseOrder');

const operations: Operation[] = [
	{
		value: 'applyAcknowledgement',
		name: 'Apply Acknowledgement (855)',
		action: 'Apply an acknowledgement to a purchase order',
		description:
			"Compare a supplier's 855 with the order, and change quantities, prices and dates of the order only if you say so",
		api: ['PORTOI', 'PORQRY'],
		kind: 'write',
		fields: [
			...incoming('855', 'purchase order acknowledgement'),
			steering(
				flag(
					'Change the Purchase Order',
					'apply',
					'Whether to write the changes to SYSPRO. If off, the node returns what would change and what a person has to decide, and writes nothing.',
				),
			),
			incomingOptions('855'),
			postOptions(
				flag(
					'Change Despite Open Questions',
					'applyInSpite',
					'Whether to write the changes that are clear, even if other lines need a decision',
				),
				choice('Status Afterwards', 'status', 'Status of the order after the change', [
					{ name: 'Printed (4)', value: '4', description: 'It is not sent to the supplier again' },
					{ name: 'Ready to Print (1)', value: '1' },
				]),
			),
		],
		turn: () => 'purchaseOrder',
		run: async (context) => await (await posts()).applyAcknowledgement(context),
	},
	getOne(plan),
	getMany(plan),
	{
		value: 'receive',
		name: 'Receive (856)',
		action: 'Receive goods of purchase orders',
		description:
			"Book the receipt of what a supplier's ship notice (856) lists. The same ship notice is not booked twice.",
		api: ['PORTOR', 'PORQRY'],
		kind: 'write',
		fields: [
			...incoming('856', 'ship notice'),
			incomingOptions('856'),
			postOptions(
				ifExists('all of it was already received under the same delivery note', {
					name: 'Book Again',
					value: 'book',
				}),
				flag('Into Inspection', 'intoInspection', 'Whether the goods go into inspection first'),
				date('Receipt Date', 'date', 'Date of the receipt. Leave empty for the current date of SYSPRO.'),
				text('Warehouse', 'warehouse', 'Warehouse of the receipt. Leave empty for that of the order line.', 'N'),
			),
		],
		turn: () => 'purchaseOrder',
		run: async (context) => await (await posts()).receive(context),
	},
];

export const purchaseOrder: Resource = { value: 'purchaseOrder', name: 'Purchase Order', operations };
