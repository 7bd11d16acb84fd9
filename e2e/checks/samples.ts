import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Check } from '../lib/checks';
import { SAMPLES } from '../lib/paths';
import { fromFile } from '../lib/workflows';

/** The demo's workflows build on each other, so they run in the order of their names. */
const samples: Check = {
	name: 'the sample workflows of the demo, imported, run green',
	async run({ api, credential }) {
		const files = readdirSync(SAMPLES)
			.filter((name) => name.endsWith('.json'))
			.sort();
		assert.ok(files.length > 0, 'there are no sample workflows');
		for (const file of files) {
			const workflow = await api.createWorkflow(fromFile(join(SAMPLES, file), credential));
			const trigger = workflow.nodes.find(({ type }) => type === 'n8n-nodes-base.manualTrigger');
			assert.ok(trigger, `${file} has no manual trigger`);
			const execution = await api.runWorkflow(workflow, trigger.name);
			assert.equal(execution.status, 'success', `${file}: ${execution.data.resultData.error?.message}`);
		}
		return `${files.length} workflows`;
	},
};

export const sampleChecks = [samples];
