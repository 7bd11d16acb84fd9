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

/** The relative paths that a source imports. */
function pathsIn(source: string): string[] {
	return [...source.matchAll(/\b(?:from |import |import\(|require\()['"](\.[^'"]*)['"]/g)].map(([, path]) => path);
}

/** The folders and files that the files of a room import by a relative path. */
function importsOf(room: string): Array<[file: string, target: string]> {
	const files = readdirSync(join(ROOT, room), { recursive: true, encoding: 'utf8' }).filter((file) =>
		file.endsWith('.ts'),
	);
	return files.flatMap((name) => {
		const file = join(ROOT, room, name);
		return pathsIn(readFileSync(file, 'utf8')).map((path): [string, string] => {
			const target = relative(ROOT, resolve(dirname(file), path))
				.split(sep)
				.join('/');
			return [relative(ROOT, file), target];
		});
	});
}

test.each(Object.entries(ROOMS))('%s imports only what the map of the house allows', (room, allowed) => {
	const imports = importsOf(room);
	const isIn = (target: string, folder: string) => target === folder || target.startsWith(`${folder}/`);
	// Version and names of the package are everybody's.
	const strangers = imports.filter(
		([, to]) => to !== 'package.json' && ![room, ...allowed].some((folder) => isIn(to, folder)),
	);
	expect(strangers).toEqual([]);
	if (room !== 'credentials') expect(imports.length).toBeGreaterThan(0);
});

test.each([
	["import { a } from '../a';", '../a'],
	["import type { a } from '../a';", '../a'],
	["export * from '../a';", '../a'],
	["import '../a';", '../a'],
	['import "../a";', '../a'],
	["const a = await import('../a');", '../a'],
	["type A = import('../a').A;", '../a'],
	["const a = require('../a');", '../a'],
])('%s is seen', (source, path) => {
	expect(pathsIn(source)).toEqual([path]);
});

test('the map of the house names these rooms, and nothing else of what they may import', () => {
	const lines = readFileSync(join(ROOT, 'CONTRIBUTING.md'), 'utf8').split('\n');
	const named = Object.keys(ROOMS).map((room) => {
		const row = lines.find((line) => line.startsWith(`| \`${room}/\` |`));
		return [room, [...(row?.split('|').at(-2) ?? '`no row`').matchAll(/`([^`]+)`/g)].map(([, name]) => name)];
	});
	expect(Object.fromEntries(named)).toEqual(ROOMS);
});
