import { assertDepth, isElement, type Document, type Value } from '../../kit/xml/document';
import { lookup } from '../../kit/lookup';

/**
 * Lists whose container does not tell their name (captured: inventory answers, multiApi, order by,
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

const known = new Map<string, boolean>();
const MAX_KNOWN = 5000;

/**
 * True where `member` repeats inside `container`; a shorter member name counts
 * (AllowedModifications/Modification).
 */
function repeats(container: string, member: string): boolean {
	const key = `${container}/${member}`;
	const found = known.get(key);
	if (found !== undefined) return found;
	const result =
		lookup(LISTS, container)?.includes(member) ||
		singulars(container).some((name) => name === member || (member.length > 3 && name.endsWith(member)));
	if (known.size >= MAX_KNOWN) known.clear();
	known.set(key, result);
	return result;
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
	for (const name of Object.keys(document)) {
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
