import type { INodeProperties } from 'n8n-workflow';

/** The descriptions of an operation's parameters, found by path: `limit`, or `options.dryRun` inside a collection. */
export class Form {
	private readonly found = new Map<string, INodeProperties | undefined>();
	private readonly labels = new Map<string, string>();

	constructor(private readonly properties: readonly INodeProperties[]) {}

	/** The description of a parameter; undefined where the operation has none of that name. */
	property(path: string): INodeProperties | undefined {
		if (!this.found.has(path)) this.found.set(path, this.find(path.split('.')));
		return this.found.get(path);
	}

	/** What the editor calls the parameter, with the collection around it. */
	label(path: string): string {
		const known = this.labels.get(path);
		if (known !== undefined) return known;
		const label = this.labelOf(path.split('.'));
		this.labels.set(path, label);
		return label;
	}

	private labelOf(names: readonly string[]): string {
		return names.map((name, i) => this.property(names.slice(0, i + 1).join('.'))?.displayName ?? name).join(' → ');
	}

	private find(names: readonly string[]): INodeProperties | undefined {
		let inner = this.properties;
		let found: INodeProperties | undefined;
		for (const name of names) {
			found = inner.find((property) => property.name === name);
			inner = (found?.options ?? []) as INodeProperties[];
		}
		return found;
	}
}

const forms = new WeakMap<readonly INodeProperties[], Form>();
const NONE = new Form([]);

/** The form of these descriptions, which all items of a run share. */
export function formOf(properties: readonly INodeProperties[] | undefined): Form {
	if (!properties) return NONE;
	const known = forms.get(properties);
	if (known) return known;
	const form = new Form(properties);
	forms.set(properties, form);
	return form;
}
