import type { Result, RunContext } from '../operation';
import { queueIn } from './parameters';

/** Depth and attributes of a queue, as far as this way to the queue manager knows them. */
export async function get({ session, parameters, hint }: RunContext): Promise<Result> {
	const { name, depth, ...attributes } = await session.use(async (connection) =>
		connection.inquire(queueIn(parameters)),
	);
	if (depth === undefined) hint('MQ REST for messages does not say how deep a queue is. Count counts by reading.');
	return [{ queue: name, ...(depth === undefined ? {} : { depth }), ...attributes }];
}
