import type { Parameters } from '../../../kit/n8n/parameters';
import { queueIn } from '../run/parameters';
import type { Content } from '../run/item';
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
	return {
		queue: queueIn(parameters),
		output,
		event: event === 'document' || event === '' ? undefined : event,
		simplified: parameters.flag('simplify', true),
		content: (output === 'message' ? parameters.choice('content', 'auto') : 'auto') as Content,
		binaryProperty: parameters.text('binaryProperty') || 'data',
		removeWhen: parameters.choice('removeWhen', 'success') as RemoveWhen,
		parallelMessages: parameters.number('options.parallelMessages', DEFAULTS.parallelMessages),
		timeLimitMs: parameters.number('options.timeLimit', DEFAULTS.timeLimit) * 60_000,
		backoutThreshold: parameters.number('options.backoutThreshold', 0),
		backoutQueue: parameters.text('options.backoutQueue'),
	};
}
