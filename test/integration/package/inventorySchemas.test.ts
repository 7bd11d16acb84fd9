import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

import { RESOURCES } from '../../../nodes/IbmInventory/operations';
import { generateInventorySchemas } from '../../../scripts/schemas/inventory';

const folder = resolve(__dirname, '../../../nodes/IbmInventory/__schema__/v1.0.0');

test('the output schemas of Inventory Visibility are what the node gives now, for each read (else: npm run docs)', async () => {
	const files = await generateInventorySchemas();
	const reads = RESOURCES.flatMap(({ value, operations }) =>
		operations.filter(({ kind }) => kind === 'read').map((one) => `${value}/${one.value}.json`),
	);
	expect([...files.keys()].sort()).toEqual(reads.sort());
	for (const [name, text] of files) {
		expect({ name, text: await readFile(join(folder, name), 'utf8') }).toEqual({ name, text });
	}
});
