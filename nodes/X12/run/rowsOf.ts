import { entriesOf } from '../../../kit/n8n/fields/repeat';
import type { Parameters } from '../../../kit/n8n/parameters';
import { describeValue, inField, refuse } from '../../../kit/n8n/refusal';
import { isElement, type Document } from '../../../kit/xml/document';
import { getPath } from '../../../kit/xml/path';
import { inEntry, inside, type FormContext } from '../fields/entered';
import { objectsOf } from './json';

/** A line as it was filled in: values by the names of their columns. */
export interface Row {
	values: Readonly<Record<string, unknown>>;
	/** Labels that lead to it. */
	labels: readonly [list: string, entry: string];
	/** The context of its values. */
	context: FormContext;
}

/** The lines of a document, as they were filled in or as the list has them. */
export function rowsOf(parameters: Parameters, context: FormContext): Row[] {
	return parameters.text('lineSource') === 'list' ? listed(parameters, context) : filledIn(parameters, context);
}

function filledIn(parameters: Parameters, context: FormContext): Row[] {
	const label = parameters.label('lines');
	const entries = inField(label, () => entriesOf(parameters.raw('lines'), 'line'));
	return entries.map((values, index) => {
		const entry = `Line ${index + 1}`;
		const steps = [
			{ label, name: 'lines' },
			{ label: entry, name: `line.${index}` },
		] as const;
		const object = inEntry([label, entry], () => objectIn(values));
		return { values: object, labels: [label, entry], context: inside(context, ...steps) };
	});
}

function objectIn(values: unknown): Record<string, unknown> {
	return isElement(values) ? values : refuse(`must be an object of fields, got ${describeValue(values)}`);
}

function listed(parameters: Parameters, context: FormContext): Row[] {
	const label = parameters.label('lineList');
	const mapping = inField(parameters.label('lineMapping'), () => entriesOf(parameters.raw('lineMapping'), 'column'));
	const columns = mapping as Array<Record<string, string>>;
	return objectsOf(parameters.raw('lineList'), label).map((entry, index) => {
		const labels = [label, `entry ${index + 1}`] as const;
		const values = columns.length === 0 ? entry : mapped(entry, columns, labels);
		return { values, labels, context: inside(context, { label }, { label: labels[1] }) };
	});
}

function mapped(
	entry: Record<string, unknown>,
	columns: ReadonlyArray<Record<string, string>>,
	[label, name]: Row['labels'],
): Record<string, unknown> {
	const values = columns.map(({ target, source }) => {
		const value = getPath(entry as Document, source.trim());
		if (value === undefined) {
			throw new TypeError(`${label}, ${name}, has no field "${source}". It has ${Object.keys(entry).join(', ')}.`);
		}
		return [target, value] as const;
	});
	return Object.fromEntries(values);
}
