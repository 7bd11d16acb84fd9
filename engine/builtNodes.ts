import { existsSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { INodeType } from 'n8n-workflow';

import { n8n, name as packageName } from '../package.json';

const ROOT = resolve(__dirname, '..');

let made: Promise<Record<string, INodeType>> | undefined;

/**
 * The nodes as they are published, from dist/, by their full type; made once for each process, as in n8n.
 * @throws Error when the package has not been built
 */
export async function builtNodes(): Promise<Record<string, INodeType>> {
	return await (made ??= make());
}

async function make(): Promise<Record<string, INodeType>> {
	const nodes = n8n.nodes.map(async (path): Promise<[string, INodeType]> => {
		const file = join(ROOT, path);
		if (!existsSync(file)) throw new Error(`${path} is missing: run "npm run build" first`);
		const classes = (await import(file)) as Record<string, new () => INodeType>;
		const node = new classes[basename(path, '.node.js')]();
		return [`${packageName}.${node.description.name}`, node];
	});
	return Object.fromEntries(await Promise.all(nodes));
}
