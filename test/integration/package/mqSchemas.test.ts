import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

import { RESOURCES } from '../../../nodes/IbmMq/operations';
import { generateMqSchemas } from '../../../scripts/schemas/mq';

const folder = resolve(__dirname, '../../../nodes/IbmMq/__schema__/v1.0.0');

test('the output schemas of IBM MQ are what the node returns now, for each operation (else: npm run docs)', async () => {
	const files = await generateMqSchemas();
	const operations = RESOURCES.flatMap(({ value, operations: all }) => all.map((one) => `${value}/${one.value}.json`));
	expect([...files.keys()].sort()).toEqual(operations.sort());
	for (const [name, text] of files) {
		expect({ name, text: await readFile(join(folder, name), 'utf8') }).toEqual({ name, text });
	}
});
