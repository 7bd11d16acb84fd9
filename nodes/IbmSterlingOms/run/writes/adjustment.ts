import { childListOf } from '../../../../clients/oms/identities';
import { merge } from '../../../../kit/n8n/merge';
import { refuse } from '../../../../kit/n8n/refusal';
import { isElement, type Document } from '../../../../kit/xml/document';
import type { RunContext } from '../../operation';

/** adjustInventory takes a list; the fields describe one entry of it, a whole document may hold many. */
export function adjustment({ Item: items, ...one }: Document, context: RunContext): Document {
	const { OrganizationCode = context.defaults.enterpriseCode, ...entry } = one;
	const owned = (each: Document): Document => (OrganizationCode ? { OrganizationCode, ...each } : each);
	if (items === undefined) return { Item: [owned(entry)] };
	const list = [items].flat().filter(isElement);
	const { parameters } = context;
	const isList = parameters.choice('inputMode', 'fields') !== 'fields';
	if (isList) return { Item: withoutRivals(list.map(owned)) };
	// Of the fields and Additional Attributes: one item may be in both.
	const [only, ...more] = list;
	if (more.length > 0)
		refuse(
			'Additional Attributes: has several items, in addition to the one in the fields',
			'Set Input to Whole Document.',
		);
	return { Item: [owned(merge(only ?? {}, entry, childListOf))] };
}

/**
 * Sterling does not say in which order it carries the entries of a list out.
 * @throws Refusal where two of them set the same supply
 */
function withoutRivals(items: Document[]): Document[] {
	const names = ['OrganizationCode', 'ItemID', 'UnitOfMeasure', 'ProductClass', 'ShipNode', 'SupplyType'];
	const set = items.filter(({ AdjustmentType }) => AdjustmentType === 'ABSOLUTE');
	const keys = set.map((item) => names.map((name) => String(item[name] ?? '')).join(', '));
	const rival = set.find((_, i) => keys.indexOf(keys[i]) !== i);
	if (rival) {
		refuse(
			`two adjustments set the supply of ${String(rival.ItemID)} at ${String(rival.ShipNode ?? 'no node')}`,
			'Only one of them would count. Leave one out, or set Adjustment to Add or Subtract.',
		);
	}
	return items;
}
