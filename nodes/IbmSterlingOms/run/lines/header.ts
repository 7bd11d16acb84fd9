import type { Field } from '../../../../kit/n8n/fields/field';
import { wayToPath } from '../../fields/ways';
import { setPath } from '../../../../kit/xml/path';
import { describeValue, refuse } from '../../../../kit/n8n/refusal';
import { isElement, type Document, type Value } from '../../../../kit/xml/document';
import type { Operation, RunContext } from '../../operation';
import { inputItem } from './fromItems';

const ONE_ORDER =
	'Input items of one document may differ in their lines only. Correct the input, or leave all but one empty.';

/**
 * What the input items of one document say of its header, laid together. What an item leaves empty, another may say.
 * @throws Refusal where two of them say something else of one attribute
 */
export function agreed(
	documents: readonly Document[],
	group: readonly RunContext[],
	fields: readonly Field[],
): Document {
	const together: Document = {};
	const said = new Map<string, { text: string; by: RunContext }>();
	documents.forEach((document, i) => {
		for (const [path, value] of leavesOf(document)) {
			const text = (typeof value === 'string' ? value : JSON.stringify(value)).trim();
			const before = said.get(path);
			if (before && before.text !== text) {
				const label = wayToPath(fields, path)?.join(' → ') ?? path;
				const shown = (of: string) => (typeof value === 'string' ? ` ${describeValue(of)}` : ' another one');
				refuse(
					`${inputItem(before.by)} and ${inputItem(group[i])} contradict each other: ${label} is${shown(before.text)} in one, and${shown(text)} in the other`,
					ONE_ORDER,
				);
			}
			if (before) continue;
			said.set(path, { text, by: group[i] });
			setPath(together, path, value);
		}
	});
	return together;
}

/** Attributes by their paths; lists are one value each. */
function leavesOf(document: Document, prefix = ''): Array<[string, Value]> {
	return Object.entries(document).flatMap(([name, value]): Array<[string, Value]> => {
		const path = prefix + name;
		return isElement(value) && Object.keys(value).length > 0 ? leavesOf(value, `${path}.`) : [[path, value]];
	});
}

/**
 * Checks that the input items of one document steer the node alike: only the first one's choices are read.
 * @throws Refusal that names the parameter
 */
export function checkSameChoices({ fields = [] }: Operation, group: readonly RunContext[]): void {
	const [first, ...others] = group;
	for (const { property, write } of fields) {
		if (write || ['lineColumns', 'lineList', 'additionalAttributes'].includes(property.name)) continue;
		const choice = ({ parameters }: RunContext) => JSON.stringify(parameters.raw(property.name));
		const other = others.find((context) => choice(context) !== choice(first));
		if (!other) continue;
		refuse(
			`${inputItem(first)} and ${inputItem(other)} contradict each other: ${property.displayName} differs`,
			ONE_ORDER,
		);
	}
}
