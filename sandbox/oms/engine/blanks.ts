import { Element } from '../document/element';
import type { Behaviour } from '../options';

const customElements = new Set(['Extn', 'CustomAttributes']);

function rewrite(element: Element, blank: 'space' | 'absent'): Element {
	if (!customElements.has(element.name)) {
		return new Element(
			element.name,
			element.attributes,
			element.children.map((child) => rewrite(child, blank)),
		);
	}
	const attributes = Object.entries(element.attributes).flatMap(([name, value]) => {
		if (value !== '') return [[name, value]];
		return blank === 'space' ? [[name, ' ']] : [];
	});
	return new Element(element.name, Object.fromEntries(attributes) as Record<string, string>, element.children);
}

/**
 * Blank extension columns and dynamic attributes as the installation writes them: `""`, `" "` or not at all
 * (captures differ).
 */
export function writeBlanks(output: Element, blank: Behaviour['blankCustomFields']): Element {
	return blank === 'empty' ? output : rewrite(output, blank);
}
