import type { INodeProperties, INodePropertyMode } from 'n8n-workflow';

export interface Naming {
	/** Method that fills the list. */
	search: string;
	/** Ways to type it, besides the list. */
	by: INodePropertyMode[];
	description?: string;
	required?: boolean;
	hint?: string;
}

/** A picker: a list of the user's own records first, then ways to type one. */
export function locator(
	displayName: string,
	name: string,
	{ search, by, description, required = true, hint }: Naming,
): INodeProperties {
	return {
		displayName,
		name,
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		...(required ? { required } : {}),
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				typeOptions: { searchListMethod: search, searchable: true },
			},
			...by,
		],
		...(description ? { description } : {}),
		...(hint ? { hint } : {}),
	};
}

/**
 * A way to type the value of a picker. n8n has room for about nine letters of its name.
 * @example typedBy('number', 'Number', 'e.g. WEB-1001')
 */
export const typedBy = (name: string, displayName: string, placeholder: string): INodePropertyMode => ({
	displayName,
	name,
	type: 'string',
	placeholder,
});
