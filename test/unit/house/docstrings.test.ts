import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import ts from 'typescript';

const ROOT = resolve(__dirname, '../../..');

const FILES = ['kit', 'clients', 'edi'].flatMap((room) =>
	readdirSync(join(ROOT, room), { recursive: true, encoding: 'utf8' })
		.filter((file) => file.endsWith('.ts'))
		.map((file) => `${room}/${file.split(sep).join('/')}`),
);

interface Declared {
	name: string;
	statement: ts.Statement;
}

/** The functions and classes that a statement declares; a constant that holds one counts. */
function declaredBy(statement: ts.Statement): Declared[] {
	if (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) {
		return [{ name: statement.name?.text ?? 'default', statement }];
	}
	if (!ts.isVariableStatement(statement)) return [];
	return statement.declarationList.declarations
		.filter(({ initializer }) => isCallable(initializer))
		.map(({ name }) => ({ name: name.getText(), statement }));
}

function isCallable(node: ts.Expression | undefined): boolean {
	if (!node) return false;
	if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node) || ts.isSatisfiesExpression(node)) {
		return isCallable(node.expression);
	}
	return ts.isArrowFunction(node) || ts.isFunctionExpression(node) || ts.isClassExpression(node);
}

/** Names that a file exports in a list: `export { name }`. */
function listedBy({ statements }: ts.SourceFile): string[] {
	return statements
		.filter(ts.isExportDeclaration)
		.filter(({ moduleSpecifier }) => !moduleSpecifier)
		.flatMap(({ exportClause }) => (exportClause && ts.isNamedExports(exportClause) ? exportClause.elements : []))
		.map(({ name, propertyName }) => (propertyName ?? name).text);
}

const isExported = (statement: ts.Statement): boolean =>
	ts.canHaveModifiers(statement) &&
	(ts.getModifiers(statement) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);

const hasDocstring = (node: ts.Statement): boolean =>
	ts.getJSDocCommentsAndTags(node).some((doc) => ts.isJSDoc(doc) && Boolean(ts.getTextOfJSDocComment(doc.comment)));

const parsed = (text: string) => ts.createSourceFile('file.ts', text, ts.ScriptTarget.Latest, true);

/** Exported functions and classes without a docstring. Of several signatures of one function, one must have it. */
function undocumented(source: ts.SourceFile): string[] {
	const listed = new Set(listedBy(source));
	const declared = source.statements
		.flatMap(declaredBy)
		.filter(({ name, statement }) => isExported(statement) || listed.has(name));
	const documented = new Set(declared.filter(({ statement }) => hasDocstring(statement)).map(({ name }) => name));
	return [...new Set(declared.map(({ name }) => name))].filter((name) => !documented.has(name));
}

/** The function that a declared name stands for; undefined for a class. */
function functionOf({ name, statement }: Declared): ts.SignatureDeclaration | undefined {
	if (ts.isFunctionDeclaration(statement)) return statement;
	if (!ts.isVariableStatement(statement)) return undefined;
	const [initializer] = statement.declarationList.declarations
		.filter((each) => each.name.getText() === name)
		.map((each) => each.initializer);
	return initializer && (ts.isArrowFunction(initializer) || ts.isFunctionExpression(initializer))
		? initializer
		: undefined;
}

/** Whether a function throws an error of its own; one that it catches and throws again is another's. */
function throws(node: ts.Node): boolean {
	return (
		ts.forEachChild(node, (child) => {
			if (ts.isCatchClause(child) || ts.isFunctionLike(child)) return undefined;
			return ts.isThrowStatement(child) || throws(child) || undefined;
		}) ?? false
	);
}

/** Exported functions that throw, and do not say so. */
function silentThrowers(source: ts.SourceFile): string[] {
	const listed = new Set(listedBy(source));
	return source.statements
		.flatMap(declaredBy)
		.filter(({ name, statement }) => isExported(statement) || listed.has(name))
		.filter((declared) => {
			const own = functionOf(declared);
			if (!own || !throws(own)) return false;
			const docs = ts.getJSDocCommentsAndTags(declared.statement).map((doc) => doc.getText());
			return !docs.some((doc) => /@throws|\bthrows\b/i.test(doc));
		})
		.map(({ name }) => name);
}

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

test('there are files to look at', () => {
	expect(FILES.length).toBeGreaterThan(300);
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

test.each(FILES)('%s documents what it exports', (file) => {
	const source = parsed(readFileSync(join(ROOT, file), 'utf8'));
	expect(undocumented(source)).toEqual([]);
	expect(silentThrowers(source)).toEqual([]);
});
