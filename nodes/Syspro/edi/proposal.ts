import type { Line, PurchaseOrderChange, PurchaseOrderLineChange, SysproRecord } from '../../../clients/syspro';
import { decimal, decimalText, sum } from '../../../edi/documents/decimal';
import { currencyDoubt } from './currency';
import { isSame } from './lines';
import { orderLineOf } from './lookup';
import { netPrice, priceAs } from './pricing';
import { otherPurpose } from './purpose';
import type { EdiSettings } from './settings';
import { filled, isSameUnit, listOf, textOf, type Form } from './values';

/** What a supplier says to one line of our purchase order. */
interface LineProposal {
	line: string | null;
	stockCode: string | null;
	/** accepted, changed, rejected … as the X12 node names them. */
	statuses: string[];
	/** What would change, with what it is now. */
	changes: Array<{ field: 'quantity' | 'price' | 'dueDate'; from: string | null; to: string }>;
	/** What a person has to decide. */
	questions: string[];
}

interface Proposal {
	purchaseOrder: string;
	supplier: string | null;
	/** accepted, changed, rejected, held or unknown: what the supplier says to the whole order. */
	status: string;
	sellerOrder?: string;
	lines: LineProposal[];
	/** Whether the supplier takes the order as it is. */
	isAcceptedAsIs: boolean;
	questions: string[];
	/** What could not be checked, a sentence. */
	doubt?: string;
	/** What would be posted; absent where nothing can be. */
	change?: PurchaseOrderChange;
}

const REFUSED = ['rejected', 'deleted'];
/** Statuses whose meaning is no value that could be taken over. */
const OPEN = ['substituted', 'onHold', 'pricePending', 'schedulePending', 'unknown'];

/**
 * What an 855 says to our purchase order, line by line, against what SYSPRO has now. Only quantity, price and date are
 * changes that can be taken over; whatever else the supplier says is a question for a person.
 */
export function proposalOf(form: Form, order: SysproRecord<'purchaseOrder'>, settings: EdiSettings): Proposal {
	const { header } = order;
	const status = textOf(form.status) ?? 'unknown';
	const purpose = otherPurpose(form);
	const doubt = currencyOf(form, order, settings);
	// Prices in another currency cannot be compared, and are no change that is clear.
	const said = listOf(form.lines).map((line) => (doubt?.differs ? { ...line, price: undefined } : line));
	const lines = said.map((line) => lineProposal(line, order, settings));
	const changes = lines.flatMap(changeOf);
	const questions = [
		...(status === 'rejected' ? ['The supplier rejects the order'] : []),
		...(status === 'held' ? ['The supplier holds the order'] : []),
		...(purpose === undefined ? [] : [`The purpose of the acknowledgement is "${purpose}"`]),
		...(doubt?.differs ? [`The acknowledgement ${doubt.text}`] : []),
		...(status === 'unknown' ? [`The acknowledgement type ${String(form.acknowledgementType)} is not known`] : []),
		...lines.flatMap(({ line, questions: own }) => own.map((text) => `Line ${line ?? '?'}: ${text}`)),
	];
	return {
		purchaseOrder: header.purchaseOrder,
		supplier: header.supplier,
		status,
		...(textOf(form.sellerOrder) ? { sellerOrder: textOf(form.sellerOrder) } : {}),
		lines,
		isAcceptedAsIs: status === 'accepted' && changes.length === 0 && questions.length === 0,
		questions,
		...(doubt && !doubt.differs ? { doubt: doubt.text } : {}),
		...(changes.length > 0 ? { change: { purchaseOrder: header.purchaseOrder, lines: changes } } : {}),
	};
}

/** Whether the prices of the acknowledgement are in another currency; one without prices has none. */
function currencyOf(form: Form, { header }: SysproRecord<'purchaseOrder'>, settings: EdiSettings) {
	const hasPrices = listOf(form.lines).some(({ price }) => textOf(price) !== undefined);
	const ours = { whose: `purchase order ${header.purchaseOrder}`, currency: header.currency };
	return hasPrices ? currencyDoubt(form, ours, settings) : undefined;
}

function lineProposal(line: Form, order: SysproRecord<'purchaseOrder'>, settings: EdiSettings): LineProposal {
	const present = orderLineOf(order, line, settings);
	const said = listOf(line.acknowledgements);
	const statuses = said.map(({ status }) => textOf(status) ?? 'unknown');
	const base = { line: present?.line ?? textOf(line.number) ?? null, stockCode: present?.stockCode ?? null, statuses };
	if (!present) return { ...base, changes: [], questions: ['the order has no such line'] };
	const questions = [
		...statuses.filter((each) => REFUSED.includes(each)).map((each) => `the supplier says "${each}"`),
		...statuses.filter((each) => OPEN.includes(each)).map((each) => `the supplier says "${each}"`),
		...otherUnits([line, ...said], present, settings).map((unit) => `the unit is ${unit}, not ${present.uom}`),
	];
	const kept = said.filter(({ status }) => !REFUSED.includes(textOf(status) ?? ''));
	const days = [...new Set(kept.map(({ date }) => textOf(date)).filter((day) => day !== undefined))];
	if (days.length > 1) questions.push(`it arrives on several days (${days.join(', ')})`);
	if (questions.length > 0) return { ...base, changes: [], questions };
	const changes: LineProposal['changes'] = [];
	const quantity = quantityOf(kept);
	if (quantity !== undefined && (present.quantity === null || !isSame(quantity, present.quantity))) {
		changes.push({ field: 'quantity', from: present.quantity, to: quantity });
	}
	const [price, ours] = [priceAs(present, line, settings), netPrice(present)];
	if (price === undefined && textOf(line.price) !== undefined && ours !== undefined) {
		const basis = textOf(line.priceBasis);
		const theirs = `${textOf(line.price)}${basis === undefined ? '' : ` (basis ${basis})`}`;
		questions.push(`the price is ${theirs}, ours ${ours} per ${present.priceUom ?? present.uom ?? 'unit'}`);
		return { ...base, changes: [], questions };
	}
	if (price !== undefined && ours !== undefined && !isSame(price, ours)) {
		if (present.discounts.length > 0) {
			questions.push(`the price is ${price}, ours ${ours} after discounts`);
			return { ...base, changes: [], questions };
		}
		changes.push({ field: 'price', from: ours, to: price });
	}
	if (days.length === 1 && days[0] !== present.dueDate) {
		changes.push({ field: 'dueDate', from: present.dueDate, to: days[0] });
	}
	return { ...base, changes, questions };
}

/** Units of a line (PO1) and of what is said to it (ACK) that are not that of our line. */
function otherUnits(forms: readonly Form[], { uom }: Line, settings: EdiSettings): string[] {
	if (uom === null) return [];
	const given = forms.map(({ unit }) => textOf(unit)).filter((unit) => unit !== undefined);
	return [...new Set(given.filter((unit) => !isSameUnit(unit, uom, settings)))];
}

/** What is promised in all; undefined where no acknowledgement says a quantity. */
function quantityOf(said: readonly Form[]): string | undefined {
	const quantities = said.map(({ quantity }) => textOf(quantity)).filter((quantity) => quantity !== undefined);
	return quantities.length === 0 ? undefined : decimalText(sum(quantities.map((each) => decimal(each))));
}

function changeOf({ line, stockCode, changes }: LineProposal): PurchaseOrderLineChange[] {
	if (changes.length === 0 || line === null) return [];
	const values = Object.fromEntries(changes.map(({ field, to }) => [field, to]));
	return [filled({ line, stockCode, ...values }) as unknown as PurchaseOrderLineChange];
}
