import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

import { sizesOf, tarball, type Tarball } from '../../../bench/rows/size';
import manifest from '../../../package.json';

const root = resolve(__dirname, '../../..');
const run = promisify(execFile);

let packed: Tarball;

beforeAll(async () => {
	packed = await tarball();
});

const paths = () => packed.files.map((file) => file.path);

test('the tarball holds the built package, its papers and nothing else', () => {
	const expected = [
		/^(package\.json|README\.md|LICENSE|CHANGELOG\.md)$/,
		/^dist\/(nodes|credentials)\/.*\.js$/,
		/^dist\/nodes\/.*\.node\.json$/,
		/^dist\/nodes\/.*__schema__\/.*\.json$/,
		/^dist\/clients\/(b2bi|inventory|oms)\/index\.js$/,
		/^dist\/kit\/xml\/vendor\/fastXmlParser\.js$/,
		/^dist\/chunks\/[\w-]+\.js$/,
		/^dist\/doctor\/main\.js$/,
		/^dist\/icons\/.*\.svg$/,
		/^dist\/THIRD_PARTY_LICENSES\.txt$/,
	];
	expect(paths().filter((path) => !expected.some((pattern) => pattern.test(path)))).toEqual([]);
});

test('every node and credential that n8n is told of is in it', () => {
	expect(paths()).toEqual(expect.arrayContaining([...manifest.n8n.nodes, ...manifest.n8n.credentials]));
});

test('it is below 1 MB, and all of its JavaScript below 1.6 MB', () => {
	const lines = sizesOf(packed);
	expect(lines).toHaveLength(2);
	expect(lines.filter(({ ok }) => !ok)).toEqual([]);
});

test('its command runs under Node.js, and n8n is told nothing of it', async () => {
	const [path] = Object.values(manifest.bin);
	expect(paths()).toContain(path);
	expect(await readFile(join(root, path), 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/);
	expect([...manifest.n8n.nodes, ...manifest.n8n.credentials]).not.toContain(path);
});

test('an ES module can import what its nodes, credentials and libraries export, by name', async () => {
	const files = [...manifest.n8n.nodes, ...manifest.n8n.credentials, ...paths().filter((path) => /clients/.test(path))];
	const script = `
		const { createRequire } = await import('node:module');
		const require = createRequire(${JSON.stringify(join(root, 'package.json'))});
		const missing = [];
		for (const file of ${JSON.stringify(files.map((path) => join(root, path)))}) {
			const found = await import(require('node:url').pathToFileURL(file));
			const names = Object.keys(require(file));
			if (names.length === 0) missing.push(file);
			missing.push(...names.filter((name) => !(name in found)));
		}
		console.log(JSON.stringify(missing));
	`;
	const { stdout } = await run(process.execPath, ['--input-type=module', '-e', script], { cwd: root });
	expect(JSON.parse(stdout)).toEqual([]);
});

test('what several nodes need is in it once', async () => {
	const scripts = paths().filter((path) => path.endsWith('.js'));
	const texts = await Promise.all(scripts.map(async (path) => await readFile(join(root, path), 'utf8')));
	// Words of the modules that are likeliest to be doubled: names do not outlive the build.
	for (const once of [
		'is compressed in an unsupported way',
		'but Sterling returned no token (UserToken)',
		'A transaction needs at least one call.',
	]) {
		expect({ once, files: texts.filter((text) => text.includes(once)).length }).toEqual({ once, files: 1 });
	}
});

test('it has no dependencies and runs nothing on installation', () => {
	expect(manifest).not.toHaveProperty('dependencies');
	expect(manifest.peerDependencies).toEqual({ 'n8n-workflow': '*' });
	// Or npx would fetch, and compile, a good part of n8n for a command that needs nothing of it.
	expect(manifest.peerDependenciesMeta).toEqual({ 'n8n-workflow': { optional: true } });
	expect(Object.keys(manifest.scripts).filter((name) => /^(pre|post)?(install|prepare)$/.test(name))).toEqual([]);
});

test('nothing but n8n-workflow and Node’s own modules is asked for at run time', async () => {
	const scripts = paths().filter((path) => path.endsWith('.js'));
	const { builtinModules } = await import('node:module');
	const foreign = new Set<string>();
	for (const path of scripts) {
		const code = await readFile(join(root, path), 'utf8');
		for (const [, name] of code.matchAll(/\brequire\("([^"]+)"\)/g)) {
			const isBuiltin = name.startsWith('node:') || builtinModules.includes(name.split('/')[0]);
			if (!name.startsWith('.') && !isBuiltin) foreign.add(name);
		}
	}
	expect([...foreign]).toEqual(['n8n-workflow']);
});

/** What a fresh process has loaded of the package's files after running `code`. */
async function loadedAfter(code: string): Promise<string[]> {
	const script = `(async () => { ${code} })().then(() => {
		const own = Object.keys(require.cache).filter((path) => path.includes('/dist/') && !path.includes('node_modules'));
		console.log(JSON.stringify(own.map((path) => path.split('/dist/')[1])));
	})`;
	const { stdout } = await run(process.execPath, ['-e', script], { cwd: root });
	return JSON.parse(stdout) as string[];
}

test('n8n’s start loads none of the bundled libraries', async () => {
	const classes = [...manifest.n8n.nodes, ...manifest.n8n.credentials].map((path) => `require('./${path}')`);
	const loaded = await loadedAfter(
		`for (const module of [${classes.join()}]) for (const Class of Object.values(module)) new Class();`,
	);
	expect(loaded.filter((path) => /vendor|undici|forge|dates/.test(path))).toEqual([]);
	const texts = await Promise.all(loaded.map(async (path) => await readFile(join(root, 'dist', path), 'utf8')));
	expect(texts.filter((text) => /(SterlingClient|DocumentBuilder|Limiter)=class/.test(text))).toEqual([]);
});

test('without a certificate the certificate library stays unloaded', async () => {
	const connection = { endpoint: 'http://127.0.0.1:1/smcfs', authentication: 'basic', loginId: 'a', password: 'b' };
	const loaded = await loadedAfter(
		`await require('./dist/clients/oms').testConnection({ ...${JSON.stringify(connection)}, dataFormat: 'json', timeoutMs: 2000, maxInFlight: 1 });`,
	);
	expect(loaded).toContainEqual(expect.stringMatching(/^chunks\/undici-/));
	expect(loaded).not.toContainEqual(expect.stringMatching(/^chunks\/forge-/));
});
