import type { INodeExecutionData } from 'n8n-workflow';

import { ServiceError } from '../../../../kit/errors';
import { closeAllPools } from '../../../../kit/http/pools';
import { REAL_CLOCKWORK } from '../../../../kit/http/retry';
import { forgetSharedState } from '../../../../kit/http/sharedState';
import type { Polled } from '../../../../engine/poll';
import type { Faults } from '../../../../sandbox/kit/faults';
import { assertNoSecrets, watching } from '../../../support/watch';
import {
	endsSession,
	EXPECTED,
	isTooSlow,
	MAX_BYTES,
	TIMEOUT_MS,
	TROUBLES,
	type Kind,
	type Nature,
	type Outcome,
	type Trouble,
} from './troubles';

/** What every connection has. */
interface Bounds {
	timeoutMs: number;
	maxResponseBytes?: number;
}

/** A piece of work of a product. */
export interface Work<C> {
	kind: Kind;
	/** The call that the faults strike; the first one by default. */
	strikes?: string;
	/** Whether it goes without the login that troubles strike. */
	needsNoLogin?: boolean;
	run: (connection: C) => Promise<unknown>;
	/** What a success has to come to. */
	expected: unknown;
	/** How often its effect is there, of a write. */
	effects?: () => number;
}

/** An active trigger, and how something happens that it has to pass on. */
export interface Polling {
	activate: () => Promise<Polled>;
	poll: () => Promise<Polled>;
	/** @returns what its item shows */
	happens: () => string;
	shows: (item: INodeExecutionData) => string;
}

/** A product under the matrix, against a sandbox that runs. */
export interface Site<C extends Bounds> {
	faults: Faults;
	connection: C;
	/** Wrong connections, by the names of the troubles. */
	wrong: Readonly<Record<string, Partial<C>>>;
	/** The call that logs in, and all others. */
	login: string;
	calls: string[];
	/** Opens a session, since most calls find one. */
	warmUp: (connection: C) => Promise<unknown>;
	/** Made again for each row, `n`, so that names and records are its own. */
	works: (n: number) => Record<string, Work<C>>;
	polling?: (connection: C, n: number) => Polling;
	/** Where its protocol makes a trouble mean something else: another nature, or outcomes of works. */
	differs: Readonly<Record<string, Nature | Readonly<Record<string, Outcome>>>>;
	close: () => Promise<void>;
}

export interface Row {
	name: string;
	said: string[];
	broken: string[];
}

const POLL = 'Poll';

/** Runs every work of a product under every trouble. */
export async function runMatrix<C extends Bounds>(site: Site<C>): Promise<{ works: string[]; rows: Row[] }> {
	const { sleep } = REAL_CLOCKWORK;
	REAL_CLOCKWORK.sleep = async () => await Promise.resolve();
	try {
		const rows: Row[] = [];
		for (const [n, trouble] of TROUBLES.entries()) rows.push(await runRow(site, trouble, n));
		return { works: [...Object.keys(site.works(-1)), ...(site.polling ? [POLL] : [])], rows };
	} finally {
		REAL_CLOCKWORK.sleep = sleep;
		await site.close();
		await closeAllPools();
	}
}

async function runRow<C extends Bounds>(site: Site<C>, trouble: Trouble, n: number): Promise<Row> {
	const row: Row = { name: trouble.name, said: [], broken: [] };
	const note = (name: string, { said, broken }: Cell) => {
		row.said.push(said);
		row.broken.push(...broken.map((what) => `${name}: ${what}`));
	};
	const wrong = trouble.connection === undefined ? {} : site.wrong[trouble.connection];
	const bounds = { maxResponseBytes: MAX_BYTES, ...(isTooSlow(trouble) ? { timeoutMs: TIMEOUT_MS } : {}) };
	const connection = { ...site.connection, ...bounds, ...wrong };
	let hasSession = false;
	const setScene = async () => {
		hasSession = await openSession(site, trouble, connection, hasSession);
	};
	const isExcused = (work: Work<C>) => trouble.isOfLogin === true && work.needsNoLogin === true;
	for (const [name, work] of Object.entries(site.works(n))) {
		await setScene();
		strike(site, trouble, work.strikes);
		const cell = await runWork(work, connection);
		site.faults.clear();
		const differing = site.differs[trouble.name] ?? {};
		const nature = typeof differing === 'string' ? differing : trouble.nature;
		const usual: Outcome = isExcused(work) ? 'done' : EXPECTED[nature][work.kind];
		const expected = typeof differing === 'string' ? usual : (differing[name] ?? usual);
		if (cell.outcome !== expected) cell.broken.push(`came to ${cell.outcome}, expected ${expected}`);
		note(name, cell);
	}
	if (site.polling) {
		await setScene();
		note(POLL, await runPoll(site, trouble, site.polling(connection, n)));
	}
	return row;
}

