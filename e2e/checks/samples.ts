import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Credential, WorkflowJson } from '../lib/apiTypes';
import type { Check } from '../lib/checks';
import { CREDENTIAL_TYPE } from '../lib/connection';
import { ROOT } from '../lib/paths';

const FOLDER = join(ROOT, 'demo', 'workflows');

/** A workflow file as a person imports it, with its Sterling nodes pointed at this credential. */
function imported(file: string, { id, name }: Credential): WorkflowJson {
	const workflow = JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as WorkflowJson;
	for (const { credentials } of workflow.nodes) {
		if (credentials?.[CREDENTIAL_TYPE]) credentials[CREDENTIAL_TYPE] = { id, name };
	}
	return workflow;
}

/** The demo's workflows build on each other, so they run in the order of their names. */
const samples: Check = {
	name: 'the sample workflows of the demo, imported, run green',
	async run({ api, credential }) {
		const files = readdirSync(FOLDER).filter((name) => name.endsWith('.json')).sort();
		assert.ok(files.length > 0, 'there are no sample workflows');
		for (const file of files) {
			const workflow = await api.createWorkflow(imported(file, credential));
			const trigger = workflow.nodes.find(({ type }) => type === 'n8n-nodes-base.manualTrigger');
			assert.ok(trigger, `${file} has no manual trigger`);
			const execution = await api.runWorkflow(workflow, trigger.name);
			assert.equal(execution.status, 'success', `${file}: ${execution.data.resultData.error?.message}`);
		}
		return `${files.length} workflows`;
	},
};

export const sampleChecks = [samples];
