import type { INodeProperties, INodePropertyMode } from 'n8n-workflow';

interface Naming {
	/** Method that fills the list. */
	search: string;
	/** Ways to type it, besides the list. */
	by: INodePropertyMode[];
	description: string;
	required?: boolean;
}

/** A picker: a list of the user's own records first, then ways to type one. */
export function locator(
	displayName: string,
	name: string,
	{ search, by, description, required = true }: Naming,
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
		description,
	};
}

/** A way to type the value of a picker. */
export const typedBy = (name: string, displayName: string, placeholder: string): INodePropertyMode => ({
	displayName,
	name,
	type: 'string',
	placeholder,
});
