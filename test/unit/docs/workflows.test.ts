import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { NodeHelpers } from 'n8n-workflow';

import { STEPS } from '../../../demo/steps';
import type { WorkflowFile } from '../../../engine/workflow';
import { IbmSterlingOms } from '../../../nodes/IbmSterlingOms/IbmSterlingOms.node';

const folder = resolve(__dirname, '../../../demo/workflows');
const files = readdirSync(folder);
const { description } = new IbmSterlingOms();

test.each(files)('%s holds what n8n exports for it, and no more', (name) => {
	const file = JSON.parse(readFileSync(join(folder, name), 'utf8')) as WorkflowFile;
	expect(file).toMatchObject({ name: expect.stringMatching(/^Sterling Demo \d/), settings: { executionOrder: 'v1' } });
	const [trigger, ...nodes] = file.nodes;
	expect(file.pinData).toHaveProperty([trigger.name, 0, 'json']);
	for (const node of nodes) {
		expect(node.credentials).toEqual({ ibmSterlingOmsApi: { id: 'sterling-sandbox', name: 'Sterling Sandbox' } });
		// n8n keeps the parameters that the node shows and that differ from their defaults.
		const kept = NodeHelpers.getNodeParameters(description.properties, node.parameters, false, false, node, description);
		expect(kept).toEqual(node.parameters);
		expect(NodeHelpers.getNodeParametersIssues(description.properties, node, description)).toBeNull();
	}
});

test('every workflow is a step of the demo', () => {
	expect([...new Set(STEPS.map((step) => step.workflow))]).toEqual(files);
});
