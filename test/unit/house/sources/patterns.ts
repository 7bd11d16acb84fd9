import { analyse } from 'scslre';
import ts from 'typescript';

interface Pattern {
	/** File and line. */
	place: string;
	expression: RegExp;
}

/** The regular expressions that a file writes as literals. */
export function patternsOf(source: ts.SourceFile): Pattern[] {
	const found: Pattern[] = [];
	const look = (node: ts.Node): void => {
		if (ts.isRegularExpressionLiteral(node)) {
			const end = node.text.lastIndexOf('/');
			const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
			const expression = new RegExp(node.text.slice(1, end), node.text.slice(end + 1));
			found.push({ place: `${source.fileName}:${line}`, expression });
		}
		ts.forEachChild(node, look);
	};
	look(source);
	return found;
}

/** Those of a file that some text keeps busy for longer than in proportion to its length. */
export const slowPatterns = (source: ts.SourceFile): string[] =>
	patternsOf(source)
		.filter(({ expression }) => analyse(expression).reports.length > 0)
		.map(({ place, expression }) => `${place} ${String(expression)}`);
