import type { IWebhookFunctions } from 'n8n-workflow';

import { emptyMemory, joined, type Memory } from '../../../clients/inventory';
import { Recent } from '../../../kit/memory';

/** Most triggers that are remembered in a process. */
const MOST_TRIGGERS = 100;
const inProcess = new Recent<Memory>(MOST_TRIGGERS);

const keyOf = (context: IWebhookFunctions): string => `${context.getWorkflow().id} ${context.getNode().id}`;

const stored = (context: IWebhookFunctions) => context.getWorkflowStaticData('node') as { memory?: Memory };

/**
 * What a trigger has seen. n8n reads the data of a workflow before each request and writes them after it, so that of
 * requests at the same time each knows nothing of the others and the last one's data stay. This process remembers by
 * itself, therefore; the data of the workflow are for what other processes have seen, and for a new start.
 */
export function memoryOf(context: IWebhookFunctions, keep: number): Memory {
	return joined(stored(context).memory ?? emptyMemory(), inProcess.get(keyOf(context)) ?? emptyMemory(), keep);
}

/** Remembers from now on. n8n notices a new object under a known name, and no change inside of one. */
export function remember(context: IWebhookFunctions, memory: Memory): void {
	inProcess.set(keyOf(context), memory);
	stored(context).memory = memory;
}
