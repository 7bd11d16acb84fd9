import { writeAll } from '../../../kit/n8n/fields/field';
import type { Document } from '../../../kit/xml/document';
import { documentFields } from '../fields/document';
import type { RunContext } from '../operation';
import { objectOf } from './json';
import type { FormContext } from '../fields/entered';
import { linesOf, shipmentOf } from './lines';
import { nestedLines } from './nestedLines';
import { rowsOf } from './rowsOf';
import { settle, type Settled } from './settle';

/** The fields above and beside the lines. */
const FIELDS = documentFields().filter(({ write }) => write !== undefined);
const OTHER = 'Additional Fields → Other Members';
/** Members of a ship notice that are those of the shipment. */
const OF_SHIPMENT = ['parties', 'references', 'dates'];

/** The business form that the parameters describe, with where its values were filled in. */
export function formOf({ parameters, hint }: Pick<RunContext, 'parameters' | 'hint'>): Settled {
	const type = parameters.choice('documentType');
	if (parameters.text('inputMode') === 'json')
		return { form: jsonForm(parameters.raw('document'), type), entered: new Map() };
	const context: FormContext = {
		...parameters.values,
		isExpression: (path) => parameters.isExpression(path),
		tell: hint,
	};
	const form: Document = {};
	const shown = FIELDS.filter(({ property }) => property.displayOptions?.show?.documentType?.includes(type) ?? true);
	const values = shown.map(({ property: { name } }): [string, unknown] => [name, parameters.raw(name)]);
	writeAll(shown, form, Object.fromEntries(values), context);
	addressesAsLists(form);
	const other = parameters.option<unknown>('additionalFields', 'other', undefined);
	const rows = rowsOf(parameters, context);
	const content =
		type === 'shipNotice'
			? withShipment(form, shipmentOf(rows))
			: { ...form, lines: nestedLines(linesOf(rows, type), type) };
	if (other === undefined) return settle({ ...content, type });
	return { ...settle({ ...content, ...(objectOf(other, OTHER) as Document), type }), others: OTHER };
}

/** A form that was read is an item of Read, which has more beside the document. */
function jsonForm(value: unknown, type: string): Document {
	const given = objectOf(value, 'Document') as Document;
	const form = (typeof given.document === 'object' ? given.document : given) as Document;
	if (form.type !== undefined && form.type !== type) {
		throw new TypeError(`Document Type is ${type}, but the type of the document is "${String(form.type)}"`);
	}
	return { ...form, type };
}

function withShipment(form: Document, shipment: Document): Document {
	const header = Object.entries(form).filter(([name]) => !OF_SHIPMENT.includes(name));
	const own = Object.entries(form).filter(([name]) => OF_SHIPMENT.includes(name));
	return { ...Object.fromEntries(header), shipment: { ...Object.fromEntries(own), ...shipment } };
}

function addressesAsLists({ parties }: Document): void {
	for (const entry of Object.values((parties ?? {}) as Document).flat() as Document[]) {
		const { address1, address2 } = entry;
		delete entry.address1;
		delete entry.address2;
		entry.address = [address1, address2];
	}
}
