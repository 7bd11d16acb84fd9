import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';

const ROOT = resolve(__dirname, '../../..');

/** What each room may import of the others: the repository map in CONTRIBUTING.md. */
const ROOMS: Record<string, string[]> = {
	credentials: [],
	nodes: ['kit', 'clients', 'edi'],
	clients: ['kit'],
	edi: [],
	kit: [],
	sandbox: [],
	doctor: ['clients', 'kit'],
	engine: ['sandbox'],
	demo: ['engine', 'sandbox', 'nodes', 'kit'],
	templates: ['engine', 'nodes', 'sandbox'],
	bench: ['clients', 'edi', 'engine', 'kit', 'nodes', 'sandbox', 'test'],
	e2e: ['engine', 'nodes', 'sandbox', 'templates', 'test'],
	scripts: ['clients', 'demo', 'edi', 'engine', 'kit', 'nodes', 'sandbox', 'test'],
	test: ['everything'],
};

/**
 * Families: a product imports nothing of its neighbours, only what is named here. Order Management puts documents into
 * queues, and what comes out of queues is read as its events. The reading stays with the trigger of Order Management:
 * its result is the item that this trigger puts out, with the names of its events, and so part of the node's contract.
 * Neither a client nor the kit may know them.
 */
const FAMILIES: Record<string, string[]> = {
	nodes: ['nodes/IbmMq/run/delivery', 'nodes/IbmMq/pickers', 'nodes/IbmSterlingOms/trigger/events/fromQueue'],
	clients: [],
	sandbox: ['sandbox/kit'],
};

const files = Object.keys(ROOMS)
	.filter((room) => room !== 'test' && existsSync(join(ROOT, room)))
	.flatMap(sourcesIn);

/** The sources below a folder; installed packages are not looked through, which e2e/ has by the hundred thousand. */
function sourcesIn(folder: string): string[] {
	return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
		const path = `${folder}/${entry.name}`;
		if (entry.isDirectory()) return /^(node_modules|\.cache)$/.test(entry.name) ? [] : sourcesIn(path);
		return path.endsWith('.ts') ? [path] : [];
	});
}

/** The relative paths that a source imports. */
function pathsIn(source: string): string[] {
	return [...source.matchAll(/\b(?:from |import |import\(|require\()['"](\.[^'"]*)['"]/g)].map(([, path]) => path);
}

/** What each file imports by a relative path, as paths from the root. */
const imports = new Map(
	files.map((file): [string, string[]] => [
		file,
		pathsIn(readFileSync(join(ROOT, file), 'utf8')).map((path) =>
			relative(ROOT, resolve(ROOT, dirname(file), path))
				.split(sep)
				.join('/'),
		),
	]),
);

const isIn = (target: string, folder: string) => target === folder || target.startsWith(`${folder}/`);
const importsOf = (room: string) =>
	[...imports].filter(([file]) => isIn(file, room)).flatMap(([file, targets]) => targets.map((to) => [file, to]));

test('every folder of sources is a room', () => {
	const folders = readdirSync(ROOT, { withFileTypes: true }).filter(
		(entry) => entry.isDirectory() && !/^(\.|node_modules$|dist$|coverage$|icons$|docs$)/.test(entry.name),
	);
	expect(folders.map(({ name }) => name).filter((name) => !(name in ROOMS))).toEqual([]);
});

const judged = Object.entries(ROOMS).filter(([room]) => room !== 'test' && existsSync(join(ROOT, room)));

test.each(judged)('%s imports only what the map allows', (room, allowed) => {
	// Version and names of the package are everybody's.
	const strangers = importsOf(room).filter(
		([, to]) => to !== 'package.json' && ![room, ...allowed].some((folder) => isIn(to, folder)),
	);
	expect(strangers).toEqual([]);
});

test.each(Object.entries(FAMILIES))('no product of %s imports another', (family, common) => {
	const product = (path: string) => path.split('/').slice(0, 2).join('/');
	const own = [...imports].filter(([file]) => isIn(file, family) && file.split('/').length > 2);
	const strangers = own.flatMap(([file, targets]) =>
		targets
			.filter((to) => isIn(to, family) && to !== family)
			.filter((to) => product(to) !== product(file) && !common.some((door) => isIn(to, door)))
			.map((to) => [file, to]),
	);
	expect(strangers).toEqual([]);
});

test('a client knows nothing of n8n, and neither does the rest of kit', () => {
	const strangers = [...imports].filter(([file, targets]) => {
		if (!isIn(file, 'clients') && !isIn(file, 'edi') && (!isIn(file, 'kit') || isIn(file, 'kit/n8n'))) return false;
		const source = readFileSync(join(ROOT, file), 'utf8');
		return /from 'n8n-/.test(source) || targets.some((to) => isIn(to, 'kit/n8n'));
	});
	expect(strangers.map(([file]) => file)).toEqual([]);
});

const resolved = (to: string) => [`${to}.ts`, `${to}/index.ts`, `${to}.d.ts`].find((file) => imports.has(file));

test('no file imports itself by way of others', () => {
	const state = new Map<string, 'open' | 'done'>();
	const circles: string[][] = [];
	const visit = (file: string, path: string[]) => {
		if (state.get(file) === 'done') return;
		if (state.get(file) === 'open') {
			circles.push([...path.slice(path.indexOf(file)), file]);
			return;
		}
		state.set(file, 'open');
		for (const to of imports.get(file) ?? []) {
			const target = resolved(to);
			if (target) visit(target, [...path, file]);
		}
		state.set(file, 'done');
	};
	for (const file of files) visit(file, []);
	expect(circles).toEqual([]);
});

/** Events of Order Management travel in messages of MQ, and its documents go out in them. */
const BOTH_WAYS = ['nodes/IbmMq <-> nodes/IbmSterlingOms'];

test('of two neighbours in a folder only one imports the other', () => {
	const arrows = new Map<string, string>();
	for (const [file, targets] of imports) {
		for (const to of targets) {
			const target = resolved(to);
			if (!target) continue;
			const [from, into] = [file.split('/'), target.split('/')];
			const depth = from.findIndex((name, i) => name !== into[i]);
			if (depth < 0) continue;
			const neighbour = (path: string[]) => path.slice(0, depth + 1).join('/');
			arrows.set(`${neighbour(from)} <-> ${neighbour(into)}`, `${file} imports ${target}`);
		}
	}
	const back = (pair: string) => pair.split(' <-> ').reverse().join(' <-> ');
	const both = [...arrows].filter(([pair]) => arrows.has(back(pair)));
	expect(both.filter(([pair]) => !BOTH_WAYS.includes(pair) && !BOTH_WAYS.includes(back(pair)))).toEqual([]);
	expect(both).toHaveLength(2 * BOTH_WAYS.length);
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

test('the map in CONTRIBUTING.md says the same', () => {
	const lines = readFileSync(join(ROOT, 'CONTRIBUTING.md'), 'utf8').split('\n');
	const rooms = judged.map(([room]) => room);
	const named = rooms.map((room) => {
		const row = lines.find((line) => line.startsWith(`| \`${room}/\` |`));
		return [room, [...(row?.split('|').at(-2) ?? '`no row`').matchAll(/`([^`]+)`/g)].map(([, name]) => name)];
	});
	expect(Object.fromEntries(named)).toEqual(Object.fromEntries(judged));
});
