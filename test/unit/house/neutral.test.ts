import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import type { INodeProperties } from 'n8n-workflow';

import { IbmSterlingOms } from '../../../nodes/IbmSterlingOms/IbmSterlingOms.node';
import { CREDENTIALS } from '../../support/published';

const ROOT = resolve(__dirname, '../../..');

/** The lines of a room's files; `kit/n8n` is the room of the editor. */
const FILES = ['kit', 'clients', 'edi'].flatMap((room) =>
	readdirSync(join(ROOT, room), { recursive: true, encoding: 'utf8' })
		.map((file) => `${room}/${file.split(sep).join('/')}`)
		.filter((file) => file.endsWith('.ts') && !file.startsWith('kit/n8n/')),
);

function linesOf(file: string): string[] {
	return readFileSync(join(ROOT, file), 'utf8').split('\n');
}

interface Labelled {
	displayName?: string;
	name?: string;
	description?: string;
	options?: unknown[];
	values?: unknown[];
}

/** Labels of parameters, of their options and of what is inside collections. */
function labelsOf({ displayName, name, options = [], values = [] }: Labelled): string[] {
	return [displayName ?? name ?? '', ...[...options, ...values].flatMap((inner) => labelsOf(inner as Labelled))];
}

const credential = CREDENTIALS.flatMap(({ properties }) => properties.flatMap(labelsOf));
const options = (new IbmSterlingOms().description.properties as INodeProperties[])
	.filter(({ name }) => name === 'options')
	.flatMap(labelsOf);

/** A label of several words is one wherever it is written; a single word may be plain English or a standard's name. */
const LABELS = [...new Set([...credential, ...options])].filter((label) => /^\w+ .*\w/.test(label));

test('there are labels to look for', () => {
	expect(LABELS).toEqual(
		expect.arrayContaining(['Endpoint URL', 'Timeout (Seconds)', 'P12 File', 'Query Timeout (Seconds)']),
	);
});

test.each(FILES)('%s names no label of the editor', (file) => {
	const said = linesOf(file).filter(
		(line) => /\bthe credential\b/.test(line) || LABELS.some((label) => line.includes(label)),
	);
	expect(said).toEqual([]);
});

/** The codes of X12 are a standard's, whatever they spell. */
const UNNAMED = FILES.filter((file) => !file.startsWith('clients/') && !file.startsWith('edi/dictionary/'));

test.each(UNNAMED)('%s names no product', (file) => {
	expect(linesOf(file).filter((line) => /\b(?:Sterling|OMS|IBM|SYSPRO|smcfs)\b/.test(line))).toEqual([]);
});
