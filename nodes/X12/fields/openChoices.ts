import type { INodeProperties, INodePropertyCollection } from 'n8n-workflow';

import { choicesOf } from '../../../kit/n8n/fields/choice';
import type { Field } from '../../../kit/n8n/fields/field';
import { isGroupVersion } from '../../../edi';
import type { Parameters } from '../../../kit/n8n/parameters';
import { inField, refuse } from '../../../kit/n8n/refusal';
import { QUALIFIERS, VERSIONS } from './envelope';

/** Choices by their parameters whose expressions may return another code of the standard. */
const OPEN: ReadonlyMap<string, Pick<INodeProperties, 'options'>> = new Map([
	['senderQualifier', { options: QUALIFIERS }],
	['receiverQualifier', { options: QUALIFIERS }],
	['version', { options: VERSIONS }],
]);

/** Lists whose choices may be codes of the standard: what is in their entries, the form itself knows. */
const OPEN_LISTS: ReadonlySet<string> = new Set(['lines']);

/**
 * The descriptions that parameters are read by: those of open choices allow any text. What a form may be without, the
 * form itself knows.
 */
export function propertiesOf(fields: readonly Field[]): INodeProperties[] {
	return fields.map(({ property, write }) => opened(write ? { ...property, required: false } : property));
}

/** The fields that are no members of a form. */
export const steeringOf = (fields: readonly Field[]) => fields.filter(({ write }) => !write);

function opened(property: INodeProperties): INodeProperties {
	if (OPEN.has(property.name)) return { ...property, options: [] };
	if (OPEN_LISTS.has(property.name)) return withOpenEntries(property);
	if (property.type !== 'collection') return property;
	return { ...property, options: (property.options as INodeProperties[]).map(opened) };
}

function withOpenEntries(property: INodeProperties): INodeProperties {
	const lists = property.options as INodePropertyCollection[];
	const asText = ({ type, options, ...one }: INodeProperties): INodeProperties =>
		type === 'options' ? { ...one, type: 'string' } : { ...one, type, options };
	return { ...property, options: lists.map((list) => ({ ...list, values: list.values.map(asText) })) };
}

/**
 * The code of an open choice, in capitals: by its value, by what the editor calls it, or as it is.
 * @throws Refusal for what is no version of the standard
 */
export function openChoice(parameters: Parameters, path: string): string {
	const text = parameters.choice(path);
	const choices = choicesOf(OPEN.get(path.split('.').at(-1) ?? '') ?? {});
	const isMeant = (one: string) => one.toLowerCase() === text.toLowerCase();
	const code = choices.find(({ name, value }) => isMeant(name) || isMeant(value))?.value ?? text.toUpperCase();
	if (!path.endsWith('version')) return code;
	if (isGroupVersion(`00${code}`) && code.length === 4) return `00${code}`;
	if (!isGroupVersion(code))
		return inField(parameters.label(path), () =>
			refuse(`must be a version such as 004010 or 004010VICS, got "${text}"`),
		);
	return code;
}
