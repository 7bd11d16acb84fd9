import { ENTITIES, type EntityName, type PageOptions } from '../../clients/oms';
import { rowsOf } from '../../clients/oms/paging';
import { ServiceError } from '../../kit/errors';
import type { Document } from '../../kit/xml/document';
import type { Notes } from '../notes';
import { pageCall, readCall } from '../reads';
import { attempt, textOf, type Check, type Visit } from '../visit';
import { timeFilters } from './timeFilters';

const ROWS = 3;
const { key: KEY, listApi, row: ROW } = ENTITIES.order;

/** Pages and order of lists, which Get Many and the trigger live on. */
export const lists: Check = {
	id: 'lists',
	title: 'Pages and filters',
	needs: 'getPage',
	async run(visit, notes) {
		await keys(visit, notes);
		await numbers(visit, notes);
		await others(visit, notes);
		await timeFilters(visit, notes);
	},
};

/** Pages by key: in order, and after the last one. */
async function keys(visit: Visit, notes: Notes): Promise<void> {
	const outcome = await attempt(async () => {
		const first = await visit.keys('order', { size: ROWS });
		const after = first.at(-1);
		return { first, next: after ? await visit.keys('order', { size: ROWS, after }) : [] };
	});
	if ('refusal' in outcome) {
		// The pager refuses a list that does not follow its key.
		if (outcome.refusal.category === 'badAnswer') outOfOrder(notes);
		else notes.error('warning', 'Pages by key: ', outcome.refusal);
		return;
	}
	const { first, next } = outcome.value;
	if (first.length < 2) {
		notes.seen('keyOrder', undefined, 'There are not enough orders.');
		return;
	}
	const isOrdered = [first, next].every((page) => page.every((key, i) => i === 0 || key > page[i - 1]));
	const isAfter = next.every((key) => key > (first.at(-1) ?? ''));
	if (isOrdered && next.length === 0) {
		notes.seen('keyOrder', undefined, 'There is only one page of orders.');
		return;
	}
	if (!isOrdered || !isAfter) {
		outOfOrder(notes);
		return;
	}
	notes.seen('keyOrder', true);
	notes.ok('Lists are returned in the order of the key, and continue after it.');
}

function outOfOrder(notes: Notes): void {
	notes.seen('keyOrder', false);
	notes.warning('Lists do not follow the key.', 'Get Many stops with an error rather than losing rows; choose a Sort.');
}

/** Numbered pages, and pages after the page before. */
async function numbers(visit: Visit, notes: Notes): Promise<void> {
	const list = readCall(
		listApi,
		{ ...visit.ofEnterprise, MaximumRecords: '1', OrderBy: { Attribute: [{ Name: KEY, Desc: 'N' }] } },
		{ template: { [`Last${KEY}`]: '', LastRecordSet: '', [ROW]: { [KEY]: '' } } },
	);
	const page = async (strategy: PageOptions['strategy'], number: number, previous?: Document) => {
		const before: Document = previous ? { PreviousPage: { Page: previous } } : {};
		const { document } = await visit.send(pageCall(list, { strategy, number, size: 1 }, before));
		const { OrderList } = (document.Output ?? {}) as Document;
		return { document, key: textOf(rowsOf((OrderList ?? {}) as Document, ROW)[0] ?? {}, KEY) };
	};
	for (const [strategy, point] of [
		['ROWNUM', 'rowNumbers'],
		['NEXTPAGE', 'nextPage'],
	] as const) {
		const outcome = await attempt(async () => {
			const first = await page(strategy, 1);
			const second = await page(strategy, 2, strategy === 'NEXTPAGE' ? first.document : undefined);
			return [first.key, second.key];
		});
		if ('refusal' in outcome) notes.refusedPoint(point, outcome.refusal);
		else {
			const [first, second] = outcome.value;
			const isTold = first !== '' && second !== '';
			notes.seen(point, isTold ? second !== first : undefined, isTold ? undefined : 'There are not enough orders.');
		}
	}
}

/** OrderBy where no description lists it. */
async function others(visit: Visit, notes: Notes): Promise<void> {
	const sorted = async (entity: EntityName) => {
		const found = await visit.keys(entity, { size: ROWS, descending: true }).catch((error: unknown) => {
			if (error instanceof ServiceError && error.category === 'badAnswer') return undefined;
			throw error;
		});
		if (!found) return false;
		return found.length < 2 ? undefined : found.every((key, i) => i === 0 || key < found[i - 1]);
	};
	const outcome = await attempt(async () => [await sorted('shipment'), await sorted('orderRelease')]);
	if ('refusal' in outcome) return;
	const compared = outcome.value.filter((one) => one !== undefined);
	const note = compared.length < 2 ? `Only ${compared.length} of the two lists had two rows to compare.` : undefined;
	notes.seen('orderBy', compared.length === 0 ? undefined : compared.every(Boolean), note);
}
