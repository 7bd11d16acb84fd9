import { withoutDeadLetter } from '../../../clients/mq';
import { refuse } from '../../../kit/n8n/refusal';
import type { Result, RunContext } from '../operation';
import { limitIn, matchIn, queueIn } from './parameters';
import { nothing } from './read';

/**
 * Moves messages in one unit of work. They keep their IDs, properties, format, priority and what is left of their life;
 * the queue manager counts their back-outs again.
 */
export async function move(context: RunContext): Promise<Result> {
	const { session, parameters, hint, signal } = context;
	const queue = queueIn(parameters);
	const targetQueue = queueIn(parameters, 'targetQueue');
	const limit = limitIn(parameters) ?? Infinity;
	const match = matchIn(parameters);
	if (queue === targetQueue) refuse('Queue and Target Queue are the same', 'Choose another target.');
	if (!session.hasUnitsOfWork) {
		refuse(
			'MQ REST has no units of work: a message could be lost or duplicated on its way',
			'Connect with the built-in client or the IBM MQ client to move messages.',
		);
	}
	if (parameters.flag('options.dryRun', false)) {
		hint('Dry Run is on: no message was moved.');
		const ids: string[] = [];
		await session.use(async (connection) => {
			for await (const { descriptor } of connection.browse(queue, { ...match, limit, signal })) {
				ids.push(descriptor.messageId);
			}
		});
		return ids.map((messageId) => ({ dryRun: true, messageId, queue, targetQueue }));
	}
	const isCleared = parameters.flag('options.removeDeadLetterHeader', false);
	const moved = await session.inUnitOfWork(async (connection) => {
		const ids: string[] = [];
		while (ids.length < limit) {
			const message = await connection.get(queue, { ...match, inUnitOfWork: true, signal });
			if (!message) return ids;
			await connection.put(targetQueue, isCleared ? withoutDeadLetter(message) : message, {
				inUnitOfWork: true,
				signal,
			});
			ids.push(message.descriptor.messageId);
		}
		return ids;
	});
	return moved.length === 0 ? nothing(context) : moved.map((messageId) => ({ messageId, queue, targetQueue }));
}
