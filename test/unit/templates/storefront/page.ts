import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

export const SOURCE = resolve(__dirname, '../../../../templates/storefront/sterling-stock.js');

/** The least of a page that the component needs: elements with text, attributes, children and listeners. */
export class FakeElement {
	children: FakeElement[] = [];
	attributes = new Map<string, string>();
	hidden = false;
	disabled = false;
	value = '';
	isConnected = false;
	shadowRoot?: FakeElement;
	activeElement?: FakeElement;
	private text = '';
	private readonly listeners = new Map<string, Array<(event: object) => void>>();

	constructor(readonly tag = 'sterling-stock') {}

	get textContent(): string {
		return this.text + this.children.map(({ textContent }) => textContent).join(' ');
	}

	set textContent(text: string) {
		this.text = text;
		this.children = [];
	}

	set innerHTML(_markup: string) {
		throw new Error('Markup would let a response inject elements');
	}

	append(...children: FakeElement[]) {
		this.children.push(...children);
	}

	replaceChildren(...children: FakeElement[]) {
		this.textContent = '';
		this.children = children;
	}

	contains(other: FakeElement | undefined): boolean {
		return other !== undefined && (other === this || this.children.some((child) => child.contains(other)));
	}

	getAttribute(name: string) {
		return this.attributes.get(name) ?? null;
	}

	setAttribute(name: string, value: unknown) {
		const before = this.getAttribute(name);
		this.attributes.set(name, String(value));
		this.attributeChangedCallback?.(name, before, String(value));
	}

	removeAttribute(name: string) {
		this.attributes.delete(name);
	}

	addEventListener(name: string, listener: (event: object) => void) {
		this.listeners.set(name, [...(this.listeners.get(name) ?? []), listener]);
	}

	dispatchEvent(event: { type: string; isPrevented?: boolean }): boolean {
		for (const listener of this.listeners.get(event.type) ?? []) listener(event);
		return event.isPrevented !== true;
	}

	click() {
		if (!this.disabled) this.dispatchEvent({ type: 'click' });
	}

	attachShadow() {
		return (this.shadowRoot = new FakeElement('shadow'));
	}

	/** Of the element whose root has the focus in it. */
	focus = (): void => undefined;

	closest() {
		return { lang: this.getAttribute('language') ?? 'en' };
	}

	querySelector() {
		return undefined;
	}

	/** All elements of a tag, at any depth. */
	all(tag: string): FakeElement[] {
		return this.children.flatMap((child) => [...(child.tag === tag ? [child] : []), ...child.all(tag)]);
	}

	attributeChangedCallback?(name: string, before: string | null, after: string): void;
}

class FakeEvent {
	constructor(
		readonly type: string,
		readonly init: { detail: object },
	) {}
}

class FakeSheet {
	replaceSync() {
		return undefined;
	}
}

export interface Component extends FakeElement {
	connectedCallback(): void;
	disconnectedCallback(): void;
	load(): Promise<void>;
	sections: Record<'stock' | 'stores' | 'delivery', FakeElement>;
	form: FakeElement;
	field: FakeElement;
}

interface Module {
	TEXTS: Record<string, string>;
	fill: (text: string, values: object) => string;
	timeLeft: (until: number, now: number) => object | undefined;
	SterlingStock: { new (): Component; observedAttributes: string[] };
}

/** The module with a page around it; `fetch` is what the page's browser would do. */
export function load(fetch: (url: URL, init: { signal: AbortSignal }) => Promise<unknown>): Module {
	const source = readFileSync(SOURCE, 'utf8').replace(/^export /gm, '');
	const page = {
		document: { baseURI: 'https://shop.example/mug', createElement: (tag: string) => new FakeElement(tag) },
	};
	const names = ['globalThis', 'document', 'fetch', 'CustomEvent', 'CSSStyleSheet'];
	const globals = [{ HTMLElement: FakeElement }, page.document, fetch, FakeEvent, FakeSheet];
	return new Function(...names, `${source}\nreturn { TEXTS, fill, timeLeft, SterlingStock };`)(...globals) as Module;
}
