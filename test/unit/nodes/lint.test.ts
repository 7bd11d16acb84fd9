import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { inspect } from 'node:util';

import { IbmB2bIntegrator } from '../../../nodes/IbmB2bIntegrator/IbmB2bIntegrator.node';
import { IbmB2bIntegratorTrigger } from '../../../nodes/IbmB2bIntegrator/IbmB2bIntegratorTrigger.node';
import { IbmInventory } from '../../../nodes/IbmInventory/IbmInventory.node';
import { IbmInventoryTrigger } from '../../../nodes/IbmInventory/IbmInventoryTrigger.node';
import { IbmMq } from '../../../nodes/IbmMq/IbmMq.node';
import { IbmMqTrigger } from '../../../nodes/IbmMq/IbmMqTrigger.node';
import { IbmSterlingOms } from '../../../nodes/IbmSterlingOms/IbmSterlingOms.node';
import { IbmSterlingOmsTrigger } from '../../../nodes/IbmSterlingOms/IbmSterlingOmsTrigger.node';
import { Syspro } from '../../../nodes/Syspro/Syspro.node';
import { SysproTrigger } from '../../../nodes/Syspro/SysproTrigger.node';
import { X12 } from '../../../nodes/X12/X12.node';

interface Message {
	line: number;
	/** Null where the text could not be parsed. */
	ruleId: string | null;
	message: string;
}

/** Rows of a fixed collection are in the order in which people fill them in: action, line, item, quantity. */
const NOT_OURS = 'n8n-nodes-base/node-param-fixed-collection-type-unsorted-items';

const root = resolve(__dirname, '../../..');

const DESCRIPTIONS = Object.entries({
	IbmInventory: new IbmInventory().description,
	IbmInventoryTrigger: new IbmInventoryTrigger().description,
	IbmMq: new IbmMq().description,
	IbmMqTrigger: new IbmMqTrigger().description,
	IbmSterlingOms: new IbmSterlingOms().description,
	IbmSterlingOmsTrigger: new IbmSterlingOmsTrigger().description,
	Syspro: new Syspro().description,
	SysproTrigger: new SysproTrigger().description,
	X12: new X12().description,
	IbmB2bIntegrator: new IbmB2bIntegrator().description,
	IbmB2bIntegratorTrigger: new IbmB2bIntegratorTrigger().description,
});

/**
 * n8n's lint rules read object literals, and the descriptions are made by functions. So each is written out as a literal
 * and linted as what it is, without a file: other tests read the source tree meanwhile.
 */
function lint(): Record<string, Message[]> {
	const texts = DESCRIPTIONS.map(([name, { properties }]) => {
		const literal = inspect(properties, { depth: null, maxArrayLength: null, maxStringLength: null });
		const text = `import type { INodeProperties } from 'n8n-workflow';\nexport const properties: INodeProperties[] = ${literal};\n`;
		return [`nodes/${name}/${name}Description.ts`, text];
	});
	const { stdout, stderr } = spawnSync(process.execPath, [resolve(root, 'test/support/lintTexts.mjs')], {
		cwd: root,
		input: JSON.stringify(texts),
		encoding: 'utf8',
		maxBuffer: Infinity,
	});
	if (stdout === '') throw new Error(stderr);
	const found = JSON.parse(stdout) as Message[][];
	return Object.fromEntries(found.map((messages, index) => [DESCRIPTIONS[index][0], messages]));
}

let messages: Record<string, Message[]>;
beforeAll(() => {
	messages = lint();
}, 120_000);

test.each(DESCRIPTIONS.map(([name]) => name))('the materialised description of %s passes n8n’s lint rules', (name) => {
	const found = messages[name].filter(({ ruleId }) => ruleId?.includes('n8n') && ruleId !== NOT_OURS);
	expect(found.map(({ line, ruleId, message }) => `${line} ${ruleId}: ${message}`)).toEqual([]);
});

test('the rules reach the descriptions', () => {
	// The one rule that is left out is found where fixed collections are in an order of their own.
	expect(messages.IbmSterlingOms.map(({ ruleId }) => ruleId)).toContain(NOT_OURS);
});
