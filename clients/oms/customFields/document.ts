import { containerOf, nameOf, pairListOf, pairOf } from './field';
import { asArray, isElement, isSafeName, type Document, type Value } from '../../../kit/xml/document';
import { getPath, setPath } from '../../../kit/xml/path';

/**
 * Puts a custom field into a document, wherever its id says that it stands: `Extn.ExtnGiftText`,
 * `CustomAttributes.IsPreOrder`, `References.Cart`, `AdditionalAttributeList.Domain/Group/Color`.
 */
export function setCustomField(document: Document, id: string, value: string): void {
	const pair = pairOf(id);
	if (!pair) {
		setPath(document, id, value);
		return;
	}
	const path = `${pair.list}.${pair.member}`;
	const entries = asArray<Value>(getPath(document, path)).filter(isElement);
	const others = entries.filter((entry) => !isEntry(entry, pair.entry));
	setPath(document, path, [...others, { ...pair.entry, Value: value }]);
}

/** Asks for custom fields in a template: a container for all that is in it, or the id of one field. */
export function askFor(template: Document, wanted: readonly string[]): void {
	for (const id of wanted) {
		const pairs = pairOf(id) ?? pairListOf(id);
		if (pairs) {
			const entry = Object.fromEntries([...pairs.attributes, 'Value'].map((name) => [name, '']));
			setPath(template, `${containerOf(id) ?? id}.${pairs.member}`, entry);
		} else if (id.includes('.')) {
			if (!wanted.includes(id.slice(0, id.indexOf('.')))) setPath(template, id, '');
		} else {
			setPath(template, id, {});
		}
	}
}

/** The custom fields of a document in a response, by their own names, from the containers that were asked for. */
export function customFieldsIn(document: Document, wanted: readonly string[]): Document {
	const fields: Document = {};
	for (const container of new Set(wanted.map((id) => id.split('.')[0]))) {
		const content = document[container];
		if (!isElement(content)) continue;
		const pairs = pairListOf(container);
		if (!pairs) {
			Object.assign(fields, content);
			continue;
		}
		const ids = wanted.filter((id) => id.startsWith(`${container}.`));
		for (const { Name, Value: value } of asArray<Value>(content[pairs.member]).filter(isElement)) {
			const isWanted = wanted.includes(container) || ids.some((id) => nameOf(id) === Name);
			if (isWanted && typeof Name === 'string' && isSafeName(Name) && value !== undefined) fields[Name] = value;
		}
	}
	return fields;
}

function isEntry(entry: Document, named: Record<string, string>): boolean {
	return Object.entries(named).every(([name, value]) => entry[name] === value);
}
