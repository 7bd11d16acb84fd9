// Bundles the package into dist/. The client library and the three libraries under it are files of their own, which
// nodes load on first use; n8n-workflow stays outside, because n8n brings its own copy.
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { build } from 'esbuild';

const root = resolve(import.meta.dirname, '..');
const out = join(root, 'dist');

/** Parts that stand once in dist/, whoever imports them. */
const SHARED = ['sterling/index', 'sterling/vendor/http', 'sterling/vendor/pki', 'sterling/vendor/xml', 'nodes/shared/dates'];
const { n8n } = (await import('../package.json', { with: { type: 'json' } })).default;
const entries = [...n8n.nodes, ...n8n.credentials].map((path) => path.replace(/^dist\/(.*)\.js$/, '$1'));

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

/** Packages whose code ended up in the bundles. */
const bundled = new Set();

await rm(out, { recursive: true, force: true });
for (const entry of [...SHARED, ...entries]) {
	const { metafile } = await build({
		entryPoints: [join(root, `${entry}.ts`)],
		outfile: join(out, `${entry}.js`),
		bundle: true,
		platform: 'node',
		target: 'node20.19',
		format: 'cjs',
		// Our own names stay readable in a stack trace; the libraries only have to be small.
		minifySyntax: true,
		minifyWhitespace: true,
		minifyIdentifiers: entry.includes('/vendor/') || entry === 'nodes/shared/dates',
		legalComments: 'none',
		external: ['n8n-workflow'],
		supported: { 'dynamic-import': false },
		plugins: [sharedParts(entry)],
		logLevel: 'warning',
		metafile: true,
	});
	for (const input of Object.keys(metafile.inputs)) {
		const [, folder] = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input) ?? [];
		if (folder) bundled.add(folder);
	}
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
