import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';

const ROOT = resolve(__dirname, '../../..');

/** What each room may import of the others: the map of the house in CONTRIBUTING.md. */
const ROOMS: Record<string, string[]> = {
	credentials: [],
	'nodes/IbmSterlingOms': ['nodes/shared', 'sterling'],
	'nodes/IbmSterlingOmsTrigger': ['nodes/shared', 'sterling'],
	'nodes/shared': ['sterling'],
	sterling: [],
	doctor: ['sterling'],
	sandbox: [],
	engine: ['sandbox'],
};

/** The folders and files that the files of a room import by a relative path. */
function importsOf(room: string): Array<[file: string, target: string]> {
	const files = readdirSync(join(ROOT, room), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
	return files.flatMap((name) => {
		const file = join(ROOT, room, name);
		const paths = readFileSync(file, 'utf8').matchAll(/\b(?:from |import\(|require\()'(\.[^']*)'/g);
		return [...paths].map(([, path]): [string, string] => {
			const target = relative(ROOT, resolve(dirname(file), path)).split(sep).join('/');
			return [relative(ROOT, file), target];
		});
	});
}

test.each(Object.entries(ROOMS))('%s imports only what the map of the house allows', (room, allowed) => {
	const imports = importsOf(room);
	const isIn = (target: string, folder: string) => target === folder || target.startsWith(`${folder}/`);
	// Version and names of the package are everybody's.
	const strangers = imports.filter(([, to]) => to !== 'package.json' && ![room, ...allowed].some((folder) => isIn(to, folder)));
	expect(strangers).toEqual([]);
	if (room !== 'credentials') expect(imports.length).toBeGreaterThan(0);
});

test('the map of the house names these rooms and what they may import', () => {
	const map = readFileSync(join(ROOT, 'CONTRIBUTING.md'), 'utf8');
	for (const [room, allowed] of Object.entries(ROOMS)) {
		const row = map.split('\n').find((line) => line.startsWith(`| \`${room}/\` |`)) ?? `no row for ${room}`;
		expect(row).toContain('|');
		for (const other of allowed) expect(row.split('|').at(-2)).toContain(`\`${other}\``);
	}
});
