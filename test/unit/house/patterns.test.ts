import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { analyse } from 'scslre';
import ts from 'typescript';

const ROOT = resolve(__dirname, '../../..');

/** What reads texts from outside: of servers, items and users. */
const ROOMS = ['clients', 'credentials', 'doctor', 'edi', 'kit', 'nodes', 'sandbox'];

interface Pattern {
	place: string;
	expression: RegExp;
}

/** The regular expressions that a file writes as literals. */
function patternsOf(file: string, text: string): Pattern[] {
	const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
	const found: Pattern[] = [];
	const look = (node: ts.Node): void => {
		if (ts.isRegularExpressionLiteral(node)) {
			const end = node.text.lastIndexOf('/');
			const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
			const expression = new RegExp(node.text.slice(1, end), node.text.slice(end + 1));
			found.push({ place: `${file}:${line}`, expression });
		}
		ts.forEachChild(node, look);
	};
	look(source);
	return found;
}

/** Those that some text keeps busy for longer than in proportion to its length. */
const slow = (patterns: readonly Pattern[]): string[] =>
	patterns
		.filter(({ expression }) => analyse(expression).reports.length > 0)
		.map(({ place, expression }) => `${place} ${String(expression)}`);

const patterns = ROOMS.flatMap((room) =>
	readdirSync(join(ROOT, room), { recursive: true, encoding: 'utf8' })
		.filter((file) => file.endsWith('.ts'))
		.map((file) => `${room}/${file.split(sep).join('/')}`)
		.flatMap((file) => patternsOf(file, readFileSync(join(ROOT, file), 'utf8'))),
);

test('no regular expression takes longer than in proportion to its text', () => {
	expect(patterns.length).toBeGreaterThan(400);
	expect(slow(patterns)).toEqual([]);
});

test.each([
	['two ways to part a run', String.raw`/^\s*(\w+)\s*(?:is)?\s*$/`],
	['a run that is tried from each of its places', String.raw`/\/+$/`],
	['repetition within repetition', '/^(a+)+$/'],
	['the same with a text behind it', String.raw`/[\w-]+="/`],
])('%s is noticed', (_what, literal) => {
	expect(slow(patternsOf('some.ts', `const some = ${literal};`))).toHaveLength(1);
});

test('a run that cannot be tried from its middle is none of them', () => {
	expect(slow(patternsOf('some.ts', String.raw`const some = /(?<!\/)\/+$/;`))).toEqual([]);
});
