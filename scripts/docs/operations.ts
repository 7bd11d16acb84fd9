import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { fieldsOf } from '../../kit/n8n/catalogue';
import { RESOURCES } from '../../nodes/IbmSterlingOms/operations';
import type { Operation } from '../../nodes/IbmSterlingOms/operation';
import { code, table } from './markdown';

/** One row a resource, for the index of the documentation. */
export function operationsOverview(): string {
	const rows = RESOURCES.map(({ name, operations }) => [`**${name}**`, operations.map((one) => one.name).join(', ')]);
	return table(['Resource', 'Operations'], rows);
}

/** One table a resource, one row an operation. */
export function operationsReference(): string {
	const headings = ['Operation', 'What it does', 'API', 'The document is named by', 'Delivery'];
	return RESOURCES.map(({ name, operations }) => {
		const rows = operations.map((operation) => [
			operation.name,
			operation.description,
			[operation.api].flat().map(code).join(', '),
			identityOf(operation),
			deliveryOf(operation),
		]);
		return `## ${name}\n\n${table(headings, rows)}`;
	}).join('\n\n');
}

/** The attributes that identify the document, one alternative for each way of naming it that the editor offers. */
function identityOf({ identity }: Operation): string {
	if (!identity) return '–';
	const locator = identity.fields.find(({ property }) => property.name === identity.parameter)?.property;
	const typed = (locator?.modes ?? []).filter((mode) => mode.name !== 'list');
	const alternatives = typed.map(({ name: mode }) =>
		Object.keys(identity.attributes({ mode, value: '?' }, () => '?', { documentType: '?' }))
			.map(code)
			.join(' + '),
	);
	return alternatives.join(', or ');
}

function deliveryOf(operation: Operation): string {
	const options = fieldsOf(operation).find((field) => field.property.name === 'options')?.property.options;
	const property = ((options ?? []) as INodeProperties[]).find(({ name }) => name === 'delivery');
	const choices = (property?.options ?? [{ value: 'now' }]) as INodePropertyOptions[];
	return choices.map(({ value }) => value).join(', ');
}