/**
 * Faults of the login meet a client that has none; other faults find a session, as most calls do.
 * @returns whether there is still one after the next work
 */
async function openSession<C extends Bounds>(
	site: Site<C>,
	trouble: Trouble,
	connection: C,
	hasSession: boolean,
): Promise<boolean> {
	if (trouble.login || trouble.connection) forgetSharedState();
	else if (!hasSession) await site.warmUp(connection);
	return !(trouble.faults ?? []).some(endsSession);
}

function strike<C extends Bounds>({ faults, login, calls }: Site<C>, trouble: Trouble, strikes?: string): void {
	if (trouble.login) faults.add({ ...trouble.login, api: login });
	for (const fault of trouble.faults ?? []) {
		const isForAll = fault.times === 0 || fault.skip !== undefined;
		faults.add({ ...fault, api: strikes === undefined || isForAll ? calls : strikes });
	}
}

interface Cell {
	/** In the words of the page. */
	said: string;
	broken: string[];
}

async function runWork<C>(work: Work<C>, connection: C): Promise<Cell & { outcome: Outcome }> {
	const broken: string[] = [];
	const { value, error } = await watching(async () => await outcomeOf(async () => await work.run(connection)));
	const effects = work.effects?.();
	if (effects !== undefined && effects > 1) broken.push(`done ${effects} times`);
	if (error === undefined) {
		if (value !== work.expected) broken.push(`returned ${JSON.stringify(value)}`);
		if (effects === 0) broken.push('said to be done, and is not');
		return { said: 'done', outcome: 'done', broken };
	}
	if (!(error instanceof ServiceError)) {
		return { said: 'threw', outcome: 'refused', broken: [...broken, `threw ${String(error)}`] };
	}
	assertNoSecrets([error, error.details(), error.stack], 'The error');
	if (!(error.hint || error.code) || error.message.length < 10) broken.push(`useless message: ${error.message}`);
	const isUncertain = error.category === 'uncertain';
	if (effects === 1 && !isUncertain && error.effect !== 'unknown') {
		broken.push(`said that nothing was done (${error.category}), and it was`);
	}
	return { said: `*${error.category}*`, outcome: isUncertain ? 'uncertain' : 'refused', broken };
}

async function outcomeOf(work: () => Promise<unknown>): Promise<{ value?: unknown; error?: unknown }> {
	try {
		return { value: await work() };
	} catch (error) {
		return { error };
	}
}

/** A poll with the trouble, and one after it: what happened is passed on once. */
async function runPoll<C extends Bounds>(site: Site<C>, trouble: Trouble, polling: Polling): Promise<Cell> {
	const passed: string[] = [];
	const broken: string[] = [];
	const poll = async (work: () => Promise<Polled>): Promise<Error | undefined> => {
		const polled = await watching(async () => await work().catch((error: Error) => ({ items: null, error })));
		assertNoSecrets(polled, 'The poll');
		passed.push(...(polled.items ?? []).map(polling.shows));
		if (polled.error && polled.error.message.length < 10) broken.push(`useless message: ${polled.error.message}`);
		return polled.error;
	};
	if (trouble.connection) {
		const error = await poll(polling.activate);
		if (!error) broken.push('the activation came through');
		return { said: 'fails', broken };
	}
	const failed = await poll(polling.activate);
	if (failed) return { said: 'fails', broken: [failed.message] };
	const key = polling.happens();
	if (trouble.login) forgetSharedState();
	strike(site, trouble);
	const error = await poll(polling.poll);
	site.faults.clear();
	await poll(polling.poll);
	const times = passed.filter((each) => each === key).length;
	if (times !== 1) broken.push(`passed on ${times} times`);
	return { said: error ? 'returned by the next poll' : 'returned', broken };
}
