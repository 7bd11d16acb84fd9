import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import ts from 'typescript';

import { silentThrowers, undocumented } from './docstrings';
import { patternsOf, slowPatterns } from './patterns';

const ROOT = resolve(__dirname, '../../../..');

/** What others call. */
const DOCUMENTED = ['kit', 'clients', 'edi'];
/** What reads texts from outside beside: of servers, items and users. */
const OTHERS = ['credentials', 'doctor', 'nodes', 'sandbox'];

const parsed = (text: string, name = 'some.ts') => ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true);

/** The files of some rooms, each parsed once for all checks. */
const sourcesOf = (rooms: readonly string[]) =>
	rooms.flatMap((room) =>
		readdirSync(join(ROOT, room), { recursive: true, encoding: 'utf8' })
			.filter((file) => file.endsWith('.ts'))
			.map((file) => `${room}/${file.split(sep).join('/')}`)
			.map((file): [string, ts.SourceFile] => [file, parsed(readFileSync(join(ROOT, file), 'utf8'), file)]),
	);

const documented = sourcesOf(DOCUMENTED);

test('there are files to look at', () => {
	expect(documented.length).toBeGreaterThan(300);
});

test.each(documented)('%s documents what it exports', (_file, source) => {
	expect(undocumented(source)).toEqual([]);
	expect(silentThrowers(source)).toEqual([]);
});

test.each([
	['a throw', 'export function f() { if (1) throw new Error(); }', ['f']],
	['a throw of an arrow function', 'export const f = () => { throw new Error(); };', ['f']],
	['a tag', '/** @throws Error */\nexport function f() { throw new Error(); }', []],
	['words', '/** Throws `cancelled`. */\nexport function f() { throw new Error(); }', []],
	['an error that is passed on', 'export function f() { try { g(); } catch (e) { throw e; } }', []],
	['a throw of an inner function', 'export function f() { return () => { throw new Error(); }; }', []],
	['a private function', 'function f() { throw new Error(); }', []],
])('the check of errors judges %s', (_what, text, silent) => {
	expect(silentThrowers(parsed(text))).toEqual(silent);
});

test.each([
	['a function', 'export function f() {}', ['f']],
	['an arrow function', 'export const f = () => 1;', ['f']],
	['a function behind a type', 'export const f = (() => 1) as () => number;', ['f']],
	['a class', 'export class C {}', ['C']],
	['a listed function', 'function f() {}\nexport { f };', ['f']],
	['an empty docstring', '/** */\nexport function f() {}', ['f']],
	['a plain comment', '// What it does.\nexport function f() {}', ['f']],
	['only a tag', '/** @throws Error */\nexport function f() {}', ['f']],
	['a docstring', '/** What it does. */\nexport function f() {}', []],
	[
		'a signature with a docstring',
		'/** What. */\nexport function f(a: 1): 1;\nexport function f(a: 1) { return a; }',
		[],
	],
	['a private function', 'function f() {}', []],
	['a value', 'export const f = 1;', []],
])('the check judges %s', (_what, text, missing) => {
	expect(undocumented(parsed(text))).toEqual(missing);
});

test('no regular expression takes longer than in proportion to its text', () => {
	const sources = [...documented, ...sourcesOf(OTHERS)].map(([, source]) => source);
	expect(sources.flatMap(patternsOf).length).toBeGreaterThan(400);
	expect(sources.flatMap(slowPatterns)).toEqual([]);
});

test.each([
	['two ways to part a run', String.raw`/^\s*(\w+)\s*(?:is)?\s*$/`],
	['a run that is tried from each of its places', String.raw`/\/+$/`],
	['repetition within repetition', '/^(a+)+$/'],
	['the same with a text behind it', String.raw`/[\w-]+="/`],
])('%s is noticed', (_what, literal) => {
	expect(slowPatterns(parsed(`const some = ${literal};`))).toHaveLength(1);
});

test('a run that cannot be tried from its middle is none of them', () => {
	expect(slowPatterns(parsed(String.raw`const some = /(?<!\/)\/+$/;`))).toEqual([]);
});
