import type { Queue } from './queue';
import type { QueueManager } from './queueManager';
import { RC, Refusal } from './reasons';

/** An attribute of a queue by its selector (MQIA_…). */
export function integerOf(queue: Queue, selector: number): number {
	const { attributes } = queue;
	const values: Record<number, number> = {
		3: queue.depth,
		5: attributes.defaultPersistence,
		6: attributes.defaultPriority,
		9: Number(attributes.getInhibited),
		10: Number(attributes.putInhibited),
		13: attributes.maximumMessageLength,
		15: attributes.maximumDepth,
		17: queue.openInputCount,
		18: queue.openOutputCount,
		20: 1,
		22: attributes.backoutThreshold,
	};
	if (!(selector in values)) throw new Refusal(RC.selectorError);
	return values[selector];
}

/** That of version 6: from a newer one IBM's clients expect calls beyond the MQI. */
const COMMAND_LEVEL = 600;

/** A text of a queue by its selector (MQCA_…), padded to its length. */
export function textOf(queue: Queue, selector: number): string {
	if (selector === 2013) return queue.attributes.description.padEnd(64).slice(0, 64);
	if (selector === 2016) return queue.name.padEnd(48);
	if (selector === 2019) return queue.attributes.backoutRequeueQueue.padEnd(48);
	throw new Refusal(RC.selectorError);
}

/** An attribute of the queue manager by its selector (MQIA_…). */
export function managerInteger(selector: number): number {
	const values: Record<number, number> = { 2: 1208, 13: 104_857_600, 31: COMMAND_LEVEL, 32: 3, 273: 0 };
	if (!(selector in values)) throw new Refusal(RC.selectorError);
	return values[selector];
}

/** A text of the queue manager by its selector (MQCA_…), padded to its length. */
export function managerText(manager: QueueManager, selector: number): string {
	if (selector === 2006) return 'DEV.DEAD.LETTER.QUEUE'.padEnd(48);
	if (selector === 2015) return manager.name.padEnd(48);
	if (selector === 2032) return `${manager.name}_2026-01-15_09.30.00`.padEnd(48);
	throw new Refusal(RC.selectorError);
}
