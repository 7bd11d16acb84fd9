import { join, resolve } from 'node:path';
import type { ICredentialType, INodeType } from 'n8n-workflow';

import { n8n } from '../../package.json';

const ROOT = resolve(__dirname, '../..');

/** One of each class that package.json publishes, from its source. */
function made<T>(files: readonly string[]): T[] {
	return files.map((file) => {
		const source = join(ROOT, file.replace(/^dist\//, '').replace(/\.js$/, ''));
		const [Class] = Object.values(jest.requireActual<Record<string, new () => T>>(source));
		return new Class();
	});
}

/** All nodes of the package. */
export const NODES = made<INodeType>(n8n.nodes);

/** All credentials of the package. */
export const CREDENTIALS = made<ICredentialType>(n8n.credentials);

/** The parameters of each, by the name that workflows store. */
export const PARAMETERS = [
	...CREDENTIALS.map(({ name, properties }) => ({ name, properties })),
	...NODES.map(({ description: { name, properties } }) => ({ name, properties })),
];
