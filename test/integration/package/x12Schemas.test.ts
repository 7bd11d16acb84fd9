import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

import { RESOURCES } from '../../../nodes/X12/operations';
import { generateX12Schemas } from '../../../scripts/schemas/x12';

const folder = resolve(__dirname, '../../../nodes/X12/__schema__/v1.0.0');

test('the output schemas of X12 EDI are what the node gives now, for each operation (else: npm run docs)', async () => {
	const files = await generateX12Schemas();
	const operations = RESOURCES.flatMap(({ value, operations: all }) => all.map((one) => `${value}/${one.value}.json`));
	expect([...files.keys()].sort()).toEqual(operations.sort());
	for (const [name, text] of files) {
		expect({ name, text: await readFile(join(folder, name), 'utf8') }).toEqual({ name, text });
	}
});
