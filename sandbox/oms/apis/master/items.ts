import type { Element } from '../../document/element';
import { defineApi } from '../../engine/api';
import type { Context } from '../../engine/context';
import { defineListApi } from '../../engine/list';
import { catalogOf, findItem } from '../../pipeline/items';
import { manageItem } from '../../pipeline/manageItem';

const header = 'ItemKey="" ItemID="" UnitOfMeasure="" OrganizationCode="" ItemGroupCode="" GlobalItemID=""';

const groups = '<PrimaryInformation/><InventoryParameters/><ClassificationCodes/>';

/** Many items, each by its own Action; void [captured: HTTP 204]. */
export const manageItemApi = defineApi({
	name: 'manageItem',
	root: 'ItemList',
	kind: 'write',
	run(context, input) {
		for (const item of input.all('Item')) manageItem(context, item);
		return undefined;
	},
});

/** CallingOrganizationCode stands for the catalog of that organization. */
function inCatalog(context: Context, input: Element): Element {
	const calling = input.get('CallingOrganizationCode');
	if (!calling || input.get('OrganizationCode')) return input;
	return input.with({ OrganizationCode: catalogOf(context, calling) });
}

/**
 * Items by own columns and by groups, aliases, categories, attributes and extension columns; none: empty
 * list.
 */
export const getItemList = defineListApi({
	name: 'getItemList',
	root: 'Item',
	template: `<ItemList TotalItemList=""><Item ${header}>${groups}</Item></ItemList>`,
	total: 'TotalItemList',
	prepare: inCatalog,
});

/** One item with everything that belongs to it. @throws YCM0033, YCM0031 */
export const getItemDetails = defineApi({
	name: 'getItemDetails',
	root: 'Item',
	kind: 'read',
	template: `<Item
		${header}>${groups}<ItemAliasList/><AlternateUOMList/><AdditionalAttributeList/><CategoryList/>
		<Components/><ItemInstructionList/><LanguageDescriptionList/></Item>`,
	run: (context, input) => context.project('Item', findItem(context, inCatalog(context, input))),
});
