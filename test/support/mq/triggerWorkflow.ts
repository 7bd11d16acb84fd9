import type { INode } from 'n8n-workflow';

import { TriggerWorkflow, type TriggerOptions } from '../../../engine/trigger';
import { workNode } from '../../../engine/workNode';
import { IbmMqTrigger } from '../../../nodes/IbmMq/IbmMqTrigger.node';
import type { wayTo } from '../../../nodes/IbmMq/connect';
import { listen } from '../../../nodes/IbmMq/trigger/listen';
import type { MqSandbox } from '../../../sandbox/mq';
import { TestClock } from './memory';
import { mqCredential } from './nodes';

const TRIGGER = 'n8n-nodes-ibm-sterling.ibmMqTrigger';
const WORK = 'test.work';

/** A workflow of the trigger and a node, on n8n's engine against the sandbox; time passes when a test says so. */
export function triggerWorkflow(
	sandbox: MqSandbox,
	parameters: INode['parameters'],
	work: (json: Record<string, unknown>) => Promise<void> | void,
	{
		credential,
		find,
		...options
	}: Partial<TriggerOptions> & { credential?: Record<string, unknown>; find?: typeof wayTo } = {},
) {
	const clock = new TestClock();
	const trigger = new IbmMqTrigger();
	trigger.trigger = async function () {
		return await listen(this, { clock, find });
	};
	const workflow = new TriggerWorkflow(
		{
			nodes: [
				{
					id: '1',
					name: 'MQ',
					type: TRIGGER,
					typeVersion: 1,
					position: [0, 0],
					parameters,
					credentials: { ibmMqApi: { id: 'mq', name: 'Sandbox' } },
				},
				{ id: '2', name: 'Work', type: WORK, typeVersion: 1, position: [200, 0], parameters: {} },
			],
			connections: { MQ: { main: [[{ node: 'Work', type: 'main', index: 0 }]] } },
		},
		{
			nodeTypes: { [TRIGGER]: trigger, [WORK]: workNode(work) },
			credentials: { mq: mqCredential(sandbox, credential) },
			...options,
		},
	);
	return { workflow, clock };
}
