import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const page = readFileSync(resolve(__dirname, '../../../docs/fidelity.md'), 'utf8');
const rows = page
	.split('\n')
	.filter((line) => line.startsWith('| ') && !line.startsWith('| Fact |') && !line.startsWith('| --- |'));
const facts = rows.map((line) =>
	line
		.split(/(?<!\\)\|/)
		.slice(1, -1)
		.map((cell) => cell.trim()),
);

test.each(facts)('"%s" has source, use, way out, and whether it was seen live', (...cells) => {
	expect(cells).toHaveLength(5);
	expect(cells.filter((cell) => cell === '')).toEqual([]);
	const [, source, , , seen] = cells;
	expect(source).toMatch(/documented|captured|inferred|unknown|list of codes/);
	expect(seen).toMatch(/^(yes|no)\b/);
});
