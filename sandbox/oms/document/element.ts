/**
 * One element of a Sterling document: attributes are strings, order of children is kept.
 * Both wire formats (XML and JSON) are read into this form and written from it.
 */
export class Element {
	readonly attributes: Record<string, string>;

	readonly children: Element[];

	constructor(
		readonly name: string,
		attributes: Record<string, string> = {},
		children: Element[] = [],
	) {
		this.attributes = { ...attributes };
		this.children = [...children];
	}

	/** The attribute's value, '' when it is absent (Sterling makes no difference between the two). */
	get(name: string): string {
		return this.attributes[name] ?? '';
	}

	/** True when the attribute is in the document, blank or not. */
	has(name: string): boolean {
		return name in this.attributes;
	}

	set(name: string, value: string): this {
		this.attributes[name] = value;
		return this;
	}

	add(...children: Element[]): this {
		this.children.push(...children);
		return this;
	}

	child(name: string): Element | undefined {
		return this.children.find((child) => child.name === name);
	}

	all(name: string): Element[] {
		return this.children.filter((child) => child.name === name);
	}

	/** Members of a container; several containers of one name are read as one. */
	list(container: string, member: string): Element[] {
		return this.all(container).flatMap((child) => child.all(member));
	}

	/** True when nothing is written inside the element. */
	get isBare(): boolean {
		return this.children.length === 0 && Object.keys(this.attributes).length === 0;
	}

	/** A copy with a row of attributes put over the element's own. */
	with(attributes: Record<string, string>): Element {
		return new Element(this.name, { ...this.attributes, ...attributes }, this.children);
	}
}
