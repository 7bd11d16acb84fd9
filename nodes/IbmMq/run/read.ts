import type { Message } from '../../../clients/mq';
import { counted } from '../../../kit/counted';
import { RowWithFiles } from '../../../kit/n8n/items';
import { ServiceError } from '../../../kit/errors';
import type { Result, RunContext } from '../operation';
import { itemOf, type Content } from './item';
import { limitIn, matchIn, queueIn } from './parameters';

const DRY_RUN = 'Dry Run is on: the messages are still in the queue.';
const NO_UNIT =
	'MQ REST has no units of work: each message was removed as soon as it was read. If n8n had stopped in between, the messages read before would be lost.';

const UNCONFIRMED =
	'The queue manager did not confirm that a message was removed: it may be read again. Check whether its message ID is still in the queue.';

/** The messages, which stay. */
export async function browse(context: RunContext): Promise<Result> {
	const { session, parameters, hint, signal } = context;
	const queue = queueIn(parameters);
	const limit = limitIn(parameters);
	const match = matchIn(parameters);
	const messages = await session.use(async (connection) => {
		const found: Message[] = [];
		// One more than wanted, to know whether there are more.
		const most = limit === undefined ? undefined : limit + 1;
		for await (const message of connection.browse(queue, { ...match, limit: most, signal })) found.push(message);
		return found;
	});
	const shown = messages.slice(0, limit);
	if (shown.length < messages.length) {
		hint(`More messages are in the queue than the ${shown.length} returned. Raise the limit or turn on Return All.`);
	}
	return await resultOf(shown, context);
}

export async function count({ session, parameters, signal }: RunContext): Promise<Result> {
	const queue = queueIn(parameters);
	const match = matchIn(parameters);
	const total = await session.use(async (connection) => {
		const depth = Object.keys(match).length === 0 ? (await connection.inquire(queue)).depth : undefined;
		if (depth !== undefined) return depth;
		let messages = 0;
		for await (const { descriptor } of connection.browse(queue, { ...match, signal })) messages += descriptor ? 1 : 0;
		return messages;
	});
	return [{ queue, count: total }];
}

/** One message, which is removed once it has arrived. */
export async function getOne(context: RunContext): Promise<Result> {
	const { session, parameters, signal } = context;
	const queue = queueIn(parameters);
	const match = matchIn(parameters);
	if (isDryRun(context)) return await dryRun(queue, 1, context);
	const wait = waitIn(context);
	// What cannot be shown must not be removed, so the item is made inside of the unit of work.
	return await session.inUnitOfWork(async (connection) => {
		const inUnitOfWork = session.hasUnitsOfWork;
		const message = await connection.get(queue, { ...match, wait, inUnitOfWork, signal });
		return message ? await taken(message, context) : nothing(context);
	});
}

/** Several messages, which are removed together. */
export async function getMany(context: RunContext): Promise<Result> {
	const { session, parameters, hint } = context;
	const queue = queueIn(parameters);
	const limit = limitIn(parameters) ?? Infinity;
	matchIn(parameters);
	if (isDryRun(context)) return await dryRun(queue, limit, context);
	if (!parameters.flag('options.oneUnitOfWork', true)) return await oneByOne(queue, limit, context);
	if (!session.hasUnitsOfWork) {
		hint(NO_UNIT);
		return await oneByOne(queue, limit, context);
	}
	return await session.inUnitOfWork(async (connection) => {
		const { signal } = context;
		const match = matchIn(parameters);
		const messages: Message[] = [];
		while (messages.length < limit) {
			// Only the first one is waited for: what is there comes at once.
			const wait = messages.length === 0 ? waitIn(context) : 0;
			const message = await connection.get(queue, { ...match, wait, inUnitOfWork: true, signal });
			if (!message) break;
			messages.push(message);
		}
		return await resultOf(messages, context);
	});
}

async function oneByOne(queue: string, limit: number, context: RunContext): Promise<Result> {
	const { session, parameters, signal } = context;
	const match = matchIn(parameters);
	const results: Result = [];
	const inUnitOfWork = session.hasUnitsOfWork;
	while (results.length < limit) {
		const wait = results.length === 0 ? waitIn(context) : 0;
		const made = await session
			.inUnitOfWork(async (connection) => {
				const message = await connection.get(queue, { ...match, wait, inUnitOfWork, signal });
				return message ? await taken(message, context) : [];
			})
			.catch((error: unknown) => stopped(error, results.length, context));
		if (made.length === 0) break;
		results.push(...made);
	}
	return results.length > 0 ? results : nothing(context);
}

/**
 * What was removed before an error must come out, whoever failed, such as n8n that stores a file. @throws the error where
 * nothing was removed, and of an execution that was cancelled
 */
function stopped(error: unknown, removed: number, { hint }: RunContext): Result {
	if (removed === 0 || (error instanceof ServiceError && error.category === 'cancelled')) throw error;
	const { message } = error as Error;
	hint(`The node stopped after ${counted(removed, 'message')}, because of the next one: ${message}`);
	return [];
}

async function dryRun(queue: string, limit: number, context: RunContext): Promise<Result> {
	const { session, parameters, hint, signal } = context;
	hint(DRY_RUN);
	const match = matchIn(parameters);
	return await session.use(async (connection) => {
		const messages: Message[] = [];
		for await (const message of connection.browse(queue, { ...match, limit, signal })) messages.push(message);
		return await resultOf(messages, context);
	});
}

/** The items of messages, or what is wanted where there are none. */
async function resultOf(messages: readonly Message[], context: RunContext): Promise<Result> {
	return messages.length > 0 ? await shown(messages, context) : nothing(context);
}

/** @throws ServiceError `notFound` where that is wanted */
export function nothing({ parameters }: Pick<RunContext, 'parameters'>): Result {
	if (parameters.choice('options.whenNothingFound', 'continue') !== 'fail') return [];
	throw new ServiceError('notFound', `No message in ${parameters.text('queue')} matches.`, {
		code: '2033',
		effect: 'none',
	});
}

async function shown(messages: readonly Message[], { parameters, files, hint }: RunContext): Promise<Result> {
	if (messages.some(({ isUnconfirmed }) => isUnconfirmed)) hint(UNCONFIRMED);
	const content = parameters.choice('content', 'auto') as Content;
	const field = parameters.text('binaryProperty') || 'data';
	return await Promise.all(
		messages.map(async (message) => {
			const { row, file } = itemOf(message, content);
			if (!file) return row;
			const name = `${message.descriptor.messageId}.${file.mimeType === 'text/plain' ? 'txt' : 'bin'}`;
			return new RowWithFiles(row, await files.write(field, file.bytes, name, file.mimeType));
		}),
	);
}

/**
 * The item of a message that was read to be removed. @throws what keeps it from being shown; without units of work the
 * message is gone then, and the error says which one it is
 */
async function taken(message: Message, context: RunContext): Promise<Result> {
	try {
		return await shown([message], context);
	} catch (error) {
		if (context.session.hasUnitsOfWork) throw error;
		const why = (error as Error).message.replace(/\.$/, '');
		const lost = `${why}. MQ REST had removed message ${message.descriptor.messageId} already: it is lost.`;
		throw error instanceof ServiceError ? error.with({}, lost) : new Error(lost, { cause: error });
	}
}

/** Milliseconds. */
const waitIn = ({ parameters }: RunContext): number => parameters.number('options.wait', 0) * 1000;

const isDryRun = ({ parameters }: RunContext): boolean => parameters.flag('options.dryRun', false);
