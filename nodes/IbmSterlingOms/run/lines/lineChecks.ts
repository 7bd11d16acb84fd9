import { childListOf } from '../../../../clients/oms/identities';
import type { Document } from '../../../../kit/xml/document';
import { getPath } from '../../../../kit/xml/path';
import { inField, refuse } from '../../../../kit/n8n/refusal';
import { isAdded } from '../../fields/quantity';
import type { WriteOperation } from '../../operation';
import { linesOfRoot, type LineKind } from './kinds';
import { linesIn } from './named';

/**
 * Checks that each line of a change names the line that it is about: Sterling would find none, or add one.
 * `label` is what the editor calls the lines.
 * @throws Refusal that names the line
 */
export function checkLines({ changesLines, inputRoot }: WriteOperation, document: Document, label: string): void {
	if (!changesLines) return;
	const kind = linesOfRoot(inputRoot);
	linesIn(document, kind).forEach((line, i) => {
		const isNew = isAdded(line) || (line.Action === undefined && Boolean(getPath(line, kind.item)));
		if ((changesLines === 'orAdds' && isNew) || isNamed(line, kind)) return;
		const add = changesLines === 'orAdds' ? ' To add a line, set its Action to Add.' : '';
		inField(label, () =>
			inField(`Line ${i + 1}`, () =>
				refuse(
					`must identify a line: it has neither ${kind.names}`,
					`Enter the key of the line, its number, or its item if the ${kind.document} has only one line with it.${add}`,
				),
			),
		);
	});
}

/** By any of the ways in which the entries of its list are named. */
function isNamed(line: Document, { path }: LineKind): boolean {
	const { identities = [] } = childListOf(path.slice(path.lastIndexOf('.') + 1)) ?? {};
	return identities.some((identity) =>
		Object.entries(identity).every(([path, usual]) => {
			const value = getPath(line, path);
			return usual !== undefined || (typeof value === 'string' && value.trim() !== '');
		}),
	);
}
