import type { Element } from '../document/element';
import type { Context } from '../engine/context';
import type { Row } from '../store/entity';
import { refuse } from '../exception';

/** @throws SterlingException YCP0040 when there is no such organization */
export function organizationOf(context: Context, code: string): Row {
	const row = context.database.find('Organization', { OrganizationCode: code });
	if (!row) throw refuse('YCP0040', { OrganizationCode: code });
	return row;
}

/** The organization that keeps the catalog for another one; its own code when none is set. */
export function catalogOf(context: Context, code: string): string {
	return context.database.find('Organization', { OrganizationCode: code })?.CatalogOrganizationCode ?? code;
}

/** Attributes that name an item: catalog organization, item id and unit of measure. */
export function itemNames(input: Element): Record<string, string> {
	return {
		ItemID: input.get('ItemID'),
		OrganizationCode: input.get('OrganizationCode'),
		UnitOfMeasure: input.get('UnitOfMeasure'),
	};
}

/**
 * The item that an input names, by key or by its three names.
 * @throws SterlingException YCM0031 when one of the names is missing
 */
export function lookUpItem(context: Context, input: Element): Row | undefined {
	const key = input.get('ItemKey');
	if (key) return context.database.get('Item', key);
	const names = itemNames(input);
	if (!names.ItemID || !names.OrganizationCode || !names.UnitOfMeasure) throw refuse('YCM0031', names);
	return context.database.find('Item', { ...names, OrganizationCode: catalogOf(context, names.OrganizationCode) });
}

/** @throws SterlingException YCM0033 (MoreInfo as captured) when there is no such item, YCM0031 */
export function findItem(context: Context, input: Element): Row {
	const row = lookUpItem(context, input);
	if (!row) throw refuse('YCM0033', itemNames(input));
	return row;
}
