import type {
	ILoadOptionsFunctions,
	INodePropertyOptions,
	ResourceMapperField,
	ResourceMapperFields,
} from 'n8n-workflow';

import { ServiceError } from '../../../kit/errors';
import { parameterOf } from '../../../kit/n8n/editor';
import { isRequired, presetOf, targetsOf, type Target } from '../fields/lineTargets';
import { RESOURCES } from '../operations';
import { discover, displayNameOf, ofResource } from './customFields';

/**
 * The fields of a line that data can fill in: those of the form, and the custom fields of lines where Sterling lists
 * them. Never fails: without Sterling the fields of the form are there.
 */
export async function mapLineFields(this: ILoadOptionsFunctions): Promise<ResourceMapperFields> {
	const resource = parameterOf(this, 'resource') || 'order';
	const operation = RESOURCES.find(({ value }) => value === resource)?.operations.find(
		({ value }) => value === parameterOf(this, 'operation'),
	);
	const line = operation?.lines?.field;
	if (!line) return { fields: [] };
	const hasCustom = line.fields.some(({ property }) => property.name === 'customFields');
	const isNamed = parameterOf(this, 'inputMode') === 'list';
	const own = targetsOf(line).map((target) => toMapperField(target, isNamed));
	return { fields: [...own, ...(hasCustom ? await customOf(this) : [])] };
}

/** `isNamed` where the mapper takes names in a list, and a value is a text in quotes. */
function toMapperField(target: Target, isNamed: boolean): ResourceMapperField {
	const { id, property } = target;
	const needed = isRequired({ property });
	const preset = needed ? presetOf(target) : undefined;
	const options = property.type === 'options' ? (property.options as INodePropertyOptions[]) : undefined;
	return {
		id,
		displayName: property.displayName,
		// The mapper shows these at once, and does not insist on them; the others are added one by one.
		required: needed,
		removed: !needed,
		...(typeof preset === 'string' ? { defaultValue: isNamed ? `"${preset}"` : preset } : {}),
		defaultMatch: false,
		canBeUsedToMatch: false,
		display: true,
		type: 'string',
		...(options ? { options: options.filter(({ value }) => value !== '') } : {}),
	};
}

async function customOf(context: ILoadOptionsFunctions): Promise<ResourceMapperField[]> {
	try {
		const { fields } = await discover(context, { ...ofResource(context), entity: 'orderLine' });
		return fields.map((field) => ({
			id: field.id,
			displayName: displayNameOf(field),
			required: false,
			defaultMatch: false,
			canBeUsedToMatch: false,
			display: true,
			removed: true,
			type: 'string',
		}));
	} catch (error) {
		if (error instanceof ServiceError) return [];
		throw error;
	}
}
