import type { Line, SysproRecord } from '../../../clients/syspro';
import { itemIdsOf, sorted } from './lines';
import { partyOf } from './parties';
import type { EdiSettings } from './settings';
import { codeFor, filled, needed, unitFor, type Form } from './values';

/** SYSPRO keeps the day of a dispatch and no time, and BSN04 has to be there. */
const TIME = '00:00';

/**
 * The 856 of a dispatch note: shipment, order, items. Lots of a line are items of their own, with the quantity of the
 * lot. Freight, charges and comments have no place in it.
 * @throws TypeError for what an 856 cannot do without
 */
export function shipNoticeForm(record: SysproRecord<'dispatchNote'>, settings: EdiSettings): Form {
	const { header, parties, lines } = record;
	const name = `Dispatch note ${header.dispatchNote}`;
	const { goods } = sorted(lines, name);
	if (goods.length === 0) throw new TypeError(`${name} has no line with goods`);
	const { actualDeliveryDate, plannedDeliveryDate } = header;
	return filled({
		type: 'shipNotice',
		number: codeFor(header.dispatchNote, settings),
		date: needed(actualDeliveryDate ?? plannedDeliveryDate, 'delivery date', name),
		time: TIME,
		shipment: filled({
			dates: filled({ shipped: actualDeliveryDate, deliveryEstimated: plannedDeliveryDate }),
			routing: header.shippingInstructions?.trim() ? [{ text: header.shippingInstructions.trim().slice(0, 35) }] : [],
			references: filled({
				packingList: codeFor(header.dispatchNote, settings),
				invoice: header.invoice === null ? undefined : codeFor(header.invoice, settings),
			}),
			parties: filled({
				buyer: partyOf(parties.customer ?? parties.soldTo, 'assignedBySeller', settings),
				shipTo: partyOf(parties.shipTo, 'assignedBySeller', settings),
			}),
			orders: [
				filled({
					orderNumber: needed(header.customerPoNumber, "customer's order number", name),
					references: filled({
						vendorOrder: header.salesOrder === null ? undefined : codeFor(header.salesOrder, settings),
					}),
					items: goods.flatMap(({ line }) => itemsOf(line, name, settings)),
				}),
			],
		}),
	});
}

/** One item for the line, or one for each lot. */
function itemsOf(line: Line, name: string, settings: EdiSettings): Form[] {
	const unit = needed(line.uom, 'unit', `${name}, line ${line.line},`);
	const item = (quantity: string | null, lot?: string) =>
		filled({
			number: line.line,
			itemIds: filled({ ...itemIdsOf(line, 'seller', settings), lot }),
			quantity: needed(quantity, 'quantity', `${name}, line ${line.line},`),
			unit: unitFor(unit, settings),
			...(line.quantityOrdered ? { orderedQuantity: line.quantityOrdered, orderedUnit: unitFor(unit, settings) } : {}),
			description: line.description?.trim(),
		});
	const lots = line.lots ?? [];
	return lots.length === 0 ? [item(line.quantity)] : lots.map(({ lot, quantity }) => item(quantity, lot));
}
