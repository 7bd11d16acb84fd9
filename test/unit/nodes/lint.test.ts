import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { inspect } from 'node:util';

import { NODES } from '../../support/published';

interface Message {
	line: number;
	/** Null where the text could not be parsed. */
	ruleId: string | null;
	message: string;
}

/** Rows of a fixed collection are in the order in which people fill them in: action, line, item, quantity. */
const NOT_OURS = 'n8n-nodes-base/node-param-fixed-collection-type-unsorted-items';

const root = resolve(__dirname, '../../..');

const DESCRIPTIONS = NODES.map((node) => [node.constructor.name, node.description] as const);

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
