import { Element } from '../document/element';

/** A document cut down to what an output template asks for; a bare template element stands for all. */
export function trim(output: Element, template: Element): Element {
	if (template.isBare) return output;
	const attributes = Object.entries(output.attributes).filter(([name]) => template.has(name));
	const children = output.children.flatMap((child) => {
		const wanted = template.child(child.name);
		return wanted ? [trim(child, wanted)] : [];
	});
	return new Element(output.name, Object.fromEntries(attributes), children);
}
