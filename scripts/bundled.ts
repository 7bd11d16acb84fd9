import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** A package whose code is in dist/. */
export interface BundledPackage {
	name: string;
	version: string;
	/** SPDX expression of its manifest. */
	licence: string;
	/** The licence as it is shipped. */
	text: string;
}

const SHIPPED = join(resolve(__dirname, '..'), 'dist', 'THIRD_PARTY_LICENSES.txt');
const SEPARATOR = /\n-{80}\n\n/;

/** What the build bundled, by what it wrote into THIRD_PARTY_LICENSES.txt. */
export function bundledPackages(): BundledPackage[] {
	return readFileSync(SHIPPED, 'utf8')
		.split(SEPARATOR)
		.map((part) => {
			const [heading, ...text] = part.split('\n');
			const [, name, version, licence] = /^(\S+) (\S+) \((.*)\)$/.exec(heading) ?? [];
			if (!licence) throw new Error(`No package is named by "${heading}"`);
			return { name, version, licence, text: text.join('\n').trim() };
		});
}
