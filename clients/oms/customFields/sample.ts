import type { SterlingClient } from '../client';
import { isElement, type Document } from '../../../kit/xml/document';
import { withinScope, type Container, type Entity, type Scope } from '../entities';
import { pairListOf, plainField, type CustomField } from './field';
import { rowsOf, text } from './rows';

const NEWEST = '50';

/**
 * The custom fields in use among the newest records: names only, and only those that some record fills. Reading all
 * columns of an extension by an empty element is documented for templates (IBM: extending API templates).
 */
export async function sampledFields(
	client: Pick<SterlingClient, 'send'>,
	entity: Entity,
	scope: Scope,
	signal?: AbortSignal,
): Promise<CustomField[]> {
	const { inputRoot, outputRoot, row: element, listApi, key, customFields } = entity;
	const template: Document = { [key]: '' };
	for (const container of customFields) template[container] = templateOf(container);
	const { document } = await client.send(
		{
			api: listApi,
			root: inputRoot,
			outputRoot,
			kind: 'read',
			input: {
				...withinScope(entity, scope),
				OrderBy: { Attribute: [{ Name: key, Desc: 'Y' }] },
				MaximumRecords: NEWEST,
			},
			template: { [element]: template },
		},
		{ signal },
	);
	const fields = rowsOf(document, element).flatMap((row) =>
		customFields.flatMap((container) => fieldsIn(container, row)),
	);
	return [...new Map(fields.map((field) => [field.id, field])).values()].sort((a, b) =>
		a.label.localeCompare(b.label, 'en'),
	);
}

function templateOf(container: Container): Document {
	const pairs = pairListOf(container);
	if (!pairs) return {};
	return { [pairs.member]: Object.fromEntries([...pairs.attributes, 'Value'].map((name) => [name, ''])) };
}

function fieldsIn(container: Container, row: Document): CustomField[] {
	const content = row[container];
	if (!isElement(content)) return [];
	const pairs = pairListOf(container);
	if (!pairs) {
		const names = Object.keys(content).filter((name) => typeof content[name] === 'string');
		return names.map((name) => plainField(container, name));
	}
	return rowsOf(content, pairs.member)
		.filter((entry) => text(entry, 'Name') !== '')
		.map((entry) => {
			const scope = pairs.attributes.slice(1).map((name) => text(entry, name));
			return plainField(container, text(entry, 'Name'), scope.every((part) => part === '') ? [] : scope);
		});
}
