import { childListOf } from '../../../clients/oms/identities';
import { asArray, isElement, type Document, type Value } from '../../../kit/xml/document';
import { getPath } from '../../../kit/xml/path';
import { inField, refuse } from '../../../kit/n8n/refusal';
import type { WriteOperation } from '../operation';
import { linesOfRoot } from './lines/kinds';

/** Lists of lines that a change may hold, and how people name an entry. */
const LINES = [
	{ path: 'OrderLines.OrderLine', names: 'an Order Line nor a Line Number', item: 'Item.ItemID' },
	{ path: 'ShipmentLines.ShipmentLine', names: 'a Shipment Line nor a Shipment Line Number', item: 'ItemID' },
] as const;

const isNew = (line: Document) => /^create$/i.test(String(line.Action ?? ''));

/**
 * Checks that each line of a change names the line that it is about: Sterling would find none, or add one.
 * `label` is what the editor calls the lines.
 * @throws Refusal that names the line
 */
export function checkLines({ changesLines, inputRoot }: WriteOperation, document: Document, label: string): void {
	if (!changesLines) return;
	const record = linesOfRoot(inputRoot).document;
	for (const { path, names, item } of LINES) {
		const element = path.slice(path.indexOf('.') + 1);
		asArray<Value>(getPath(document, path))
			.filter(isElement)
			.forEach((line, i) => {
				const mayBeNew =
					changesLines === 'orAdds' && (isNew(line) || (line.Action === undefined && getPath(line, item)));
				if (mayBeNew || isNamed(line, element)) return;
				const add = changesLines === 'orAdds' ? ' To add a line, set its Action to Add.' : '';
				inField(label, () =>
					inField(`Line ${i + 1}`, () =>
						refuse(
							`must identify a line: it has neither ${names}`,
							`Enter the key of the line, its number, or its item if the ${record} has only one line with it.${add}`,
						),
					),
				);
			});
	}
}

function isNamed(line: Document, element: string): boolean {
	const { identities = [] } = childListOf(element) ?? {};
	return identities.some((identity) =>
		Object.entries(identity).every(([path, usual]) => {
			const value = getPath(line, path);
			return usual !== undefined || (typeof value === 'string' && value.trim() !== '');
		}),
	);
}
