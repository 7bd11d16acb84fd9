import { Element } from './element';

/** A JSON object of the wire. */
export interface JsonObject {
	[name: string]: JsonValue;
}
type JsonValue = string | number | boolean | null | JsonObject | JsonValue[];

/** How a list member that stands alone is written: an array (as mostly captured) or an object. */
export type SingleMember = 'array' | 'object';

/** Containers whose members are arrays although the names do not show it. */
const oddLists = new Set([
	'AllowedModifications/Modification',
	'EnterpriseOrgList/OrgEnterprise',
	'ExtnAttributes/Attribute',
	'OrderLineStatusList/OrderStatus',
	'SubOrganization/Organization',
	'Supplies/InventorySupply',
]);

/** Captured as plain objects when single, although the names look like a list. */
const neverLists = new Set(['Supplies/Supply']);

function isListMember(parent: string, member: string): boolean {
	const pair = `${parent}/${member}`;
	if (neverLists.has(pair)) return false;
	if (oddLists.has(pair)) return true;
	return [`${member}s`, `${member}es`, `${member}List`, `${member.replace(/y$/, 'ies')}`].some(
		(plural) => plural !== member && parent.endsWith(plural),
	);
}

/**
 * Reads a JSON body: scalars become attributes, objects child elements, arrays repeated elements.
 * Numbers and booleans are tolerated (IBM's own tools send them), booleans as Y and N.
 */
export function elementFromJson(name: string, value: JsonObject): Element {
	const element = new Element(name);
	for (const [member, content] of Object.entries(value)) {
		if (content === null) continue;
		if (typeof content === 'boolean') element.set(member, content ? 'Y' : 'N');
		else if (typeof content !== 'object') element.set(member, String(content));
		else {
			const occurrences = Array.isArray(content) ? content : [content];
			for (const one of occurrences) {
				if (one !== null && typeof one === 'object' && !Array.isArray(one)) {
					element.add(elementFromJson(member, one));
				}
			}
		}
	}
	return element;
}

/**
 * The element's content as a JSON object, its own name dropped. Where an attribute and a child element
 * have one name, JSON cannot hold both and the attribute is lost (inferred: see docs/sandbox.md).
 */
export function jsonFromElement(element: Element, single: SingleMember): JsonObject {
	const object: JsonObject = { ...element.attributes };
	const groups = new Map<string, Element[]>();
	for (const child of element.children) {
		const group = groups.get(child.name);
		if (group) group.push(child);
		else groups.set(child.name, [child]);
	}
	for (const [name, members] of groups) {
		const values = members.map((member) => jsonFromElement(member, single));
		const asArray = values.length > 1 || (single === 'array' && isListMember(element.name, name));
		object[name] = asArray ? values : values[0];
	}
	return object;
}
