import type { IRun } from 'n8n-workflow';

import type { QueueAttributes } from '../../../clients/mq';
import type { ServiceError } from '../../../kit/errors';
import type { MessageItem } from '../run/item';
import type { Clock } from './clock';
import type { Settings } from './settings';

/** n8n's side of a message: where its items go, and where trouble is reported. */
export interface Face {
	/** Starts an execution; the promise settles when it has ended. */
	start(items: readonly MessageItem[]): Promise<{ done: Promise<IRun | undefined> }>;
	/** Starts one whose end nobody waits for. */
	handOver(items: readonly MessageItem[]): Promise<void>;
	/** Shows trouble with one message as a failed execution; the trigger continues. */
	report(error: ServiceError): void;
	/** Writes to n8n's log. */
	log(message: string): void;
}

/** What one consumer of a queue works with. */
export interface Consumption {
	settings: Settings;
	attributes: Pick<QueueAttributes, 'backoutThreshold' | 'backoutRequeueQueue'>;
	face: Face;
	clock: Clock;
	signal: AbortSignal;
	/**
	 * Called after each message that was dealt with, and each look that found none: not before, since what fails again
	 * and again must not look like a fresh start.
	 */
	alive(): void;
}
