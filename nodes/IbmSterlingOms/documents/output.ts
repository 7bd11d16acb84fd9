import type { Call } from '../../../clients/oms/call';
import type { Document } from '../../../kit/xml/document';
import { withCustomFields } from './chosenFields';
import { fieldIdOf, rowsOf } from '../fields/customFields';
import { readDocument } from '../fields/document';
import type { Row } from '../../../kit/n8n/items';
import type { Parameters } from '../../../kit/n8n/parameters';
import { simplify, templateOf, type Shape } from './shape';

/** Where documents stand in the answer of a list API, and how they look. */
export interface Documents {
	/** Root of the answer: `OrderList`. */
	root: string;
	/** The repeating element: `Order`. */
	list: string;
	/** Primary key: `OrderHeaderKey`. */
	key: string;
	/** Shape of each output level that the editor offers, by its value; the first is the default. */
	levels: Readonly<Record<string, Shape>>;
}

/** What a read asks Sterling for, and how its documents become items. */
export interface Output {
	request: Pick<Call, 'template' | 'templateKey'>;
	toRow: (document: Document) => Row;
}

/** Reads the Output parameters. A template of the user's may stand with or without the list around it. */
export function readOutput(result: Documents, { parameters }: { parameters: Parameters }): Output {
	const level = parameters.text('output') || Object.keys(result.levels)[0];
	const raw = (document: Document): Row => document;
	if (level === 'templateKey') return { request: { templateKey: parameters.text('templateKey') }, toRow: raw };
	if (level === 'template') {
		const { document } = readDocument(parameters.raw('template'), 'Template');
		return { request: { template: aroundList(document, result) }, toRow: raw };
	}
	const whole: Shape | undefined = result.levels[level];
	if (!whole) throw new TypeError(`Output "${level}" does not exist`);
	const shape = withChosenFields(whole, parameters);
	const isSimple = level !== 'everything' && parameters.raw('simplify') !== false;
	return {
		request: { template: { [result.list]: templateOf(shape) } },
		toRow: isSimple ? (document) => simplify(document, shape) : raw,
	};
}

function withChosenFields(shape: Shape, parameters: Parameters): Shape {
	const rows = rowsOf(parameters.option<unknown>('options', 'customFieldsToReturn', undefined));
	const chosen = rows.map((row) => fieldIdOf(row.field)).filter((id) => id !== '');
	const onlyChosen = parameters.option('options', 'leaveOutCustomFields', false);
	return chosen.length > 0 || onlyChosen ? withCustomFields(shape, chosen, onlyChosen) : shape;
}

/** The primary key is added to a user's template: paging and later steps need it. */
function aroundList(template: Document, { root, list, key }: Documents): Document {
	const inner = (template[root] as Document | undefined) ?? template;
	const [entry] = [(inner[list] as Document | Document[] | undefined) ?? inner].flat();
	return { [list]: { [key]: '', ...entry } };
}
