import type { INodeProperties } from 'n8n-workflow';

import type { Field } from '../../../kit/n8n/fields/field';
import type { Repeat } from '../../../kit/n8n/fields/repeat';

/** A field of a line that data can fill in. */
export interface Target {
	/** Path of the attribute in the line, such as `Item.ItemID`: what mappings store. */
	id: string;
	property: INodeProperties;
	/** Names of the parameters that lead to it, the outermost first. */
	way: readonly string[];
}

/** The fields of a line that hold one value, those inside collections too. */
export function targetsOf({ fields }: Pick<Repeat, 'fields'>, way: readonly string[] = []): Target[] {
	return fields.flatMap((field): Target[] => {
		const { property, path, fields: inner } = field;
		const here = [...way, property.name];
		if (path !== undefined && inner === undefined) return [{ id: path, property, way: here }];
		return path === undefined && property.type === 'collection' && inner ? targetsOf({ fields: inner }, here) : [];
	});
}

/** What the field holds unless something else is given, as the form shows it; switches and what is blank are nothing. */
export function presetOf({ property }: Target): unknown {
	const { type, default: preset } = property;
	const plain = type === 'resourceLocator' ? (preset as { value?: unknown }).value : preset;
	return type === 'boolean' || plain === '' ? undefined : plain;
}

/** Whether a line needs the field. */
export const isRequired = ({ property }: Pick<Field, 'property'>): boolean => property.required === true;
