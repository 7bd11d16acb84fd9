// Bundles the package into dist/: nodes, credentials and the command, and the client library for plain JavaScript. All
// of them are entries of one bundle, so that what several need is in it once; what the source loads by import() is a file
// of its own, which is loaded on first use. n8n-workflow stays outside, because n8n brings its own copy.
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { transform as transformBySwc } from '@swc/core';
import { build, transform } from 'esbuild';

const root = resolve(import.meta.dirname, '..');
const out = join(root, 'dist');
const { n8n, bin } = (await import('../package.json', { with: { type: 'json' } })).default;

/** Client libraries that can be used without n8n. */
const LIBRARIES = ['clients/b2bi/index', 'clients/inventory/index', 'clients/oms/index'];
/** Libraries that are required on first use in the midst of synchronous work: files of their own at a known place. */
const REQUIRED = ['kit/xml/vendor/fastXmlParser'];
const published = [...n8n.nodes, ...n8n.credentials, ...Object.values(bin)];
const entries = [...LIBRARIES, ...REQUIRED, ...published.map((path) => path.replace(/^dist\/(.*)\.js$/, '$1'))];

/** An import for the order of side effects alone, which our modules do not have (see withoutSideEffects). */
const BARE_IMPORT = /\bimport\s*"\.[^"]+";/g;

/**
 * Leaves out parts of undici that no request of the client reaches: HTTP/2 (which has to be asked for), bodies of
 * fetch (ours are text), SOCKS (kit/http/proxies.ts refuses such proxies), the second build of the same parser with
 * SIMD, which not every processor has, and the parser's tables that only its tests use. The parser itself is compressed:
 * unpacking it takes a millisecond, once.
 */
const leanUndici = {
	name: 'lean-undici',
	setup({ onLoad, onResolve }) {
		const load = createRequire(import.meta.url);
		onLoad({ filter: /undici\/lib\/llhttp\/llhttp-wasm\.js$/ }, ({ path }) => ({
			contents: `module.exports = require('node:zlib').brotliDecompressSync(
				Buffer.from('${brotliCompressSync(load(path)).toString('base64')}', 'base64'))`,
		}));
		onLoad({ filter: /undici\/lib\/llhttp\/constants\.js$/ }, ({ path }) => {
			const { TYPE, ERROR } = load(path);
			return { contents: `module.exports = ${JSON.stringify({ TYPE, ERROR })}`, loader: 'js' };
		});
		onResolve({ filter: /\/llhttp_simd-wasm\.js$/ }, ({ path, resolveDir }) => ({
			path: resolve(resolveDir, path.replace('_simd', '')),
		}));
		onLoad({ filter: /undici\/lib\/(dispatcher\/(client-h2|socks5-proxy-agent)|web\/fetch\/body)\.js$/ }, () => ({
			contents: '',
		}));
	},
};

/**
 * Leaves out of fast-xml-parser its lists of what is unsafe in the values of entities that a document type declares: the
 * scan refuses document types. If one came through after all, its entities would be blocked.
 */
const leanXmlParser = {
	name: 'lean-xml-parser',
	setup({ onLoad }) {
		onLoad({ filter: /is-unsafe\/src\/index\.js$/ }, () => ({
			contents: 'export const isUnsafe = () => true; export const HTML = []; export const XML = [];',
		}));
	},
};

/**
 * Closes undici's diagnostics channels (and its NODE_DEBUG log, which is fed by them): any code of the process could
 * read passwords, tokens and documents there. Node.js itself still publishes on those of its own fetch.
 */
const silentUndici = {
	name: 'silent-undici',
	setup({ onLoad }) {
		onLoad({ filter: /undici\/lib\/core\/diagnostics\.js$/ }, () => ({
			contents: 'exports.channels = new Proxy({}, { get: () => ({ hasSubscribers: false }) });',
		}));
	},
};

/** Our own modules do nothing when they are loaded, so what nobody uses of them is left out. */
const withoutSideEffects = {
	name: 'without-side-effects',
	setup({ onResolve, resolve: find }) {
		onResolve({ filter: /^\.{1,2}(\/|$)/ }, async ({ path, pluginData, ...from }) => {
			if (pluginData === 'seen' || from.importer.includes('node_modules') || from.importer.includes('/vendor/')) return;
			return { ...(await find(path, { ...from, pluginData: 'seen' })), sideEffects: false };
		});
	},
};

