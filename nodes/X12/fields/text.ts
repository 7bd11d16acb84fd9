import type { INodeProperties } from 'n8n-workflow';

import type { Field } from '../../../kit/n8n/fields/field';
import { textOf as plainText, type ValueContext } from '../../../kit/n8n/fields/value';
import { setPath } from '../../../kit/xml/path';

type Options = Omit<INodeProperties, 'displayName' | 'name' | 'default' | 'type'> &
	Partial<Pick<INodeProperties, 'type' | 'default'>>;

/** A date that the editor's picker gives: its time says nothing. */
const MIDNIGHT = /T00:00:00(\.0+)?$/;

/**
 * The text of a value of the editor or of an expression, as the forms of `edi/` take it: dates stay on the day that was
 * chosen, whatever the time zone.
 */
export function textOf(value: unknown, context: ValueContext): string | undefined {
	return plainText(value, context)?.replace(MIDNIGHT, '');
}

/** One member of a business form; `path` is where it is, e.g. `itemIds.vendorPart`. */
export function member(displayName: string, name: string, path: string, options: Options = {}): Field {
	return {
		property: { displayName, name, type: 'string', default: '', ...options } as INodeProperties,
		write(form, value, context) {
			const text = textOf(value, context);
			if (text !== undefined) setPath(form, path, text);
		},
	};
}

/** A member that is one of a few. */
export const choice = (
	displayName: string,
	name: string,
	path: string,
	options: Array<[name: string, value: string]>,
	more: Options & { description: string },
): Field =>
	member(displayName, name, path, {
		type: 'options',
		options: options.map(([label, value]) => ({ name: label, value })),
		default: options[0][1],
		...more,
	});
