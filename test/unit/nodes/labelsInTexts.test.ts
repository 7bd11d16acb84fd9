import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import type { INodeProperties } from 'n8n-workflow';

import { CREDENTIALS, NODES } from '../../support/published';

const PACKAGE = path.resolve(__dirname, '../../..');

const FOLDERS = readdirSync(path.join(PACKAGE, 'nodes'));

/** Names that are no labels of this node: of products, formats, attributes, other nodes and settings elsewhere. */
const NO_LABELS = /^(?:Sterling|IBM|MQ|JSON|XML|N8N_|DocumentType$|DraftOrderFlag$|Y$|Raw Body$)/;

const WORD = '\\p{Lu}[\\p{L}\\d’-]*';
const LABEL = `${WORD}(?: (?:(?:of|for|to|as|a|is|or|and|than|the) )?${WORD})*`;
/** "under Options", "turn on Return All", "Set Options → Output to Summary", "Set Input to Whole Document". */
const CUE =
	'[Uu]nder|[Ss]ee|[Tt]urn (?:on|off)|[Ff]ill in|[Ss]et(?: its)?|[Uu]se|[Aa]dd(?: it| them)? (?:in|under)|[Oo]peration';
const NAMED = new RegExp(`\\b(?:${CUE}) (${LABEL}(?: → ${LABEL})*)`, 'gu');

function sources(folder: string): string[] {
	return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
		const name = path.join(folder, entry.name);
		return entry.isDirectory() ? sources(name) : name.endsWith('.ts') ? [name] : [];
	});
}

/** Sentences that people read: texts of the code, and no label by itself. */
function sentencesIn(file: string): string[] {
	const code = readFileSync(file, 'utf8')
		.replace(/\/\*.*?\*\//gs, '')
		.replace(/^\s*\/\/.*$/gm, '');
	return [...code.matchAll(/'((?:[^'\\\n]|\\.)+)'|`((?:[^`\\]|\\.)+)`/g)]
		.map(([, plain, template]) => plain ?? template.replace(/\$\{.*?\}/gs, '…'))
		.filter((text) => /\p{Ll}\S* .*[.:]/u.test(text));
}

/** Labels of parameters, groups and choices, at every depth. */
function labelsIn(properties: readonly object[]): string[] {
	return properties.flatMap((property) => {
		const {
			displayName,
			name,
			options = [],
			values = [],
			modes = [],
		} = property as Partial<INodeProperties> & {
			values?: object[];
		};
		const own = displayName ?? name;
		return [...(own ? [own] : []), ...[options, values, modes].flatMap((inner) => labelsIn(inner as object[]))];
	});
}

/** Labels of the nodes of a folder, and of the credentials. */
function labelsOf(folder: string): ReadonlySet<string> {
	const nodes = NODES.filter(({ description: { name } }) => name.toLowerCase().startsWith(folder.toLowerCase()));
	return new Set([
		...nodes.flatMap(({ description }) => labelsIn(description.properties)),
		...CREDENTIALS.flatMap(({ properties }) => labelsIn(properties)),
	]);
}

/** A label, or what a sentence sets a label to: "Input to Whole Document". */
function isThere(named: string, labels: ReadonlySet<string>): boolean {
	if (labels.has(named) || NO_LABELS.test(named)) return true;
	return [...named.matchAll(/ (?:to|or|and) /g)].some(
		({ index, 0: { length } }) =>
			isThere(named.slice(0, index), labels) && isThere(named.slice(index + length), labels),
	);
}

const named = (text: string) => [...text.matchAll(NAMED)].flatMap(([, way]) => way.split(' → '));

describe.each(FOLDERS)('%s', (folder) => {
	const labels = labelsOf(folder);
	const texts = sources(path.join(PACKAGE, 'nodes', folder)).flatMap((file) =>
		sentencesIn(file).map((text) => ({ file: path.relative(PACKAGE, file), text })),
	);

	it('has every label that its texts name', () => {
		const wrong = texts.flatMap(({ file, text }) =>
			named(text)
				.filter((label) => !isThere(label, labels))
				.map((label) => `${file}: "${label}" in "${text}"`),
		);
		expect(wrong).toEqual([]);
	});

	it('names some', () => {
		expect(texts.flatMap(({ text }) => named(text)).filter((label) => labels.has(label))).not.toEqual([]);
		expect(isThere('Lines of Nothing', labels)).toBe(false);
	});
});

test.each([
	['Set Options → Output to Summary and check Status.', ['Options', 'Output to Summary']],
	['Loosen the filters, or turn on Return All.', ['Return All']],
	['Fill in Original Order Number under By Numbers.', ['Original Order Number', 'By Numbers']],
])('%s names %p', (text, labels) => {
	expect(named(text)).toEqual(labels);
});
