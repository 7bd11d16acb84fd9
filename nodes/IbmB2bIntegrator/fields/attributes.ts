import type { INodeProperties } from 'n8n-workflow';

import type { Field } from '../../../kit/n8n/fields/field';
import { group, json } from '../../../kit/n8n/fields/basic';

const additional = json(
	'Additional Attributes',
	'additionalAttributes',
	'Any other attributes of the record as a JSON object. They override the fields of the same name.',
);

/** Optional attributes of a new record; each is stored under its own name. */
export const attributes = (...properties: INodeProperties[]): Field =>
	group('Additional Fields', 'attributes', 'Add Field', 'Optional fields of the record', [...properties, additional]);

/** The attributes that a change may have. */
export const changes = (...properties: INodeProperties[]): Field =>
	group('Fields to Update', 'attributes', 'Add Field', 'Fields to change. All others keep their values.', [
		...properties,
		additional,
	]);
