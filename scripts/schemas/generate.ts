import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';

import { closeAllPools } from '../../clients/oms';
import { startSandbox, type Sandbox } from '../../sandbox';
import { run } from './run';
import { schemaOf, type Schema } from './schema';
import { READS, type Read } from './reads';
import { WRITES } from './writes';

const FOLDER = resolve(__dirname, '../../nodes/IbmSterlingOms/__schema__/v1.0.0');

/**
 * Output schemas of reads and writes with their default output, by file below `__schema__/v1.0.0`: n8n shows them as
 * preview before a node has run, and knows no more of a node than its resource and operation.
 * They are taken from what the sandbox returns, so they cannot promise what the node does not give.
 */
export async function generateSchemas(): Promise<Map<string, string>> {
	const sandbox = await startSandbox({ mutualTls: true, withFulfilment: true });
	try {
		const files = new Map<string, string>();
		for (const read of [...READS, ...WRITES])
			files.set(`${read.resource}/${read.operation}.json`, await schemaText(sandbox, read));
		return files;
	} finally {
		await closeAllPools();
		await sandbox.close();
	}
}

async function schemaText(sandbox: Sandbox, { resource, operation, parameters }: Read): Promise<string> {
	const given = typeof parameters === 'function' ? await parameters(sandbox) : parameters;
	const rows = await run(sandbox, { resource, operation, ...given });
	if (rows.length === 0) throw new Error(`The sandbox has nothing to return for ${resource}:${operation}`);
	const schema: Schema & { version: number } = { ...schemaOf(rows), version: 1 };
	return `${JSON.stringify(schema, null, '\t')}\n`;
}

async function main(): Promise<void> {
	const files = await generateSchemas();
	await rm(FOLDER, { recursive: true, force: true });
	for (const [name, text] of files) {
		const file = join(FOLDER, name);
		await mkdir(dirname(file), { recursive: true });
		await writeFile(file, text);
	}
	console.log(`${files.size} output schemas written`);
}

if (require.main === module) void main();
