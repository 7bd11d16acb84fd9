import type { Field } from '../../../kit/n8n/fields/field';
import type { Parameters } from '../../../kit/n8n/parameters';

/** Parameter that the lines or the whole content come from, by the choice under Input. */
const SOURCES: Readonly<Record<string, string>> = {
	document: 'document',
	fields: 'lines',
	items: 'lineColumns',
	list: 'lineList',
};

/** Where the lines or the whole content come from while Input is set like this. */
export const sourceOf = (inputMode: string): string => SOURCES[inputMode] ?? 'lines';

/** What the editor calls the parameter that the lines or the whole content of an item come from. */
export const sourceLabel = (parameters: Parameters): string =>
	parameters.label(sourceOf(parameters.choice('inputMode', 'fields')));

/** The fields that the form shows while Input is set like this. */
export function shownWith(fields: readonly Field[], inputMode: string): Field[] {
	return fields.filter(({ property }) => property.displayOptions?.show?.inputMode?.includes(inputMode) ?? true);
}
