import type { INodeProperties } from 'n8n-workflow';

import type { Field } from '../../../kit/n8n/fields/field';
import { enter, put, type FormContext } from './entered';

type Options = Omit<INodeProperties, 'displayName' | 'name' | 'default' | 'type'> &
	Partial<Pick<INodeProperties, 'type' | 'default'>> & {
		/** What happens without it, which the user is told where an expression does that: "the total is calculated". */
		emptyMeans?: string;
	};

/** One member of a business form; `path` is where it is, e.g. `itemIds.vendorPart`. */
export function member(displayName: string, name: string, path: string, options: Options = {}): Field {
	return memberOf(path, { displayName, name, ...options });
}

/** A member that is one of a few, or a code of the standard. */
export function choice(
	displayName: string,
	name: string,
	path: string,
	choices: Array<[name: string, value: string]>,
	more: Options & { description: string },
): Field {
	const options = choices.map(([label, value]) => ({ name: label, value }));
	return memberOf(path, { displayName, name, type: 'options', options, default: choices[0][1], ...more }, choices);
}

function memberOf(
	path: string,
	{ displayName, name, emptyMeans, ...options }: Options & Pick<INodeProperties, 'displayName' | 'name'>,
	choices: Array<[name: string, value: string]> = [],
): Field {
	const property: INodeProperties = { displayName, name, type: 'string', default: '', ...options };
	// An expression that chooses has to come to a choice, unless one of them is to be without, or the field is optional.
	const isChosen = choices.length > 0 && choices.every(([, value]) => value !== '');
	const fieldIn = ({ way = [] }: FormContext) => {
		const required = property.required === true || (isChosen && way.length === 0);
		return { displayName, name, required, emptyMeans, choices };
	};
	return { property, write: (form, value, context) => put(form, path, enter(fieldIn(context), value, context)) };
}
