import type { SysproRecord } from '../../../clients/syspro';
import { chargeOf, lineOf, sorted } from './lines';
import { partyOf } from './parties';
import { pricing } from './pricing';
import type { EdiSettings } from './settings';
import { codeFor, currencyFor, filled, needed, type Form } from './values';

/**
 * The 850 of a purchase order: we buy, so our stock code is the buyer's part number.
 * @throws TypeError for what an 850 cannot do without, and for a currency without an ISO code
 */
export function purchaseOrderForm(record: SysproRecord<'purchaseOrder'>, settings: EdiSettings): Form {
	const { header, parties, lines } = record;
	const name = `Purchase order ${header.purchaseOrder}`;
	const { goods, charges, comments } = sorted(
		lines.filter((line) => !isCancelled(line)),
		name,
	);
	if (goods.length === 0) throw new TypeError(`${name} has no line with goods`);
	return filled({
		type: 'purchaseOrder',
		number: codeFor(header.purchaseOrder, settings),
		date: needed(header.orderDate ?? header.printedDate ?? header.memoDate, 'date', name),
		currency: currencyFor(header.currency ?? undefined, settings),
		contacts: header.buyer ? [{ role: 'buyer', name: header.buyer.trim() }] : [],
		dates: filled({ deliveryRequested: header.dueDate }),
		notes: notesOf([header.shippingInstructions?.trim() ?? '', ...comments]),
		parties: filled({
			vendor: partyOf(parties.supplier, 'assignedByBuyer', settings),
			shipTo: partyOf(
				parties.shipTo && { ...parties.shipTo, id: parties.shipTo.id ?? header.warehouse },
				'assignedByBuyer',
				settings,
			),
		}),
		charges: charges.map((line) => chargeOf(line, settings)),
		lines: goods.map(({ line, comments: own }) =>
			filled({
				...lineOf(line, 'buyer', settings),
				...pricing(line, name, settings),
				dates: filled({ deliveryRequested: line.dueDate ?? header.dueDate }),
				messages: own,
			}),
		),
	});
}

/** Whether a line was closed before anything of it came: it is no part of the order any more. */
const isCancelled = ({ isComplete, quantityReceived }: SysproRecord<'purchaseOrder'>['lines'][number]): boolean =>
	isComplete && (quantityReceived === null || quantityReceived === undefined || /^0*(\.0*)?$/.test(quantityReceived));

/** Texts of the whole document, in one note. */
export function notesOf(texts: readonly string[]): Form[] {
	const messages = texts.filter((text) => text !== '');
	return messages.length > 0 ? [{ messages }] : [];
}
