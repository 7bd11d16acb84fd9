import type { Parameters } from '../../../kit/n8n/parameters';
import { optionalQueueIn, queueIn } from '../run/parameters';
import type { Content } from '../run/item';
import { inField, refuse } from '../../../kit/n8n/refusal';
import { DEFAULTS } from './properties';

type RemoveWhen = 'success' | 'ended' | 'received';

/** Everything that the node's parameters say. */
export interface Settings {
	queue: string;
	output: 'event' | 'message';
	/** What documents that name no event are about; undefined where each has to name its own. */
	event?: string;
	simplified: boolean;
	content: Content;
	binaryProperty: string;
	removeWhen: RemoveWhen;
	parallelMessages: number;
	timeLimitMs: number;
	/** 0 where the queue decides. */
	backoutThreshold: number;
	/** Empty where the queue decides. */
	backoutQueue: string;
}

/** @throws Refusal for parameters that are missing or not what they should be */
export function readSettings(parameters: Parameters): Settings {
	const output = parameters.choice('output', 'event') as Settings['output'];
	const event = output === 'event' ? parameters.choice('event', 'document') : parameters.text('eventName');
	const queue = queueIn(parameters);
	return {
		queue,
		output,
		event: event === 'document' || event === '' ? undefined : event,
		simplified: parameters.flag('simplify', true),
		content: (output === 'message' ? parameters.choice('content', 'auto') : 'auto') as Content,
		binaryProperty: parameters.text('binaryProperty') || 'data',
		removeWhen: parameters.choice('removeWhen', 'success') as RemoveWhen,
		parallelMessages: parameters.number('options.parallelMessages', DEFAULTS.parallelMessages),
		timeLimitMs: parameters.number('options.timeLimit', DEFAULTS.timeLimit) * 60_000,
		backoutThreshold: parameters.number('options.backoutThreshold', 0),
		backoutQueue: backoutQueueIn(parameters, queue),
	};
}

/** @throws Refusal also for the queue that is read: what is moved there comes back at once */
function backoutQueueIn(parameters: Parameters, queue: string): string {
	const path = 'options.backoutQueue';
	const name = optionalQueueIn(parameters, path);
	if (name === '' && parameters.isExpression(path)) parameters.refuseEmpty(path);
	if (name !== queue) return name;
	return inField(parameters.label(path), () =>
		refuse(
			'is the queue that the trigger reads',
			'Enter another queue, or remove the option to use the backout queue of the queue itself (BOQNAME).',
		),
	);
}
