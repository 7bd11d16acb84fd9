import type { Call } from '../../../../clients/oms/call';
import type { Row } from '../../../../kit/n8n/items';
import { toXml } from '../../../../kit/xml';
import { destination } from '../../fields/delivery';
import { nameOf } from '../../documents/naming';
import type { RunContext, WriteOperation } from '../../operation';
import { identify } from '../input';

/**
 * Puts the document of a write into a queue, from where a service of Sterling hands it to its API. There is no response: what
 * comes out is what names the document, the queue and the message.
 */
export async function toQueue(operation: WriteOperation, call: Call, context: RunContext): Promise<Row[]> {
	const { parameters, hint, once, queues } = context;
	const queue = destination(parameters, 'queueName');
	const isXml = parameters.choice('options.messageFormat', 'xml') === 'xml';
	const { root, input } = call;
	const text = isXml
		? `<?xml version="1.0" encoding="UTF-8"?>\n${toXml(root, input)}`
		: JSON.stringify({ [root]: input });
	const letter = { queue, text };
	const bytes = Buffer.byteLength(text);
	if (parameters.flag('options.dryRun', false)) {
		await queues.check(letter, once);
		hint('Dry Run is on: this is the message, and nothing was put into the queue. Turn it off under Options.');
		return [{ dryRun: true, message: { queue, bytes, text } }];
	}
	const names = operation.identity ? identify(operation, context) : nameOf(operation.names ?? [], input);
	return [{ ...names, queue, messageId: await queues.put(letter, once), bytes }];
}
