import { setTimeout as wait } from 'node:timers/promises';

import { TriggerWorkflow } from '../../../engine/trigger';
import { workNode } from '../../../engine/workNode';
import type { TakeNote } from '../ledger';
import type { Flow } from '../writers';
import type { ProductEngine } from './flows';
import { PASSED } from '../productNames';

const TRIGGER = 'n8n-nodes-ibm-sterling.ibmMqTrigger';
const WORK = 'soak.work';
/** Calm rounds without a message after which the queue is empty. */
const IDLE_ROUNDS = 10;

/** The workflow that starts with the MQ trigger, which listens: it fails now and then, and its message comes again. */
export class MqListener implements Flow {
	readonly name = PASSED.mq;
	private readonly workflow: TriggerWorkflow;
	private passed = 0;
	private seen = 0;
	private idle = 0;

	constructor({ nodeOf, targets, note, random }: ProductEngine) {
		const work = workNode(async (json) => {
			this.passed += 1;
			if (random() < 0.05) throw new Error('The workflow fails now and then');
			passOn(note, json);
			await Promise.resolve();
		});
		this.workflow = new TriggerWorkflow(
			{
				nodes: [
					{
						...{ id: '1', name: 'MQ', type: TRIGGER, typeVersion: 1, position: [0, 0] },
						parameters: { queue: 'DEV.QUEUE.1', output: 'message' },
						credentials: { ibmMqApi: { id: 'mq', name: 'Soak' } },
					},
					{ id: '2', name: 'Work', type: WORK, typeVersion: 1, position: [200, 0], parameters: {} },
				],
				connections: { MQ: { main: [[{ node: 'Work', type: 'main', index: 0 }]] } },
			},
			{ nodeTypes: { [TRIGGER]: nodeOf('IbmMqTrigger', 'IbmMq'), [WORK]: work }, credentials: { mq: targets.mq } },
		);
	}

	activate = async (): Promise<void> => await this.workflow.activate();

	/** It listens by itself; what its executions were is forgotten, as n8n prunes them. */
	round = async (): Promise<void> => {
		const { runs, started } = this.workflow;
		runs.length = 0;
		started.length = 0;
		await Promise.resolve();
	};

	finish = async (): Promise<number> => {
		await wait(500);
		this.idle = this.passed === this.seen ? this.idle + 1 : 0;
		this.seen = this.passed;
		return Math.max(0, IDLE_ROUNDS - this.idle);
	};

	close = async (): Promise<void> => await this.workflow.deactivate();
}

/** A message that was given back says so: its workflow, or the connection, had failed before its end was known. */
function passOn(note: TakeNote, json: Record<string, unknown>): void {
	const again = Number(json.backoutCount ?? 0) > 0;
	note({ kind: 'passed', of: PASSED.mq, name: String(json.data ?? json.text), again });
}
