import type {
	ILoadOptionsFunctions,
	ResourceMapperField,
	ResourceMapperFields,
	ResourceMapperValue,
} from 'n8n-workflow';

import { containerOf, type CustomField } from '../../../clients/oms/customFields/field';
import { ServiceError } from '../../../kit/errors';
import { helpOf } from '../../../kit/n8n/nodeErrors';
import { LABELS } from '../labels';
import { discover, displayNameOf, explanation, ofResource } from './customFields';

const BY_HAND = 'Set Custom Fields to Type Names to enter them by name. Fields that are already mapped still work.';

/**
 * The fields of the mapper. n8n drops mapped values whose field is missing here, so a field that is mapped stays unless
 * Sterling itself describes its kind and does not name it: a field that no record fills at the moment, or a Sterling
 * that cannot be reached, must not empty a workflow. Never fails; the notice says why there is nothing.
 */
export async function mapCustomFields(this: ILoadOptionsFunctions): Promise<ResourceMapperFields> {
	const mapped = mappedFields(this);
	try {
		const { fields, described, reasons } = await discover(this, ofResource(this));
		const found = fields.map(toMapperField);
		const kept = mapped.filter(({ id }) => !described.some((container) => container === containerOf(id)));
		const known = new Set(found.map(({ id }) => id));
		return answer([...found, ...kept.filter(({ id }) => !known.has(id))], explanation(reasons));
	} catch (error) {
		if (!(error instanceof ServiceError)) throw error;
		return answer(mapped, [error.message, helpOf(error, LABELS)].filter(Boolean).join(' '));
	}
}

function answer(fields: ResourceMapperField[], why: string): ResourceMapperFields {
	return fields.length > 0 ? { fields } : { fields, emptyFieldsNotice: escaped(`${why} ${BY_HAND}`) };
}

function toMapperField(field: CustomField): ResourceMapperField {
	const { id, type, required, options } = field;
	return {
		id,
		displayName: displayNameOf(field),
		required,
		defaultMatch: false,
		canBeUsedToMatch: false,
		display: true,
		type: options ? 'options' : type === 'text' ? 'string' : type,
		...(options ? { options: options.map(({ value, label }) => ({ name: label, value })) } : {}),
	};
}

/**
 * The fields of the stored parameter that count: those on the form, all of them when mapped by name. Their values do not
 * count, because the editor sends expressions resolved, and without test data those are empty.
 */
function mappedFields(context: ILoadOptionsFunctions): ResourceMapperField[] {
	const stored = context.getCurrentNodeParameter('customFields') as unknown;
	const { mappingMode, schema } = (stored ?? {}) as Partial<ResourceMapperValue>;
	if (!Array.isArray(schema)) return [];
	return schema.filter(({ removed }) => mappingMode === 'autoMapInputData' || !removed);
}

/** n8n shows the notice as HTML. */
function escaped(text: string): string {
	return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
