import assert from 'node:assert/strict';
import type { StoredWorkflow } from '../lib/apiTypes';
import type { Stage } from '../lib/stage';

/** Runs a workflow by hand from one of its triggers; it must succeed. */
export async function runByHand({ api }: Stage, workflow: StoredWorkflow, trigger: string): Promise<void> {
	const execution = await api.runWorkflow(workflow, trigger);
	assert.equal(execution.status, 'success', execution.data.resultData.error?.message);
}
