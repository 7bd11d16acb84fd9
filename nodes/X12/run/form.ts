import { writeAll } from '../../../kit/n8n/fields/field';
import type { Parameters } from '../../../kit/n8n/parameters';
import type { Document } from '../../../kit/xml/document';
import { documentFields } from '../fields/document';
import { objectOf } from './json';
import { linesOf, rowsOf, shipmentOf } from './lines';
import { nestedLines } from './nestedLines';

/** The fields above and beside the lines. */
const FIELDS = documentFields().filter(({ write }) => write !== undefined);
/** Members of a ship notice that are those of the shipment. */
const OF_SHIPMENT = ['parties', 'references', 'dates'];

/** The business form that the parameters describe. */
export function formOf(parameters: Parameters): Document {
	const type = parameters.text('documentType');
	if (parameters.text('inputMode') === 'json') return jsonForm(parameters.raw('document'), type);
	const form: Document = {};
	const shown = FIELDS.filter(({ property }) => property.displayOptions?.show?.documentType?.includes(type) ?? true);
	const values = shown.map(({ property: { name } }): [string, unknown] => [name, parameters.raw(name)]);
	writeAll(shown, form, Object.fromEntries(values), parameters.values);
	addressesAsLists(form);
	const other = parameters.option<unknown>('additionalFields', 'other', undefined);
	const rows = rowsOf(parameters);
	const content =
		type === 'shipNotice'
			? withShipment(form, shipmentOf(rows, parameters.values))
			: { ...form, lines: nestedLines(linesOf(rows, type, parameters.values), type) };
	return { ...content, ...(other === undefined ? {} : (objectOf(other, 'Other Members') as Document)), type };
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
		const address = [entry.address1, entry.address2].filter((line) => line !== undefined);
		delete entry.address1;
		delete entry.address2;
		if (address.length > 0) entry.address = address as string[];
	}
}
