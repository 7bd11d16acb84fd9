import assert from 'node:assert/strict';
import { waitFor } from '../lib/process';
import type { StoredWorkflow } from '../lib/apiTypes';
import type { Stage } from '../lib/stage';

/** Activates a workflow with the Sterling trigger, and waits for its first poll: from there on events count. */
export async function activateAndPoll({ api, sandbox }: Stage, workflow: StoredWorkflow): Promise<void> {
	const before = sandbox.log.counters.requests;
	await api.activate(workflow);
	const hasPolled = async () => sandbox.log.counters.requests > before;
	await waitFor(hasPolled, 30_000, () => `"${workflow.name}" did not poll when it was activated`);
}

/** Runs a workflow by hand from one of its triggers; it must succeed. */
export async function runByHand({ api }: Stage, workflow: StoredWorkflow, trigger: string): Promise<void> {
	const execution = await api.runWorkflow(workflow, trigger);
	assert.equal(execution.status, 'success', execution.data.resultData.error?.message);
}
