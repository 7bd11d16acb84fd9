import { rowsOf } from '../../clients/oms/paging';
import { isElement, type Document } from '../../kit/xml/document';
import type { Notes } from '../notes';
import { readCall } from '../reads';
import { textOf, type Check } from '../visit';
import { amount } from '../words';

const ORDERS = '20';
const FORM = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$/;
/** A line may be stamped a moment after its order within one transaction. */
const SLACK_MS = 2000;

/** Time stamps: their form, and whether an order's keeps up with its lines. */
export const times: Check = {
	id: 'times',
	title: 'Time stamps',
	needs: 'getPage',
	async run(visit, notes) {
		const input: Document = {
			...visit.ofEnterprise,
			MaximumRecords: ORDERS,
			ApplyQueryTimeout: 'Y',
			QueryTimeout: '10',
			OrderBy: { Attribute: [{ Name: 'OrderHeaderKey', Desc: 'Y' }] },
		};
		const template: Document = {
			Order: {
				OrderDate: '',
				Createts: '',
				Modifyts: '',
				OrderStatuses: { OrderStatus: { Status: '', StatusDate: '' } },
				OrderLines: { OrderLine: { Modifyts: '' } },
			},
		};
		const outcome = await visit.ask(readCall('getOrderList', input, { template }));
		if ('refusal' in outcome) {
			notes.error('warning', '', outcome.refusal);
			return;
		}
		const orders = rowsOf(outcome.value.document, 'Order');
		form(orders, notes);
		headers(orders, notes);
	},
};

function form(orders: Document[], notes: Notes): void {
	const stamps = orders.flatMap((row) => ['OrderDate', 'Createts', 'Modifyts'].map((name) => textOf(row, name)));
	const filled = stamps.filter((stamp) => stamp !== '');
	if (filled.length === 0) return;
	const offsets = [...new Set(filled.map((stamp) => FORM.exec(stamp)?.[1]).filter((offset) => offset !== undefined))];
	const odd = filled.filter((stamp) => !FORM.test(stamp)).length;
	notes.seen('wholeSeconds', odd === 0, odd > 0 ? `${odd} of ${filled.length} have a different format.` : undefined);
	if (odd === 0) notes.ok(`They have the expected format; offset ${offsets.sort().join(' and ')}.`);
	else
		notes.warning(
			`${odd} of ${filled.length} have a different format than YYYY-MM-DDTHH:MM:SS with an offset.`,
			'Please report it.',
		);
}

/** Whether any line, or any status of one, is newer than its order. */
function headers(orders: Document[], notes: Notes): void {
	const within = (row: Document, list: string, member: string, name: string) => {
		const content = row[list];
		return (isElement(content) ? rowsOf(content, member) : []).map((one) => Date.parse(textOf(one, name)));
	};
	const compared = orders
		.map((row) => ({
			header: Date.parse(textOf(row, 'Modifyts')),
			created: Date.parse(textOf(row, 'Createts')),
			parts: [
				...within(row, 'OrderLines', 'OrderLine', 'Modifyts'),
				...within(row, 'OrderStatuses', 'OrderStatus', 'StatusDate'),
			].filter((time) => !Number.isNaN(time)),
		}))
		// Only an order whose lines moved after its creation proves anything.
		.filter(({ header, created, parts }) => header > 0 && parts.some((time) => time > created + SLACK_MS));
	const behind = compared.filter(({ header, parts }) => parts.some((time) => time > header + SLACK_MS)).length;
	if (compared.length === 0) {
		notes.seen('headerModifyts', undefined, 'No order among the newest changed after it was created.');
		return;
	}
	notes.seen(
		'headerModifyts',
		behind === 0,
		`${behind} of ${amount(compared.length, 'changed order')} had a newer line or status.`,
	);
}
