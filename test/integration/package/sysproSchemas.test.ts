import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

import { RESOURCES } from '../../../nodes/Syspro/operations';
import { generateSysproSchemas } from '../../../scripts/schemas/syspro';

const folder = resolve(__dirname, '../../../nodes/Syspro/__schema__/v1.0.0');

test('the output schemas of SYSPRO are what the node gives now, for each operation with an output of its own (else: npm run docs)', async () => {
	const files = await generateSysproSchemas();
	// What a table or a business object returns depends on the site.
	const own = RESOURCES.filter(({ value }) => value !== 'query');
	const wanted = own.flatMap(({ value, operations }) => operations.map((one) => `${value}/${one.value}.json`));
	expect([...files.keys()].sort()).toEqual(wanted.sort());
	for (const [name, text] of files) {
		expect({ name, text: await readFile(join(folder, name), 'utf8') }).toEqual({ name, text });
	}
});
