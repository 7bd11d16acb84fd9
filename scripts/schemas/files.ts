import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { schemaOf, type Schema } from './schema';

/** The text of a schema file for these rows. */
export function schemaFile(rows: readonly unknown[]): string {
	const schema: Schema & { version: number } = { ...schemaOf(rows), version: 1 };
	return `${JSON.stringify(schema, null, '\t')}\n`;
}

/** Replaces all schema files of a node. */
export async function writeSchemas(folder: string, generate: () => Promise<Map<string, string>>, of: string) {
	const files = await generate();
	await rm(folder, { recursive: true, force: true });
	for (const [name, text] of files) {
		const file = join(folder, name);
		await mkdir(dirname(file), { recursive: true });
		await writeFile(file, text);
	}
	console.log(`${files.size} output schemas of ${of} written`);
}
