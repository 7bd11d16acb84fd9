// Bundles the package into dist/. The client library and the libraries under it are files of their own, which
// nodes load on first use; what both nodes need stands once, too. n8n-workflow stays outside, because n8n brings its
// own copy.
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { build, transform } from 'esbuild';

const root = resolve(import.meta.dirname, '..');
const out = join(root, 'dist');

/** Parts that stand once in dist/, whoever imports them. */
const SHARED = [
	'sterling/index',
	'sterling/vendor/http',
	'sterling/vendor/pki',
	'sterling/vendor/saxen',
	'sterling/vendor/fastXmlParser',
	'nodes/shared/dates',
];
const { n8n, bin } = (await import('../package.json', { with: { type: 'json' } })).default;
const [nodes, credentials, commands] = [n8n.nodes, n8n.credentials, Object.values(bin)].map((paths) =>
	paths.map((path) => path.replace(/^dist\/(.*)\.js$/, '$1')),
);

/** Keeps imports of shared parts as imports of their own file in dist/. */
const sharedParts = (entry) => ({
	name: 'shared-parts',
	setup({ onResolve }) {
		onResolve({ filter: /^\./ }, ({ path, resolveDir }) => {
			const target = relative(root, resolve(resolveDir, path)).replaceAll('\\', '/');
			const part = SHARED.find((shared) => shared === target || shared === `${target}/index`);
			if (!part || part === entry) return undefined;
			const from = dirname(join(out, entry));
			const found = relative(from, join(out, `${part}.js`)).replaceAll('\\', '/');
			return { path: found.startsWith('.') ? found : `./${found}`, external: true };
		});
	},
});

/**
 * Leaves out parts of undici that no request of the client reaches: HTTP/2 (which has to be asked for), bodies of
 * fetch (ours are text), and the second build of the same parser with SIMD, which not every processor has.
 */
const leanUndici = {
	name: 'lean-undici',
	setup({ onLoad, onResolve }) {
		onResolve({ filter: /\/llhttp_simd-wasm\.js$/ }, ({ path, resolveDir }) => ({
			path: resolve(resolveDir, path.replace('_simd', '')),
		}));
		onLoad({ filter: /undici\/lib\/(dispatcher\/client-h2|web\/fetch\/body)\.js$/ }, () => ({ contents: '' }));
	},
};

/** The client library as the nodes ask for it, in what esbuild has written. */
const LIBRARY = 'require("../../sterling/index.js")';
/** What stands in its place: the library is loaded when something of it is used, which is not before the first run. */
const ON_FIRST_USE = `let library;const sterling=new Proxy({},{get:(_,name)=>(library??=${LIBRARY})[name]});`;

/** Packages whose code ended up in the bundles. */
const bundled = new Set();

await rm(out, { recursive: true, force: true });
for (const entry of [...SHARED, ...credentials, ...commands]) {
	// Our own names stay readable in a stack trace; the libraries only have to be small.
	const minifyIdentifiers = entry.includes('/vendor/') || entry === 'nodes/shared/dates';
	await bundle([entry], { format: 'cjs', minifyIdentifiers });
}
// Only ES modules can share; all nodes lie equally deep, and so does what they share, so that its imports hold.
await bundle(nodes, { format: 'esm', splitting: true, chunkNames: 'nodes/shared/common' });

/** Bundles entries of the same depth into dist/, as CommonJS. */
async function bundle(entries, options) {
	const { metafile, outputFiles } = await build({
		entryPoints: entries.map((entry) => join(root, `${entry}.ts`)),
		outbase: root,
		outdir: out,
		write: false,
		bundle: true,
		platform: 'node',
		target: 'node20.19',
		minifySyntax: true,
		minifyWhitespace: true,
		legalComments: 'none',
		external: ['n8n-workflow'],
		supported: { 'dynamic-import': options.format === 'esm' },
		plugins: [sharedParts(entries[0]), leanUndici],
		logLevel: 'warning',
		metafile: true,
		...options,
	});
	for (const { path, text } of outputFiles) {
		await mkdir(dirname(path), { recursive: true });
		await writeFile(path, options.format === 'cjs' ? text : await toCommonJs(text));
	}
	for (const input of Object.keys(metafile.inputs)) {
		const [, folder] = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input) ?? [];
		if (folder) bundled.add(folder);
	}
}

async function toCommonJs(text) {
	const { code } = await transform(text, {
		format: 'cjs',
		platform: 'node',
		target: 'node20.19',
		minifySyntax: true,
		minifyWhitespace: true,
		supported: { 'dynamic-import': false },
	});
	const strict = '"use strict";';
	return strict + ON_FIRST_USE + code.replace(strict, '').replaceAll(LIBRARY, 'sterling');
}

await writeFile(join(out, 'THIRD_PARTY_LICENSES.txt'), await licencesOf([...bundled].sort()));

/** The licence of each bundled package, as its terms demand. */
async function licencesOf(folders) {
	const texts = folders.map(async (folder) => {
		const manifest = JSON.parse(await readFile(join(root, folder, 'package.json'), 'utf8'));
		const { name, version, license, author } = manifest;
		const file = (await readdir(join(root, folder))).find((entry) => /^(licen[cs]e|copying)/i.test(entry));
		// A few packages name their licence without shipping its text.
		const text = file
			? (await readFile(join(root, folder, file), 'utf8')).trim()
			: `Copyright ${author?.name ?? author ?? 'the authors'}. Licensed under ${license}.`;
		return `${name} ${version} (${license})\n\n${text}\n`;
	});
	return (await Promise.all(texts)).join(`\n${'-'.repeat(80)}\n\n`);
}
