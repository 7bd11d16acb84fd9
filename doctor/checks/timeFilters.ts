import { rowsOf } from '../../clients/oms/paging';
import type { Document } from '../../kit/xml/document';
import type { Notes } from '../notes';
import { readCall } from '../reads';
import { attempt, textOf, type Visit } from '../visit';

const STAMPS = ['Createts', 'Modifyts'] as const;
const HOUR = 3_600_000;
/** Older than any order. */
const PAST = Date.parse('1971-01-01T00:00:00Z');

/**
 * The filters of the trigger, on the time stamps of an order that is there. Sterling ignores filters that it does not
 * know, so an answer alone proves nothing: a range in the far past must find nothing, one around the stamp something.
 */
export async function timeFilters(visit: Visit, notes: Notes): Promise<void> {
	const outcome = await attempt(async () => {
		const Order = { OrderHeaderKey: '', Createts: '', Modifyts: '' };
		const { document } = await visit.send(visit.oneOrder({ template: { Order } }));
		const [order = {}] = rowsOf(document, 'Order');
		const times = STAMPS.map((name) => Date.parse(textOf(order, name)));
		if (times.some(Number.isNaN)) return undefined;
		const wrong: string[] = [];
		for (const [i, name] of STAMPS.entries()) {
			const works = !(await finds(visit, name, PAST)) && (await finds(visit, name, times[i]));
			if (!works) wrong.push(name);
		}
		return wrong;
	});
	if ('refusal' in outcome) {
		notes.refusedPoint('timeFilters', outcome.refusal);
		notes.error('failed', 'The filters of the trigger: ', outcome.refusal);
	} else if (outcome.value === undefined) {
		notes.seen('timeFilters', undefined, 'There is no order with time stamps.');
	} else if (outcome.value.length === 0) {
		notes.seen('timeFilters', true);
		notes.ok('Orders can be filtered by Createts and Modifyts, as the trigger does.');
	} else {
		const names = outcome.value.join(' and ');
		notes.seen('timeFilters', false, `It is not so for ${names}.`);
		notes.failed(
			`The filters of the trigger: ${names} do not work as filters: they find other orders than the requested ones.`,
			'The trigger would miss orders or start for the wrong ones. Please report it.',
		);
	}
}

/** Whether there are orders within an hour before or after a time. */
async function finds(visit: Visit, name: string, time: number): Promise<boolean> {
	const range: Document = {
		[`From${name}`]: text(time - HOUR),
		[`To${name}`]: text(time + HOUR),
		[`${name}QryType`]: 'BETWEEN',
	};
	const { input } = visit.oneOrder();
	const { document } = await visit.send(readCall('getOrderList', { ...input, ...range }));
	return rowsOf(document, 'Order').length > 0;
}

/** A time as Sterling writes it: whole seconds and an offset. */
const text = (time: number) => new Date(time).toISOString().replace(/\.\d+Z$/, '+00:00');
