import { assertDepth, isElement, type Document, type Value } from './document';

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

/**
 * True where `member` repeats inside `container`; a shorter member name counts
 * (AllowedModifications/Modification).
 */
function repeats(container: string, member: string): boolean {
	if (LISTS[container]?.includes(member)) return true;
	return singulars(container).some(
		(name) => name === member || (member.length > 3 && name.endsWith(member)),
	);
}

/**
 * Makes every list member an array even when it is single, also under the dropped `root`. Sterling
 * mostly sends arrays, but objects were captured too. Returns a new document; attributes stay as they
 * are.
 */
export function normalise(document: Document, root: string): Document {
	return element(document, root, 0);
}

function element(document: Document, container: string, depth: number): Document {
	assertDepth(depth);
	const result: Document = {};
	for (const [name, value] of Object.entries(document)) {
		const inner = member(value, name, depth + 1);
		result[name] = isElement(inner) && repeats(container, name) ? [inner] : inner;
	}
	return result;
}

function member(value: Value, name: string, depth: number): Value {
	if (typeof value === 'string') return value;
	if (Array.isArray(value)) return value.map((entry) => member(entry, name, depth));
	return element(value, name, depth);
}
