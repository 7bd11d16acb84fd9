import { choicesOf } from '../../../kit/n8n/fields/choice';
import type { Field } from '../../../kit/n8n/fields/field';
import { fieldsOf } from '../../../kit/n8n/catalogue';
import { datesIn } from '../../../kit/n8n/dates';
import type { Document } from '../../../kit/xml/document';
import { RESOURCES } from '../../../nodes/IbmSterlingOms/operations';

const context = { dates: datesIn('UTC') };

/** The choices that are written into documents, those inside groups and lists too. */
const writtenIn = (fields: readonly Field[]): Field[] =>
	fields.flatMap((field) => [
		...(field.property.type === 'options' && field.write && field.path ? [field] : []),
		...writtenIn(field.fields ?? []),
	]);

const CHOICES = RESOURCES.flatMap(({ value: resource, operations }) =>
	operations.flatMap((operation) =>
		writtenIn(fieldsOf(operation)).map((field): [string, Field] => [
			`${resource}:${operation.value} ${field.property.displayName}`,
			field,
		]),
	),
);

it.each(CHOICES)('%s takes each choice by its value and by its name', (_label, { property, path, write }) => {
	for (const { name, value } of choicesOf(property)) {
		const written = [value, name].map((given) => {
			const document: Document = {};
			write?.(document, given, context);
			return JSON.stringify(document);
		});
		const leaf = path?.split('.').at(-1);
		expect(written[0]).toEqual(value === '' ? '{}' : expect.stringContaining(`"${leaf}":"${value}"`));
		expect(written[1]).toBe(written[0]);
	}
});
