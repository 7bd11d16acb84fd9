import type { Container } from '../entities';

export type FieldType = 'text' | 'number' | 'boolean' | 'dateTime';

/** A custom field of an instance. */
export interface CustomField {
	/** Place and name, such as `Extn.ExtnGiftText`; what workflows store. */
	id: string;
	/** Its own name, such as `ExtnGiftText`. */
	name: string;
	/** For people, such as `Gift Text`. */
	label: string;
	type: FieldType;
	required: boolean;
	/** The only values that Sterling takes, where it has such a list. */
	options?: Array<{ value: string; label: string }>;
}

/** A list of name and value pairs: the repeating element, and what identifies an entry besides its name. */
const PAIRS: Partial<Record<Container, { member: string; also: readonly string[] }>> = {
	AdditionalAttributeList: { member: 'AdditionalAttribute', also: ['AttributeDomainID', 'AttributeGroupID'] },
	References: { member: 'Reference', also: [] },
};

/** Where a field stands that is an entry of a list of pairs. */
export interface Pair {
	/** Path of the list, such as `References` or `OrderLine.References`. */
	list: string;
	member: string;
	/** What names the entry: `Name`, and domain and group where the id has them. */
	entry: Record<string, string>;
	/** Every attribute of an entry but its value. */
	attributes: readonly string[];
}

/**
 * The pair that an id stands for, such as `References.Cart` or `AdditionalAttributeList.Domain/Group/Color`;
 * undefined for attributes. A path through the list's own element (`References.Reference.Name`) is no pair.
 */
export function pairOf(id: string): Pair | undefined {
	const names = id.split('.');
	const at = names.findIndex((name) => Object.hasOwn(PAIRS, name));
	const described = at === -1 ? undefined : PAIRS[names[at] as Container];
	const name = names.slice(at + 1).join('.');
	if (!described || name === '' || names[at + 1] === described.member) return undefined;
	const { member, also } = described;
	const attributes = ['Name', ...also];
	const list = names.slice(0, at + 1).join('.');
	const parts = name.split('/');
	if (also.length === 0 || parts.length <= also.length) return { list, member, entry: { Name: name }, attributes };
	const scope = also.map((attribute, i): [string, string] => [attribute, parts[i]]);
	const entry = { Name: parts.slice(also.length).join('/'), ...Object.fromEntries(scope.filter(([, part]) => part)) };
	return { list, member, entry, attributes };
}

/** The pair list of this name, as in a template that asks for all of its entries. */
export function pairListOf(container: string): { member: string; attributes: readonly string[] } | undefined {
	const described = Object.hasOwn(PAIRS, container) ? PAIRS[container as Container] : undefined;
	return described && { member: described.member, attributes: ['Name', ...described.also] };
}

/** What people type, as an id: a bare name is that of an extension column. */
export function toFieldId(typed: string): string {
	const text = typed.trim();
	return text === '' || text.includes('.') ? text : `Extn.${text}`;
}

/** The field's own name in an id: `Extn.ExtnGiftText` is `ExtnGiftText`. */
export function nameOf(id: string): string {
	return pairOf(id)?.entry.Name ?? id.slice(id.lastIndexOf('.') + 1);
}

/** Whether the id stands directly in a container of custom fields. */
export function containerOf(id: string): Container | undefined {
	return /^(Extn|CustomAttributes|AdditionalAttributeList|References)\../.exec(id)?.[1] as Container | undefined;
}

/** A field of which only the name is known. */
export function plainField(container: Container, name: string, scope: readonly string[] = []): CustomField {
	const id = `${container}.${[...scope, name].join('/')}`;
	return { id, name, label: labelOf(name), type: 'text', required: false };
}

/** `ExtnGiftText` reads "Gift Text". */
function labelOf(name: string): string {
	const bare = name.replace(/^Extn(?=.)/, '').replace(/_/g, ' ');
	const spaced = bare.replace(/([a-z\d])([A-Z])/g, '$1 $2').replace(/(?<![A-Z])([A-Z]+)([A-Z][a-z])/g, '$1 $2');
	return spaced.trim() || name;
}
