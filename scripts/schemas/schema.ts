/** The part of JSON Schema that n8n's preview reads. */
export interface Schema {
	type: 'object' | 'array' | 'string' | 'number' | 'boolean' | 'null';
	properties?: Record<string, Schema>;
	items?: Schema;
}

/** Elements that hold the fields of the instance: the sandbox's own are nobody else's. */
const OWN = new Set(['customFields', 'Extn', 'CustomAttributes', 'References', 'AdditionalAttributeList']);

/** One schema for all of the rows: an attribute that any of them has is in it. */
export function schemaOf(rows: readonly unknown[]): Schema {
	return rows.map(one).reduce(merge);
}

function one(value: unknown): Schema {
	if (value === null) return { type: 'null' };
	if (Array.isArray(value)) return value.length === 0 ? { type: 'array' } : { type: 'array', items: schemaOf(value) };
	if (typeof value !== 'object') return { type: typeof value as Schema['type'] };
	const shared = Object.entries(value).filter(([name]) => !OWN.has(name));
	const properties = shared.map(([name, content]) => [name, one(content)]);
	return { type: 'object', properties: Object.fromEntries(properties) as Record<string, Schema> };
}

function merge(a: Schema, b: Schema): Schema {
	if (a.type !== b.type) return a;
	if (a.type === 'array') {
		const items = a.items && b.items ? merge(a.items, b.items) : (a.items ?? b.items);
		return items ? { type: 'array', items } : a;
	}
	if (a.type !== 'object') return a;
	const properties = { ...a.properties };
	for (const [name, schema] of Object.entries(b.properties ?? {})) {
		properties[name] = properties[name] ? merge(properties[name], schema) : schema;
	}
	return { type: 'object', properties };
}
