import { containerOf } from '../../../clients/oms/customFields/field';
import type { Shape } from './shape';

/**
 * The shape with the custom fields that the user chose. An id may begin with the element of a list, such as
 * `OrderLine.Extn.ExtnGiftWrap`. Where none is chosen for a document or its lines, the shape's own stay, unless
 * `onlyChosen`.
 */
export function withCustomFields(shape: Shape, chosen: readonly string[], onlyChosen: boolean): Shape {
	const own = chosen.filter((id) => containerOf(id) !== undefined);
	const below = (path: string) => {
		const prefix = `${path.slice(path.lastIndexOf('.') + 1)}.`;
		return chosen.filter((id) => id.startsWith(prefix)).map((id) => id.slice(prefix.length));
	};
	const inner = <T extends { path: string; shape: Shape }>(children: Readonly<Record<string, T>> | undefined) =>
		Object.fromEntries(
			Object.entries(children ?? {}).map(([name, child]) => [
				name,
				{ ...child, shape: withCustomFields(child.shape, below(child.path), onlyChosen) },
			]),
		);
	return {
		...shape,
		custom: own.length > 0 ? own : onlyChosen ? [] : shape.custom,
		elements: inner(shape.elements),
		lists: inner(shape.lists),
	};
}
