/**
 * What a text of XML has had so far. Rows follow one another with the same elements and attributes in the same order, so
 * that what comes next is found by a comparison, without taking a name out of the text and looking it up.
 */
export class UsualElements {
	/** How many names of elements and of their attributes are kept. */
	names = 0;
	private readonly byName = new Map<string, UsualElement>();
	private last?: UsualElement;

	/** The element that came next last time, where its start tag is at this place again. */
	expectedAt(text: string, at: number): UsualElement | undefined {
		const expected = this.last?.next;
		if (expected === undefined || !text.startsWith(expected.start, at)) return undefined;
		const code = text.charCodeAt(at + expected.start.length);
		// A blank, a line feed, a tab, a slash or ">": otherwise the name is longer.
		if (code !== 0x20 && code !== 0x3e && code !== 0x2f && code !== 0x0a && code !== 0x09) return undefined;
		this.last = expected;
		return expected;
	}

	/** The element of this name, which comes next from now on. */
	named(name: string): UsualElement {
		const element = this.known(this.byName, name, () => new UsualElement(name, this));
		if (this.last) this.last.next = element;
		this.last = element;
		return element;
	}

	known<T>(byName: Map<string, T>, name: string, make: () => T): T {
		const found = byName.get(name);
		if (found !== undefined) return found;
		const made = make();
		byName.set(name, made);
		this.names++;
		return made;
	}
}

/** An element by its name, with the attributes that elements of this name have had. */
export class UsualElement {
	readonly start: string;
	readonly end: string;
	/** Stands before the first attribute. */
	readonly head = new UsualAttribute('');
	next?: UsualElement;
	private readonly byName = new Map<string, UsualAttribute>();

	constructor(
		readonly name: string,
		private readonly all: UsualElements,
	) {
		this.start = `<${name}`;
		this.end = `</${name}`;
	}

	/** The attribute of this name, which comes after `previous` from now on. */
	attribute(name: string, previous: UsualAttribute): UsualAttribute {
		const attribute = this.all.known(this.byName, name, () => new UsualAttribute(name));
		previous.next = attribute;
		return attribute;
	}
}

/** An attribute of an element by its name. */
class UsualAttribute {
	/** How it starts where it is written with one blank and a double quote. */
	readonly start: string;
	next?: UsualAttribute;
	/** Number of the start tag that had it last. */
	tag = 0;

	constructor(readonly name: string) {
		this.start = ` ${name}="`;
	}
}
