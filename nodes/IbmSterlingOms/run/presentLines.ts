import type { Parameters } from '../../../kit/n8n/parameters';
import { refuse } from '../../../kit/n8n/refusal';
import { asArray, type Document, type Value } from '../../../kit/xml/document';
import { getPath } from '../../../kit/xml/path';
import { theNoun, withCapital } from '../documents/noun';
import { deliveryOf } from '../fields/delivery';
import type { Operation, RunContext, WriteOperation } from '../operation';

/** Where the lines come from, by the choice under Input; the items themselves can be no empty list. */
const SOURCES: Readonly<Record<string, string>> = { fields: 'lines', list: 'lineList', document: 'document' };

const DRAFT = 'additionalFields.draftOrderFlag';

/**
 * Checks that a document has the lines that it is about. Sterling takes an order without lines as a draft only (factory
 * API description); a shipment may be empty, which a hint says. So are
 * documents that a service of the instance completes, and those of a dry run.
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
	const source = SOURCES[parameters.choice('inputMode', 'fields')] ?? 'lines';
	const problem = `${withCapital(theNoun(operation))} has no lines`;
	const draft = draftAdvice(source, parameters);
	const advice = `Add them in ${parameters.label(source)}.${draft}`;
	const isSent = !parameters.flag('options.dryRun', false) && ['now', 'queued'].includes(deliveryOf(parameters));
	if (needsLines && isSent) {
		if (parameters.isExpression(source))
			refuse(`${problem}: the expression of ${parameters.label(source)} gives none`, advice);
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
