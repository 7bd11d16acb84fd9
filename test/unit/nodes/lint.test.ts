import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { inspect, promisify } from 'node:util';

import { IbmB2bIntegrator } from '../../../nodes/IbmB2bIntegrator/IbmB2bIntegrator.node';
import { IbmB2bIntegratorTrigger } from '../../../nodes/IbmB2bIntegrator/IbmB2bIntegratorTrigger.node';
import { IbmInventory } from '../../../nodes/IbmInventory/IbmInventory.node';
import { IbmInventoryTrigger } from '../../../nodes/IbmInventory/IbmInventoryTrigger.node';
import { IbmSterlingOms } from '../../../nodes/IbmSterlingOms/IbmSterlingOms.node';
import { IbmSterlingOmsTrigger } from '../../../nodes/IbmSterlingOms/IbmSterlingOmsTrigger.node';
import { Syspro } from '../../../nodes/Syspro/Syspro.node';
import { SysproTrigger } from '../../../nodes/Syspro/SysproTrigger.node';
import { X12 } from '../../../nodes/X12/X12.node';

interface Message {
	line: number;
	ruleId: string;
	message: string;
}

/** Rows of a fixed collection stand in the order in which people fill them in: action, line, item, quantity. */
const NOT_OURS = 'n8n-nodes-base/node-param-fixed-collection-type-unsorted-items';

const root = resolve(__dirname, '../../..');

/**
 * n8n's lint rules read object literals, and the description is made by functions. So it is written out as a literal
 * and linted as what it is.
 */
test.each([
	['IbmInventory', new IbmInventory().description],
	['IbmInventoryTrigger', new IbmInventoryTrigger().description],
	['IbmSterlingOms', new IbmSterlingOms().description],
	['IbmSterlingOmsTrigger', new IbmSterlingOmsTrigger().description],
	['Syspro', new Syspro().description],
	['SysproTrigger', new SysproTrigger().description],
	['X12', new X12().description],
	['IbmB2bIntegrator', new IbmB2bIntegrator().description],
	['IbmB2bIntegratorTrigger', new IbmB2bIntegratorTrigger().description],
])('the materialised description of %s passes n8n’s lint rules', async (name, description) => {
	const folder = await mkdtemp(join(root, 'nodes', 'materialised-'));
	try {
		const literal = inspect(description.properties, { depth: null, maxArrayLength: null, maxStringLength: null });
		const file = join(folder, `${name}Description.ts`);
		await writeFile(
			file,
			`import type { INodeProperties } from 'n8n-workflow';\nexport const properties: INodeProperties[] = ${literal};\n`,
		);
		// In a process of its own, because ESLint imports its configuration, which jest's module system cannot.
		const line = [join(root, 'node_modules/eslint/bin/eslint.js'), '--format', 'json', file];
		const report = await promisify(execFile)(process.execPath, line, { cwd: root }).catch((failed) => failed);
		const [{ messages }] = JSON.parse(report.stdout) as [{ messages: Message[] }];
		const found = messages.filter(({ ruleId }) => ruleId.includes('n8n') && ruleId !== NOT_OURS);
		expect(found.map(({ line: at, ruleId, message }) => `${at} ${ruleId}: ${message}`)).toEqual([]);
	} finally {
		await rm(folder, { recursive: true });
	}
});