/** Leaves require() of these to run time. Whoever requires them is used by several entries, so it is in chunks/. */
const requiredOnFirstUse = {
	name: 'required-on-first-use',
	setup({ onResolve }) {
		onResolve({ filter: /\/vendor\/fastXmlParser$/ }, ({ path, kind, resolveDir }) => {
			if (kind !== 'require-call') return undefined;
			return { path: `../${relative(root, resolve(resolveDir, path)).replaceAll('\\', '/')}.js`, external: true };
		});
	},
};

/** The tables of X12 are aligned for people: nobody reads the blanks in the package. */
const withoutAlignment = {
	name: 'without-alignment',
	setup({ onLoad }) {
		onLoad(
			{ filter: /[/\\]edi[/\\]dictionary[/\\](segments|notes|(elements|sets|codes)[/\\]\w+)\.ts$/ },
			async ({ path }) => {
				const text = await readFile(path, 'utf8');
				return { contents: text.replace(/[ \t]+/g, ' ').replace(/\n /g, '\n'), loader: 'ts' };
			},
		);
	},
};

await rm(out, { recursive: true, force: true });
// Only ES modules can share code, and n8n loads CommonJS: so the bundle is made as the one and turned into the other.
const { metafile, outputFiles } = await build({
	absWorkingDir: root,
	entryPoints: entries.map((entry) => join(root, `${entry}.ts`)),
	outbase: root,
	outdir: out,
	chunkNames: 'chunks/[name]-[hash]',
	splitting: true,
	format: 'esm',
	write: false,
	bundle: true,
	platform: 'node',
	target: 'node20.19',
	minify: true,
	legalComments: 'none',
	external: ['n8n-workflow'],
	supported: { 'dynamic-import': true },
	plugins: [requiredOnFirstUse, withoutSideEffects, leanUndici, leanXmlParser, silentUndici, withoutAlignment],
	logLevel: 'warning',
	metafile: true,
});
// A module of which all was left out is an empty file, which is imported for the order of side effects alone, if at all.
const files = outputFiles.map(({ path, text }) => ({ path, text: text.replace(BARE_IMPORT, '') }));
const isUnused = ({ path, text }) => text.trim() === '' && !files.some((file) => file.text.includes(basename(path)));
for (const file of files) {
	const { path, text } = file;
	const { entryPoint = '', exports } = metafile.outputs[relative(root, path).replaceAll('\\', '/')];
	const isEntry = entries.includes(entryPoint.replace(/\.ts$/, ''));
	if (!isEntry && isUnused(file)) continue;
	await mkdir(dirname(path), { recursive: true });
	const code = await toCommonJs(text);
	await writeFile(path, isEntry ? withNames(code, exports) : withShortExports(code));
}

/**
 * The code with the names that an ES module may import of it, where Node.js finds them: in a statement that never runs.
 * It would take back the name of a property that it does not understand, such as one that is enumerable by `!0`.
 */
function withNames(code, exports) {
	// What is imported as the default is the whole of a CommonJS module.
	const names = exports.filter((name) => name !== 'default');
	return code
		.replace('"use strict";', `$&0&&(module.exports={${names.join(',')}});`)
		.replace('enumerable:!0', 'enumerable:true');
}

/**
 * The code with its exports as one object of getters, in place of the helper that SWC repeats in each file to define
 * them one by one. Only for files that nobody imports by name.
 */
function withShortExports(code) {
	return code
		.replace(
			/function ([\w$]+)\([\w$]+,[\w$]+\)\{[^{}]*Object\.defineProperty\([^{}]*\{[^{}]*\}\)\}\1\(exports,(\{.*?\}\})\)/,
			'module.exports=$2',
		)
		.replace(
			/Object\.defineProperty\(exports,"(\w+)",\{enumerable:!0,get:function\(\)(\{return [\w$.]+\})\}\)/,
			'module.exports={get $1()$2}',
		);
}

/** SWC writes a plain require() for each import; esbuild would repeat its own helpers in every file. */
async function toCommonJs(text) {
	const common = await transformBySwc(text, {
		jsc: { target: 'es2022', parser: { syntax: 'ecmascript' } },
		module: { type: 'commonjs', noInterop: true },
	});
	if (common.code.includes('.default(')) throw new Error('The default export of a foreign module needs an interop');
	const { code } = await transform(common.code, { format: 'cjs', platform: 'node', target: 'node20.19', minify: true });
	return code;
}

/** Packages whose code is in the bundle. */
const bundled = new Set();
for (const input of Object.keys(metafile.inputs)) {
	const [, folder] = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input) ?? [];
	if (folder) bundled.add(folder);
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
