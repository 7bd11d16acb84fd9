import type {
	ILoadOptionsFunctions,
	INodePropertyOptions,
	ResourceMapperField,
	ResourceMapperFields,
} from 'n8n-workflow';

import { ServiceError } from '../../../kit/errors';
import { parameterOf } from '../../../kit/n8n/editor';
import { isRequired, targetsOf, type Target } from '../fields/lineTargets';
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
	return { fields: [...targetsOf(line).map(toMapperField), ...(hasCustom ? await customOf(this) : [])] };
}

function toMapperField({ id, property }: Target): ResourceMapperField {
	const needed = isRequired({ property });
	const options = property.type === 'options' ? (property.options as INodePropertyOptions[]) : undefined;
	return {
		id,
		displayName: property.displayName,
		required: false,
		defaultMatch: false,
		canBeUsedToMatch: false,
		display: true,
		// The mapper shows these at once; the others are added one by one.
		removed: !needed,
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
