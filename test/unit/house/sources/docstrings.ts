import ts from 'typescript';

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

/** Exported functions and classes without a docstring. Of several signatures of one function, one must have it. */
export function undocumented(source: ts.SourceFile): string[] {
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
export function silentThrowers(source: ts.SourceFile): string[] {
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
