import { ServiceError } from '../../kit/errors';
import { chunks, type Limits, type Weight } from './chunks';

/** What became of one entry of a batch; `skipped`: an earlier failure kept it from being sent. */
export type Outcome<R> = { status: 'done'; value: R } | { status: 'failed'; error: unknown } | { status: 'skipped' };

interface BatchPlan<E, R> {
	limits: Limits;
	weigh: (entry: E) => Weight;
	/** Cuts an entry that no call can hold. */
	split?: (entry: E, actions: number) => [E, E] | undefined;
	/** Entries with the same key may share a call. */
	callKey: (entry: E) => string;
	/** Sends one call; a result or an error for each of its entries, in their order. @throws for all of them */
	send: (entries: E[]) => Promise<Array<R | Error>>;
	/** Joins the results of an entry that was cut. */
	join?: (one: R, other: R) => R;
	/** Whether a refused call may be sent again in halves, to find the entries that it was refused for. */
	halves: boolean;
	/** Whether a failure keeps later calls from beginning. */
	stopOnFailure: boolean;
	/** Most calls in progress at once. */
	limit: number;
}

const SKIPPED = { status: 'skipped' } as const;

interface Placed<E> {
	entry: E;
	index: number;
}

/**
 * Sends many entries in as few calls as the limits of a call allow, and returns what became of each, in their order.
 * A call that IV refuses as a whole (HTTP 400) is halved until the entries at fault stand alone, so that one unknown
 * item does not spoil ninety-nine others.
 */
export async function inCalls<E, R>(entries: readonly E[], plan: BatchPlan<E, R>): Promise<Array<Outcome<R>>> {
	const outcomes = new Array<Outcome<R>>(entries.length).fill(SKIPPED);
	let hasFailed = false;
	const settle = (index: number, result: R | Error) => {
		const before = outcomes[index];
		if (before.status === 'failed') return;
		if (result instanceof Error) {
			hasFailed = true;
			outcomes[index] = { status: 'failed', error: result };
		} else if (before.status === 'done' && plan.join) {
			outcomes[index] = { status: 'done', value: plan.join(before.value, result) };
		} else outcomes[index] = { status: 'done', value: result };
	};
	const send = async (call: Array<Placed<E>>): Promise<void> => {
		try {
			const results = await plan.send(call.map(({ entry }) => entry));
			call.forEach(({ index }, i) => settle(index, results[i]));
		} catch (error) {
			const parts = isRefused(error, plan.halves) ? halved(call, plan) : undefined;
			if (parts) for (const part of parts) await send(part);
			else for (const { index } of call) settle(index, error as Error);
		}
	};
	const calls = callsOf(entries, plan);
	const worker = async () => {
		for (let next = calls.next(); !next.done; next = calls.next()) {
			if (hasFailed && plan.stopOnFailure) return;
			await send(next.value);
		}
	};
	await Promise.all(Array.from({ length: Math.max(1, plan.limit) }, worker));
	return outcomes;
}

function* callsOf<E, R>(entries: readonly E[], plan: BatchPlan<E, R>): Generator<Array<Placed<E>>> {
	const groups = new Map<string, number[]>();
	entries.forEach((entry, index) => {
		const key = plan.callKey(entry);
		const group = groups.get(key) ?? [];
		groups.set(key, group);
		group.push(index);
	});
	for (const group of groups.values()) {
		yield* chunks(
			placed(entries, group),
			plan.limits,
			({ entry }) => plan.weigh(entry),
			(one, actions) => cut(one, actions, plan),
		);
	}
}

/** One after another, when its call is made up: ten thousand at once would only wait for the garbage collector. */
function* placed<E>(entries: readonly E[], places: readonly number[]): Generator<Placed<E>> {
	for (const index of places) yield { entry: entries[index], index };
}

function cut<E, R>({ entry, index }: Placed<E>, actions: number, { split }: BatchPlan<E, R>) {
	const parts = split?.(entry, actions);
	return parts && (parts.map((part) => ({ entry: part, index })) as [Placed<E>, Placed<E>]);
}

/** More actions than the tenant allows changed nothing for sure, whatever the call would have done. */
const TOO_MANY = /greater than the tenant limit/;

function isRefused(error: unknown, halves: boolean): boolean {
	if (!(error instanceof ServiceError) || error.effect !== 'none') return false;
	if (error.httpStatus === 413) return true;
	return error.httpStatus === 400 && (halves || TOO_MANY.test(error.message));
}

function halved<E, R>(call: Array<Placed<E>>, plan: BatchPlan<E, R>): Array<Array<Placed<E>>> | undefined {
	if (call.length > 1) {
		const middle = call.length >> 1;
		return [call.slice(0, middle), call.slice(middle)];
	}
	const { actions } = plan.weigh(call[0].entry);
	const parts = actions > 1 ? cut(call[0], actions >> 1, plan) : undefined;
	return parts?.map((part) => [part]);
}
