import type { Call } from '../../../clients/oms/call';
import type { Document } from '../../../kit/xml/document';
import type { Entity } from '../../../clients/oms/entities';
import { withCustomFields } from './chosenFields';
import { fieldIdOf, rowsOf } from '../fields/customFields';
import type { Row } from '../../../kit/n8n/items';
import { refuse } from '../../../kit/n8n/refusal';
import { readUserDocument } from '../../../kit/n8n/userDocument';
import type { Parameters } from '../../../kit/n8n/parameters';
import { simplify, templateOf, type Shape } from './shape';

/** What a list API returns, and how its documents look in an item. */
export interface Documents {
	entity: Entity;
	/** Shape of each output level that the editor offers, by its value; the first is the default. */
	levels: Readonly<Record<string, Shape>>;
}

/** What a read asks Sterling for, and how its documents become items. */
export interface Output {
	request: Pick<Call, 'template' | 'templateKey'>;
	toRow: (document: Document) => Row;
	/** The user's own template of one document. */
	own?: Document;
}

/** Output is a parameter of reads and an option of writes. */
export const outputPath = (parameters: Parameters): string => (parameters.has('output') ? 'output' : 'options.output');

/** Reads the Output parameters. A template of the user's may stand with or without the list around it. */
export function readOutput(result: Documents, { parameters }: { parameters: Parameters }): Output {
	const at = outputPath(parameters).slice(0, -'output'.length);
	const level = parameters.text(`${at}output`) || Object.keys(result.levels)[0];
	const raw = (document: Document): Row => document;
	if (level === 'templateKey') return { request: { templateKey: parameters.text('templateKey') }, toRow: raw };
	if (level === 'template') {
		const template = parameters.field(`${at}template`, (value) => {
			const read = readUserDocument(value, parameters.values);
			if (!read || Object.keys(read.document).length === 0) {
				return refuse('is empty', 'Provide the document to return, with empty attributes, as JSON or XML.');
			}
			const { outputRoot, row } = result.entity;
			if (read.root === undefined || read.root === outputRoot || read.root === row) return read.document;
			return refuse(`must be one ${row} element, but is ${read.root}`);
		});
		const around = aroundList(template, result);
		return { request: { template: around }, toRow: raw, own: around[result.entity.row] as Document };
	}
	const whole: Shape | undefined = result.levels[level];
	if (!whole) throw new TypeError(`Output "${level}" does not exist`);
	const shape = withChosenFields(whole, parameters);
	const isSimple = level !== 'everything' && parameters.flag(`${at}simplify`, true);
	return {
		request: { template: { [result.entity.row]: templateOf(shape) } },
		toRow: isSimple ? (document) => simplify(document, shape) : raw,
	};
}

function withChosenFields(shape: Shape, parameters: Parameters): Shape {
	const rows = rowsOf(parameters.option<unknown>('options', 'customFieldsToReturn', undefined));
	const chosen = rows.map((row) => fieldIdOf(row.field)).filter((id) => id !== '');
	const onlyChosen = parameters.flag('options.leaveOutCustomFields', false);
	return chosen.length > 0 || onlyChosen ? withCustomFields(shape, chosen, onlyChosen) : shape;
}

/** The primary key is added to a user's template: paging and later steps need it. */
function aroundList(template: Document, { entity: { outputRoot, row, key } }: Documents): Document {
	const inner = (template[outputRoot] as Document | undefined) ?? template;
	const [entry] = [(inner[row] as Document | Document[] | undefined) ?? inner].flat();
	return { [row]: { [key]: '', ...entry } };
}
