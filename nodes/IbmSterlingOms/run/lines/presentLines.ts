import type { Parameters } from '../../../../kit/n8n/parameters';
import { refuse } from '../../../../kit/n8n/refusal';
import { asArray, type Document, type Value } from '../../../../kit/xml/document';
import { getPath } from '../../../../kit/xml/path';
import { theNoun, withCapital } from '../../documents/noun';
import { sourceOf } from '../../fields/contentSource';
import type { Operation, RunContext, WriteOperation } from '../../operation';
import { DRAFT, isCompletedElsewhere } from '../completion';

/**
 * Checks that a document has the lines that it is about. Sterling takes an order without lines as a draft only (factory
 * API description). A hint says it of a shipment, which may be empty, of a whole document, which an extension of the
 * instance may complete, as a service may, and in a dry run.
 * @throws Refusal that says where the lines belong
 */
export function checkThereAreLines(
	operation: Operation & Pick<WriteOperation, 'expectsLines'>,
	document: Document,
	context: RunContext,
): void {
	const { needsLines, expectsLines = [] } = operation;
	const paths = needsLines ? [needsLines] : expectsLines;
	const isDraft = document.DraftOrderFlag === 'Y';
	if (paths.length === 0 || isDraft || paths.some((path) => asArray<Value>(getPath(document, path)).length > 0)) return;
	const { parameters, hint } = context;
	const source = sourceOf(parameters.choice('inputMode', 'fields'));
	const problem = `${withCapital(theNoun(operation))} has no lines`;
	const draft = draftAdvice(source, parameters);
	const advice = `Add them in ${parameters.label(source)}.${draft}`;
	const isSent = !parameters.flag('options.dryRun', false) && !isCompletedElsewhere(document, parameters);
	const isOurs = source !== 'document';
	if (needsLines && isSent && isOurs) {
		if (parameters.isExpression(source))
			refuse(`${problem}: the expression of ${parameters.label(source)} returns none`, advice);
		refuse(problem, advice);
	}
	hint(`${problem}. ${advice}`);
}

/** How to say that the lines come later. */
function draftAdvice(source: string, parameters: Parameters): string {
	if (!parameters.has(DRAFT)) return '';
	return source === 'document'
		? ' For a draft, set DraftOrderFlag to Y.'
		: ` To create a draft, turn on ${parameters.label(DRAFT)}.`;
}
