// Writes the generated parts of docs/ from the catalogue and the error table.
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { b2bOperations } from './docs/b2bOperations';
import { errorReference } from './docs/errors';
import { eventsOverview } from './docs/events';
import { inventoryOperations } from './docs/inventory';
import { place, type Region } from './docs/markdown';
import { operationsOverview, operationsReference } from './docs/operations';
import { formsReference, namesReference, x12Overview } from './docs/x12';

const root = resolve(__dirname, '..');

/** Everything in the documentation that is generated. */
export const regions = (): Region[] => [
	{ file: 'docs/README.md', name: 'operations', text: operationsOverview() },
	{ file: 'docs/README.md', name: 'events', text: eventsOverview() },
	{ file: 'docs/operations.md', name: 'operations', text: operationsReference() },
	{ file: 'docs/b2b-integrator.md', name: 'b2bOperations', text: b2bOperations() },
	{ file: 'docs/inventory-visibility.md', name: 'operations', text: inventoryOperations() },
	{ file: 'docs/errors.md', name: 'errors', text: errorReference() },
	{ file: 'docs/README.md', name: 'x12', text: x12Overview() },
	{ file: 'docs/x12.md', name: 'names', text: namesReference() },
	{ file: 'docs/x12.md', name: 'forms', text: formsReference() },
];

/** A file of the project as it stands, and as it should stand. */
export function update(region: Region): { before: string; after: string } {
	const before = readFileSync(join(root, region.file), 'utf8');
	return { before, after: place(before, region) };
}

if (require.main === module) {
	for (const region of regions()) {
		const { before, after } = update(region);
		if (before === after) continue;
		writeFileSync(join(root, region.file), after);
		console.log(`${region.file}: ${region.name} written`);
	}
}
