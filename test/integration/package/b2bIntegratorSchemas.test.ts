import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

import { RESOURCES } from '../../../nodes/IbmB2bIntegrator/operations';
import { generateB2bIntegratorSchemas } from '../../../scripts/schemas/b2bIntegrator';

const folder = resolve(__dirname, '../../../nodes/IbmB2bIntegrator/__schema__/v1.0.0');

test('the output schemas of B2B Integrator are what the node gives now, for each read (else: npm run docs)', async () => {
	const files = await generateB2bIntegratorSchemas();
	const reads = RESOURCES.flatMap(({ value, operations }) =>
		operations.filter(({ kind }) => kind === 'read').map((one) => `${value}/${one.value}.json`),
	);
	expect([...files.keys()].sort()).toEqual(reads.sort());
	for (const [name, text] of files) {
		expect({ name, text: await readFile(join(folder, name), 'utf8') }).toEqual({ name, text });
	}
});
