import { collection, type Field } from '../../../kit/n8n/fields/field';

/** Parameters that are rarely needed, behind one button. */
export const options = (fields: Field[]): Field =>
	described(collection('Options', 'options', 'Add Option', fields), 'Rarely needed settings');

/** The same field with a description. */
export const described = (field: Field, description: string): Field => ({
	...field,
	property: { ...field.property, description },
});
