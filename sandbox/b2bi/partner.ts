import type { B2biBehaviour } from './options';
import type { Mailbox, Message, Store } from './store';
import { interchangeBack, readInterchange, segmentOf, type Interchange } from './x12';

/** The partner of the sandbox: what it receives, and where it puts what it sends. */
const PARTNER = { name: 'NORTHWIND', inbox: '/NORTHWIND/Inbox', outbox: '/NORTHWIND' } as const;

/** Sets that are acknowledged with a 997. */
const ACKNOWLEDGED = ['850', '860', '810', '856'];

/**
 * A trading partner that handles documents: for what comes into its inbox it sends a 997, and an 855 for an 850, after a
 * while, and as `behaviour.partner` says at the time of arrival. Routing takes them to whoever sent the document.
 */
export function partnerAtWork(store: Store, behaviour: B2biBehaviour): void {
	let controlNumber = 500;
	const send = (order: Interchange, at: number, group: string, set: '997' | '855', body: string[][], name: string) => {
		store.agenda.add(at, () => {
			controlNumber += 1;
			store.deposit(PARTNER.outbox, name, interchangeBack(order, { group, set, body, controlNumber, at }));
		});
	};
	store.onArrival((message: Message, mailbox: Mailbox) => {
		if (mailbox.path !== PARTNER.inbox) return;
		const { verdict, rejectedOrders, acknowledgeAfterMs, respondAfterMs } = behaviour.partner;
		const order = readInterchange(store.contentOf(message).toString());
		const set = order && segmentOf(order, 'ST')?.[1];
		if (!order || verdict === 'never' || !ACKNOWLEDGED.includes(set ?? '')) return;
		const { createdAt, name } = message;
		const accepts = verdict !== 'rejectSyntax';
		const [base] = name.split('.');
		send(order, createdAt + acknowledgeAfterMs, 'FA', '997', acknowledgment(order, accepts), `997_${base}.edi`);
		if (!accepts || set !== '850') return;
		const isRejected = rejectedOrders.includes(segmentOf(order, 'BEG')?.[3] ?? '');
		const body = orderResponse(order, verdict === 'accept' && !isRejected);
		send(order, createdAt + respondAfterMs, 'PR', '855', body, `855_${base}.edi`);
	});
}

function acknowledgment(order: Interchange, accepts: boolean): string[][] {
	const gs = segmentOf(order, 'GS') ?? [];
	const sets = order.segments.filter(([name]) => name === 'ST');
	const verdict = accepts ? 'A' : 'R';
	const count = String(sets.length);
	return [
		['AK1', gs[1] ?? 'PO', gs[6] ?? '1'],
		...sets.flatMap((set) => [
			['AK2', set[1], set[2]],
			['AK5', verdict, ...(accepts ? [] : ['5'])],
		]),
		['AK9', verdict, count, count, accepts ? count : '0'],
	];
}

function orderResponse(order: Interchange, accepts: boolean): string[][] {
	const beg = segmentOf(order, 'BEG') ?? [];
	const lines = order.segments.filter(([name]) => name === 'PO1');
	return [
		['BAK', '00', accepts ? 'AD' : 'RJ', beg[3] ?? '', beg[5] ?? ''],
		...lines.flatMap((line) => [line, ['ACK', accepts ? 'IA' : 'IR', line[2] ?? '', line[3] ?? '']]),
		['CTT', String(lines.length)],
	];
}
