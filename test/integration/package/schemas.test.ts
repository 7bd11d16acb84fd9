import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

import { RESOURCES } from '../../../nodes/IbmSterlingOms/operations';
import { generateSchemas } from '../../../scripts/schemas/generate';

const folder = resolve(__dirname, '../../../nodes/IbmSterlingOms/__schema__/v1.0.0');

test('every read has an output schema', () => {
	const reads = RESOURCES.flatMap(({ value, operations }) =>
		operations.filter(({ kind }) => kind === 'read').map((operation) => `${value}/${operation.value}.json`),
	);
	expect(reads.filter((name) => !existsSync(join(folder, name)))).toEqual([]);
});

test('the output schemas are what the sandbox answers now (else: npm run docs)', async () => {
	for (const [name, text] of await generateSchemas()) {
		expect({ name, text: await readFile(join(folder, name), 'utf8') }).toEqual({ name, text });
	}
});
