import { rowsOf } from '../../clients/oms/paging';
import { isElement, type Document } from '../../kit/xml/document';
import type { Notes } from '../notes';
import { textOf, type Check } from '../visit';
import { amount } from '../words';

/** A plain read: the smallest proof that login, address and permission fit. */
export const read: Check = {
	id: 'read',
	title: 'Plain read',
	needs: 'login',
	async run(visit, notes) {
		const call = visit.oneOrder();
		const outcome = await visit.ask(call);
		if ('refusal' in outcome) {
			notes.seen('invoke', true, 'It was refused, but by Sterling itself.');
			notes.error('failed', 'getOrderList: ', outcome.refusal);
			return;
		}
		const { document } = outcome.value;
		const rows = rowsOf(document, 'Order');
		visit.abilities.add('orders');
		notes.seen('invoke', true);
		notes.ok(`getOrderList returns ${amount(rows.length, 'order')}.`);
		if (rows.length === 0) {
			notes.warning(
				'No order was found, so some questions stay open.',
				'Check enterprise and permissions, or create an order.',
			);
			return;
		}
		facts(document, rows[0], notes);
	},
};

function facts(document: Document, row: Document, notes: Notes): void {
	const lacks = ['OrderHeaderKey', 'Createts', 'Modifyts'].filter((name) => textOf(row, name) === '');
	const hasExtn = isElement(row.Extn);
	const note = `It lacks ${[...lacks, ...(hasExtn ? [] : ['Extn'])].join(', ') || 'none of them'}.`;
	notes.seen('defaultOutput', lacks.length > 0 || !hasExtn, note);
	const said = textOf(document, 'LastRecordSet');
	// With one row asked for, "N" says that there are more; "Y" is as right where there is just one.
	notes.seen(
		'lastRecordSet',
		said === 'N' ? true : said === '' ? false : undefined,
		said && `It says ${said === 'N' ? 'N' : 'Y'}.`,
	);
}
