import { build } from 'esbuild';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';

const ROOT = resolve(__dirname, '../..');
const CACHE = join(ROOT, 'node_modules', '.cache');

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
