import type { Field } from '../../../kit/n8n/fields/field';

/** Parameter that the lines or the whole content come from, by the choice under Input. */
const SOURCES: Readonly<Record<string, string>> = {
	document: 'document',
	fields: 'lines',
	items: 'lineColumns',
	list: 'lineList',
};

/** Where the lines or the whole content come from while Input is set like this. */
export const sourceOf = (inputMode: string): string => SOURCES[inputMode] ?? 'lines';

/** The fields that the form shows while Input is set like this. */
export function shownWith(fields: readonly Field[], inputMode: string): Field[] {
	return fields.filter(({ property }) => property.displayOptions?.show?.inputMode?.includes(inputMode) ?? true);
}
