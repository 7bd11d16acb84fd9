import type { INode } from 'n8n-workflow';

import { CREDENTIAL_ID, credentialFor } from '../../../../engine/oneNode';
import { ActiveWorkflow, type Polled, type PollerOptions } from '../../../../engine/poll';
import { runWorkflow, type WorkflowFile } from '../../../../engine/workflow';
import { IbmSterlingOmsTrigger } from '../../../../nodes/IbmSterlingOms/IbmSterlingOmsTrigger.node';
import type { EventItem } from '../../../../nodes/IbmSterlingOms/trigger/item';
import { machine } from '../../../../kit/polling/machine';
import type { Sandbox } from '../../../../sandbox';
import { assertLogClean, assertNoSecrets, secrets, watching, watchTokens } from '../../../support/watch';

const TYPE = 'n8n-nodes-ibm-sterling.ibmSterlingOmsTrigger';
/** One for all runs: making the description takes longer than most of them. */
const nodeTypes = { [TYPE]: new IbmSterlingOmsTrigger() };

/** A workflow of nothing but the trigger. */
function fileOf(parameters: INode['parameters']): WorkflowFile {
	return {
		name: 'Events',
		connections: {},
		nodes: [
			{
				id: 'a3f1c1f2-6f0e-4a7a-9a51-2f0f3d0a6c11',
				name: 'Sterling Events',
				type: TYPE,
				typeVersion: 1,
				position: [0, 0],
				parameters,
				credentials: { ibmSterlingOmsApi: { id: CREDENTIAL_ID, name: 'Sterling' } },
			},
		],
	};
}

function engineFor(sandbox: Sandbox, credential?: Record<string, unknown>) {
	const data = credentialFor(sandbox, credential);
	secrets.addCredential(data);
	watchTokens(sandbox);
	return {
		nodeTypes,
		credentials: { [CREDENTIAL_ID]: data },
	};
}

/** The activated trigger, with the clock of its sandbox at hand. */
export class Trigger {
	readonly workflow: ActiveWorkflow;

	constructor(
		private readonly sandbox: Sandbox,
		parameters: INode['parameters'],
		options: Partial<PollerOptions> & { credential?: Record<string, unknown> } = {},
	) {
		const { credential, ...rest } = options;
		// The machine agrees with Sterling about the time, unless a test sets its clock otherwise.
		machine.now = () => sandbox.clock.now();
		this.workflow = new ActiveWorkflow(fileOf(parameters), {
			...engineFor(sandbox, credential),
			cursors: 'legacy',
			...rest,
		});
	}

	/** Lets time pass in Sterling, then polls; fails with what the poll failed with. */
	async after(seconds: number): Promise<EventItem[]> {
		this.sandbox.clock.advance(seconds * 1000);
		return jsonOf(await this.poll());
	}

	async activate(): Promise<EventItem[]> {
		return jsonOf(await this.watched(() => this.workflow.activate()));
	}

	/** A poll, whatever came of it. */
	async poll(): Promise<Polled> {
		return await this.watched(() => this.workflow.poll());
	}

	/** Fails when a secret shows in what was told or thrown, in the static data, or in Sterling's log. */
	private async watched(work: () => Promise<Polled>): Promise<Polled> {
		try {
			const polled = await watching(work);
			assertNoSecrets(polled, 'The poll');
			return polled;
		} catch (error) {
			assertNoSecrets(error, 'The error of the activation');
			throw error;
		} finally {
			assertNoSecrets(this.workflow.stored, 'Static data');
			assertLogClean(this.sandbox.log);
		}
	}
}

/** What "Fetch Test Event" shows. */
export async function fetchTestEvent(sandbox: Sandbox, parameters: INode['parameters']): Promise<EventItem[]> {
	const finished = await watching(() => runWorkflow(fileOf(parameters), engineFor(sandbox)));
	assertNoSecrets(finished.run, 'The run');
	if (finished.error) throw new Error(finished.error.message, { cause: finished.error });
	return finished.json('Sterling Events') as EventItem[];
}

function jsonOf({ items, error }: Polled): EventItem[] {
	if (error) throw error;
	return (items ?? []).map(({ json }) => json as EventItem);
}
