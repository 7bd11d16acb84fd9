import { transportOf } from '../../../../clients/mq';
import type { Connection, ConnectionSettings } from '../../../../clients/mq/connection';
import { ServiceError } from '../../../../kit/errors';
import { REAL_CLOCKWORK } from '../../../../kit/http/retry';
import type { MqSandbox } from '../../../../sandbox/mq';
import { until } from '../../../support/mq/memory';
import { runTrigger } from './triggerWork';
import { TIMEOUT_MS } from './troubles';

export const [SOURCE, TARGET] = ['DEV.QUEUE.1', 'DEV.QUEUE.2'];
const TEXT = 'the message';

/** What a work under a trouble came to, and which promises it broke. */
export interface Cell {
	said: string;
	broken: string[];
}

/** Where works are carried out. */
export interface Place {
	sandbox: MqSandbox;
	settings: ConnectionSettings;
	connectWith: 'builtIn' | 'rest';
	/** Whether the trouble is that a response comes too late. */
	isLate: boolean;
	/** The trouble ends: connecting works, and nothing strikes any more. */
	heal(): void;
}

export interface Work {
	/** The calls that the faults strike. */
	main: string[];
	/** How many of these calls come first, to connect and to activate. */
	skip?: number;
	run(place: Place): Promise<Cell>;
}

/** How to connect: attempts of MQ REST follow one another at once, and only what is late on purpose is waited for briefly. */
export const optionsFor = ({ isLate }: Pick<Place, 'isLate'>) => ({
	timeoutMs: isLate ? TIMEOUT_MS : PATIENT_MS,
	clockwork: { ...REAL_CLOCKWORK, random: () => 0 },
});
const PATIENT_MS = 20_000;

/** Texts of all messages of a queue, in an open unit of work or not. */
export const texts = ({ sandbox }: Place, queue: string) => {
	return sandbox.manager
		.queue(queue)
		.all()
		.map(({ data }) => data.toString());
};
/** Puts a message past any client. @returns its ID */
export const send = ({ sandbox }: Place) => sandbox.manager.send(SOURCE, TEXT);

type Outcome<T> = { value: T } | { error: ServiceError };

/** Does something on a connection of its own, and closes it. */
async function attempt<T>(place: Place, use: (connection: Connection) => Promise<T>): Promise<Outcome<T>> {
	const { settings, sandbox, connectWith } = place;
	let connection: Connection | undefined;
	try {
		connection = await (await transportOf(connectWith)).connect(settings, optionsFor(place));
		return { value: await use(connection) };
	} catch (error) {
		if (!(error instanceof ServiceError)) throw error;
		return { error };
	} finally {
		await connection?.close();
		await until(() => sandbox.connected === 0, 'the queue manager knows of no connection');
	}
}

/** The cell of an outcome; `broken` says what does not hold, by name. */
function cellOf(outcome: Outcome<unknown>, holds: Record<string, boolean>): Cell {
	const broken = Object.entries(holds).flatMap(([name, isTrue]) => (isTrue ? [] : [name]));
	if ('value' in outcome) return { said: 'done', broken };
	const { error } = outcome;
	if (error.message.trim() === '') broken.push('says nothing');
	if (/not the one|App-Password-1/.test(JSON.stringify([error.message, error.details()])))
		broken.push('shows a secret');
	return { said: `*${error.category}*`, broken };
}

const isUncertain = (outcome: Outcome<unknown>) => 'error' in outcome && outcome.error.category === 'uncertain';

async function put(place: Place): Promise<Cell> {
	const outcome = await attempt(place, async (connection) => await connection.put(TARGET, { body: Buffer.from(TEXT) }));
	const count = texts(place, TARGET).length;
	return cellOf(outcome, {
		'is on the queue where it is done': !('value' in outcome) || count === 1,
		'is never there twice': count <= 1,
		'is not there where it was refused': 'value' in outcome || isUncertain(outcome) || count === 0,
	});
}

async function getInUnitOfWork(place: Place): Promise<Cell> {
	send(place);
	const outcome = await attempt(place, async (connection) => {
		const message = await connection.get(SOURCE, { inUnitOfWork: true });
		await connection.commit();
		return message?.body.toString();
	});
	const left = texts(place, SOURCE).length;
	return cellOf(outcome, {
		'gives the message out': !('value' in outcome) || outcome.value === TEXT,
		'removes it then': !('value' in outcome) || left === 0,
		'loses nothing': 'value' in outcome || isUncertain(outcome) || left === 1,
	});
}

async function getAlone(place: Place): Promise<Cell> {
	send(place);
	const outcome = await attempt(place, async (connection) => (await connection.get(SOURCE))?.body.toString());
	const left = texts(place, SOURCE).length;
	return cellOf(outcome, {
		'gives the message out': !('value' in outcome) || outcome.value === TEXT,
		'loses nothing': 'value' in outcome || left === 1,
	});
}

async function browse(place: Place): Promise<Cell> {
	send(place);
	const outcome = await attempt(place, async (connection) => {
		const seen: string[] = [];
		for await (const { body } of connection.browse(SOURCE)) seen.push(body.toString());
		return seen;
	});
	return cellOf(outcome, {
		'shows the message': !('value' in outcome) || outcome.value.join() === TEXT,
		'leaves it there': texts(place, SOURCE).length === 1,
	});
}

async function inquire(place: Place): Promise<Cell> {
	send(place);
	const outcome = await attempt(place, async (connection) => (await connection.inquire(SOURCE)).depth);
	return cellOf(outcome, { 'tells the depth': !('value' in outcome) || outcome.value === 1 });
}

async function move(place: Place): Promise<Cell> {
	send(place);
	const outcome = await attempt(place, async (connection) => {
		const message = await connection.get(SOURCE, { inUnitOfWork: true });
		if (message) await connection.put(TARGET, message, { inUnitOfWork: true });
		await connection.commit();
	});
	const [here, there] = [texts(place, SOURCE).length, texts(place, TARGET).length];
	return cellOf(outcome, {
		'is in one of the queues': here + there === 1,
		'is in the target where it is done': !('value' in outcome) || there === 1,
		'stays where it was refused': 'value' in outcome || isUncertain(outcome) || here === 1,
	});
}

type Works = Readonly<Record<string, Work>>;

/** What the nodes are made of, over the built-in client. */
export const BUILT_IN: Works = {
	Put: { main: ['MQPUT1'], run: put },
	'Get in a unit of work': { main: ['MQGET'], run: getInUnitOfWork },
	'Get alone': { main: ['MQGET'], run: getAlone },
	Browse: { main: ['MQGET'], run: browse },
	Inquire: { main: ['MQINQ'], run: inquire },
	Move: { main: ['MQPUT1'], run: move },
	Trigger: { main: ['MQGET'], run: runTrigger },
};

/** The same over MQ REST, where most of them are several requests. */
export const REST: Works = {
	Put: { main: ['putMessage'], run: put },
	'Get, when it reads': { main: ['browseMessage'], run: getAlone },
	'Get, when it deletes': { main: ['getMessage'], run: getAlone },
	'Browse, its list': { main: ['listMessages'], skip: 1, run: browse },
	'Browse, a message': { main: ['browseMessage'], run: browse },
	Inquire: { main: ['listMessages'], skip: 1, run: inquire },
	'Trigger, its list': { main: ['listMessages'], skip: 3, run: runTrigger },
	'Trigger, when it reads': { main: ['browseMessage'], run: runTrigger },
	'Trigger, when it deletes': { main: ['getMessage'], run: runTrigger },
};
