import { assertDepth, isElement, type Document, type Value } from '../../kit/xml/document';
import { lookup } from '../../kit/lookup';

/**
 * Lists whose container does not imply their name (captured: inventory responses, multiApi, order by,
 * queries).
 */
const LISTS: Record<string, string[]> = {
	ShipNodeAvailableInventory: ['Inventory'],
	MultiApi: ['API'],
	OrderLineStatusList: ['OrderStatus'],
	EnterpriseOrgList: ['OrgEnterprise'],
	SubOrganization: ['Organization'],
	OrderBy: ['Attribute'],
	And: ['And', 'Or', 'Exp'],
	Or: ['And', 'Or', 'Exp'],
	Error: ['Attribute', 'Error'],
};

/**
 * The names that one member of a plural container may have: OrderLines, OrderLineList, Supplies,
 * OrderStatuses.
 */
function singulars(container: string): string[] {
	if (container.endsWith('List')) return [container.slice(0, -4)];
	const names: string[] = [];
	if (container.endsWith('ies')) names.push(`${container.slice(0, -3)}y`);
	if (container.endsWith('es')) names.push(container.slice(0, -2));
	if (container.endsWith('s')) names.push(container.slice(0, -1));
	return names;
}

/** What was found out, by container and member: there is a question for each element of each row. */
const known = new Map<string, Map<string, boolean>>();
const MAX_KNOWN = 500;

/**
 * True where `member` repeats inside `container`; a shorter member name counts
 * (AllowedModifications/Modification).
 */
function repeats(container: string, member: string): boolean {
	const members = membersOf(container);
	const found = members.get(member);
	if (found !== undefined) return found;
	const result =
		lookup(LISTS, container)?.includes(member) ||
		singulars(container).some((name) => name === member || (member.length > 3 && name.endsWith(member)));
	if (members.size >= MAX_KNOWN) members.clear();
	members.set(member, result);
	return result;
}

function membersOf(container: string): Map<string, boolean> {
	const members = known.get(container) ?? new Map<string, boolean>();
	if (known.size >= MAX_KNOWN && members.size === 0) known.clear();
	known.set(container, members);
	return members;
}

/**
 * Makes every list member an array even when it is single, also under the dropped `root`. Sterling
 * mostly sends arrays, but objects were captured too. Changes the document in place and returns it;
 * attributes stay as they are.
 */
export function normalise(document: Document, root: string): Document {
	element(document, root, 0);
	return document;
}

function element(document: Document, container: string, depth: number): void {
	assertDepth(depth);
	for (const name in document) {
		const value = document[name];
		if (typeof value === 'string') continue;
		member(value, name, depth + 1);
		if (isElement(value) && repeats(container, name)) document[name] = [value];
	}
}

function member(value: Value, name: string, depth: number): void {
	if (typeof value === 'string') return;
	if (!Array.isArray(value)) element(value, name, depth);
	else for (const entry of value) member(entry, name, depth);
}
