import type { Call, Document } from '../../../sterling';
import { withCustomFields } from '../../shared/customFields';
import { simplify, templateOf, type Shape } from '../../shared/shape';
import { fieldIdOf, rowsOf } from '../fields/customFields';
import { readDocument } from '../fields/document';
import type { ListResult, Row, RunContext } from '../operations/types';
import type { Parameters } from './parameters';

/** Where documents stand in an answer, and how they look at each level. */
type Documents = Pick<ListResult, 'root' | 'list' | 'key' | 'levels'>;

/** What a read asks Sterling for, and how its documents become items. */
export interface Output {
	request: Pick<Call, 'template' | 'templateKey'>;
	toRow: (document: Document) => Row;
}

/** Reads the Output parameters. A template of the user's may stand with or without the list around it. */
export function readOutput(result: Documents, { parameters }: Pick<RunContext, 'parameters'>): Output {
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
