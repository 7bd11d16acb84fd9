import type { Line, SysproRecord } from '../../../clients/syspro';
import type { EdiSettings } from './settings';
import { formOf, textOf, type Form } from './values';

const plain = (text: string) => text.trim().replace(/^0+(?=.)/, '');

/**
 * The line of our purchase order that a partner's line is about: by its number where its item agrees or says nothing, else
 * by an item number that only one line has.
 */
export function orderLineOf(
	{ lines }: SysproRecord<'purchaseOrder'>,
	line: Form,
	{ buyerPartName, vendorPartName }: EdiSettings,
): Line | undefined {
	const goods = lines.filter(({ kind }) => kind === 'stocked' || kind === 'nonStocked');
	const ids = formOf(line.itemIds);
	const [own, theirs] = [textOf(ids[buyerPartName]), textOf(ids[vendorPartName])];
	const isItem = ({ stockCode, partnerPartNumber }: Line) =>
		(own !== undefined && stockCode !== null && plain(stockCode) === plain(own)) ||
		(theirs !== undefined && partnerPartNumber !== null && plain(partnerPartNumber) === plain(theirs));
	const saysNothing = own === undefined && theirs === undefined;
	const number = textOf(line.number);
	const numbered = goods.filter((each) => number !== undefined && plain(each.line) === plain(number));
	if (numbered.length === 1 && (saysNothing || isItem(numbered[0]))) return numbered[0];
	const sameItem = goods.filter(isItem);
	return sameItem.length === 1 ? sameItem[0] : undefined;
}
