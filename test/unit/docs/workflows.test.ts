import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { NodeHelpers } from 'n8n-workflow';

import { STEPS } from '../../../demo/steps';
import type { WorkflowFile } from '../../../engine/workflow';
import { IbmSterlingOms } from '../../../nodes/IbmSterlingOms/IbmSterlingOms.node';
import { plainLocators } from '../../support/plainLocators';

const folder = resolve(__dirname, '../../../demo/workflows');
const files = readdirSync(folder);
const { description } = new IbmSterlingOms();
const { properties } = description;
const credentials = { ibmSterlingOmsApi: { id: 'sterling-sandbox', name: 'Sterling Sandbox' } };

test.each(files)('%s holds what n8n exports for it, and no more', (name) => {
	const file = JSON.parse(readFileSync(join(folder, name), 'utf8')) as WorkflowFile;
	expect(file.name).toMatch(/^Sterling Demo \d/);
	expect(file.settings).toEqual({ executionOrder: 'v1' });
	const [trigger, ...nodes] = file.nodes;
	expect(file.pinData).toHaveProperty([trigger.name, 0, 'json']);
	for (const node of nodes) {
		expect(node.credentials).toEqual(credentials);
		// n8n keeps the parameters that the node shows and that differ from their defaults.
		const kept = NodeHelpers.getNodeParameters(properties, node.parameters, false, false, node, description);
		expect(kept).toEqual(node.parameters);
		expect(NodeHelpers.getNodeParametersIssues(properties, node, description)).toBeNull();
		expect(plainLocators(properties, node.parameters)).toEqual([]);
	}
});

test('every workflow is a step of the demo', () => {
	expect([...new Set(STEPS.map((step) => step.workflow))]).toEqual(files);
});
