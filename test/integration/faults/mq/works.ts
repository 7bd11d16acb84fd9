import { builtInTransport } from '../../../../clients/mq/builtIn';
import type { Connection, ConnectionSettings } from '../../../../clients/mq/connection';
import { ServiceError } from '../../../../kit/errors';
import type { MqSandbox } from '../../../../sandbox/mq';
import { mqCredential } from '../../../support/mq/nodes';
import { until } from '../../../support/mq/memory';
import { triggerWorkflow } from '../../../support/mq/triggerWorkflow';
import { TIMEOUT_MS } from './troubles';

const [SOURCE, TARGET] = ['DEV.QUEUE.1', 'DEV.QUEUE.2'];
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
	/** The trouble ends: connecting works, and nothing strikes any more. */
	heal(): void;
}

export interface Work {
	/** The call that the faults strike. */
	main: string[];
	run(place: Place): Promise<Cell>;
}

const texts = ({ sandbox }: Place, queue: string) => {
	const { messages } = { messages: sandbox.manager.queue(queue).all() };
	return messages.map(({ data }) => data.toString());
};
const send = ({ sandbox }: Place) => sandbox.manager.send(SOURCE, TEXT);

type Outcome<T> = { value: T } | { error: ServiceError };

/** Does something on a connection of its own, and closes it. */
async function attempt<T>(
	{ settings, sandbox }: Place,
	use: (connection: Connection) => Promise<T>,
): Promise<Outcome<T>> {
	let connection: Connection | undefined;
	try {
		connection = await builtInTransport.connect(settings, { timeoutMs: TIMEOUT_MS });
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

/** Each kind of work that the nodes are made of. */
export const WORKS: Record<string, Work> = {
	Put: {
		main: ['MQPUT1'],
		async run(place) {
			const outcome = await attempt(
				place,
				async (connection) => await connection.put(TARGET, { body: Buffer.from(TEXT) }),
			);
			const count = texts(place, TARGET).length;
			return cellOf(outcome, {
				'is on the queue where it is done': !('value' in outcome) || count === 1,
				'is never there twice': count <= 1,
				'is not there where it was refused': 'value' in outcome || isUncertain(outcome) || count === 0,
			});
		},
	},
	'Get in a unit of work': {
		main: ['MQGET'],
		async run(place) {
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
		},
	},
	'Get alone': {
		main: ['MQGET'],
		async run(place) {
			send(place);
			const outcome = await attempt(place, async (connection) => (await connection.get(SOURCE))?.body.toString());
			const left = texts(place, SOURCE).length;
			return cellOf(outcome, {
				'gives the message out': !('value' in outcome) || outcome.value === TEXT,
				'loses nothing': 'value' in outcome || left === 1,
			});
		},
	},
	Browse: {
		main: ['MQGET'],
		async run(place) {
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
		},
	},
	Inquire: {
		main: ['MQINQ'],
		async run(place) {
			send(place);
			const outcome = await attempt(place, async (connection) => (await connection.inquire(SOURCE)).depth);
			return cellOf(outcome, { 'tells the depth': !('value' in outcome) || outcome.value === 1 });
		},
	},
	Move: {
		main: ['MQPUT1'],
		async run(place) {
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
		},
	},
	Trigger: {
		main: ['MQGET'],
		run: runTrigger,
	},
};

/**
 * The trigger on n8n's engine: the trouble strikes, then it is over. A trigger that gives up must leave the message; n8n
 * activates it again.
 */
async function runTrigger(place: Place): Promise<Cell> {
	const { sandbox, settings } = place;
	const id = send(place);
	const ran: unknown[] = [];
	const credential = credentialOf(sandbox, settings);
	const activate = async () => {
		const { workflow, clock } = triggerWorkflow(
			sandbox,
			{ queue: SOURCE, output: 'message', options: { backoutQueue: TARGET, backoutThreshold: 5 } },
			(json) => void ran.push(json.messageId),
			{ credential },
		);
		await workflow.activate();
		return { workflow, clock };
	};
	const isOver = () => texts(place, SOURCE).length === 0;
	let said = 'done';
	let running: Awaited<ReturnType<typeof activate>> | undefined;
	try {
		running = await activate();
		const { workflow, clock } = running;
		let waits = 0;
		await until(() => {
			if (clock.waits.some((ms) => ms < 60_000) && ++waits === 3) place.heal();
			for (const ms of clock.waits) if (ms < 60_000) clock.pass(ms);
			return workflow.errors.length > 0 || (isOver() && ran.length > 0);
		});
		if (workflow.errors.length > 0) said = 'stops, done after the next activation';
		else if (waits > 0) said = 'done, after a new connection';
	} catch (error) {
		said = 'is not activated, done after the next activation';
		if ((error as Error).message.trim() === '') throw error;
	} finally {
		await running?.workflow.deactivate();
	}
	place.heal();
	if (ran.length === 0) {
		Object.assign(credential, credentialOf(sandbox, place.settings));
		const { workflow } = await activate();
		await until(() => isOver() && ran.length > 0);
		await workflow.deactivate();
	}
	await until(() => sandbox.connected === 0);
	const broken = [
		...(ran.every((one) => one === id) ? [] : ['ran under another ID']),
		...(isOver() ? [] : ['the message is still there']),
		...(texts(place, TARGET).length === 0 ? [] : ['it was set aside']),
	];
	return { said: ran.length > 1 ? `${said}, twice under one ID` : said, broken };
}

function credentialOf(
	sandbox: MqSandbox,
	{ address, queueManager, channel, cipherSpec, user, password }: ConnectionSettings,
) {
	const { clientIdentity, certificate, privateKey, caCertificate, ...own } = mqCredential(sandbox);
	void [clientIdentity, certificate, privateKey, caCertificate];
	return {
		...own,
		hostAndPort: address,
		queueManager,
		channel,
		cipherSpec,
		user: user ?? '',
		password: password ?? '',
	};
}
