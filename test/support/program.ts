import { build, type Plugin } from 'esbuild';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';

const ROOT = resolve(__dirname, '../..');
const CACHE = join(ROOT, 'node_modules', '.cache');

/** Files find what is beside them as if they had not been bundled. */
const ownFolders: Plugin = {
	name: 'own folders',
	setup({ onLoad }) {
		onLoad({ filter: /\.ts$/ }, async ({ path }) => {
			const text = await readFile(path, 'utf8');
			if (!text.includes('__dirname')) return undefined;
			return { contents: `const __dirname = ${JSON.stringify(dirname(path))};${text}`, loader: 'ts' };
		});
	},
};

/**
 * Programs of the project as plain JavaScript, which start in a third of the time that tsx takes: for the tests of one
 * file, and where the way in which npm starts them does not matter. `text` is a program of the test's own.
 * @returns the path of each of them once the tests run
 */
export function programsOf(...files: string[] | [{ text: string }]): (file?: string) => string {
	let folder = '';
	beforeAll(async () => {
		await mkdir(CACHE, { recursive: true });
		folder = await mkdtemp(join(CACHE, 'programs-'));
		for (const file of files) {
			const [name, entry] =
				typeof file === 'string'
					? [file, { entryPoints: [join(ROOT, file)] }]
					: ['text', { stdin: { contents: file.text, resolveDir: ROOT } }];
			await build({
				...entry,
				outfile: pathOf(name),
				bundle: true,
				packages: 'external',
				plugins: [ownFolders],
				platform: 'node',
				format: 'cjs',
				target: 'node20.19',
				logLevel: 'warning',
			});
		}
	});
	afterAll(async () => await rm(folder, { recursive: true, force: true }));
	const pathOf = (name: string) => join(folder, `${name.replaceAll('/', '-')}.cjs`);
	return (file = 'text') => pathOf(file);
}
