import type { Line, SysproRecord } from '../../../clients/syspro';
import { decimal, decimalText } from '../../../edi/documents/decimal';
import { absolute, chargeOf, isZero, lineOf, sorted } from './lines';
import { partyOf } from './parties';
import { pricing } from './pricing';
import { notesOf } from './purchaseOrder';
import type { EdiSettings } from './settings';
import { codeFor, currencyFor, filled, needed, type Form } from './values';

/**
 * The 810 of an invoice or credit note: we sell, so our stock code is the vendor's part number. The amounts of a credit
 * note are positive, for its type carries the sign. SYSPRO's total wins over the sum of the lines: it is the books that
 * count.
 * @throws TypeError for what an 810 cannot do without
 */
export function invoiceForm(record: SysproRecord<'invoice'>, settings: EdiSettings): Form {
	const { header, parties, lines, totals } = record;
	const name = `${header.isCreditNote ? 'Credit note' : 'Invoice'} ${header.invoice}`;
	const { goods, charges, comments } = sorted(lines, name);
	const isTurned = header.isCreditNote && isKeptNegative(record);
	const unsigned = (line: Line): Line => (isTurned ? turnedLine(line) : line);
	return filled({
		type: header.isCreditNote ? 'creditNote' : 'invoice',
		number: codeFor(header.invoice, settings),
		date: needed(header.invoiceDate, 'date', name),
		orderNumber: header.customerPoNumber,
		currency: currencyFor(header.currency ?? undefined, settings),
		references: filled({
			vendorOrder: header.salesOrder === null ? undefined : codeFor(header.salesOrder, settings),
			packingList: header.dispatchNote === null ? undefined : codeFor(header.dispatchNote, settings),
		}),
		notes: notesOf(comments),
		paymentTerms: header.dueDate === null ? [] : [{ type: '05', netDueDate: header.dueDate }],
		parties: filled({
			billTo: partyOf(parties.soldTo ?? parties.customer, 'assignedBySeller', settings),
			shipTo: partyOf(parties.shipTo, 'assignedBySeller', settings),
			remitTo: partyOf(parties.remitTo, 'assignedBySeller', settings),
		}),
		lines: goods
			.map(({ line }) => unsigned(line))
			.map((line) => filled({ ...lineOf(line, 'seller', settings), ...ofLine(line, name, settings) })),
		charges: [...charges.map(unsigned).map((line) => chargeOf(line, settings)), ...headerCharges(record, settings)],
		taxes: taxesOf(totals.tax, settings),
		total: totals.total === null ? undefined : signless(totals.total, header.isCreditNote),
	});
}

/** IT1 wants quantity, unit and price together. */
function ofLine(line: Line, name: string, settings: EdiSettings): Form {
	const priced = pricing(line, name, settings);
	if (priced.price !== undefined || line.value === null || line.quantity === null || isZero(line.quantity)) {
		return priced;
	}
	// Sales history has the net value of a line and no price of a unit.
	return { price: decimalText(decimal(line.value).div(decimal(line.quantity)).round(6)) };
}

/** Freight and charges that SYSPRO says for the whole invoice, where no line has them. */
function headerCharges({ lines, totals, header }: SysproRecord<'invoice'>, settings: EdiSettings): Form[] {
	const has = (kind: Line['kind']) => lines.some((line) => line.kind === kind);
	const charge = (kind: 'freight' | 'miscellaneous', amount: string | null): Form[] => {
		if (amount === null || isZero(amount) || has(kind)) return [];
		const isFreight = kind === 'freight';
		return [
			{
				kind: amount.startsWith('-') && !header.isCreditNote ? 'allowance' : 'charge',
				code: isFreight ? settings.freightCode : settings.chargeCode,
				amount: absolute(amount),
				text: isFreight ? 'Freight' : 'Miscellaneous charges',
			},
		];
	};
	return [...charge('freight', totals.freight), ...charge('miscellaneous', totals.miscellaneous)];
}

function taxesOf(tax: string | null, { taxType }: EdiSettings): Form[] {
	return tax === null || isZero(tax) ? [] : [{ type: taxType, amount: absolute(tax) }];
}

const signless = (amount: string, isCredit: boolean): string => (isCredit ? absolute(amount) : amount);

/**
 * Whether SYSPRO keeps the credit note with minus signs: then all signs are turned, so that a line that runs against the
 * others still does.
 */
function isKeptNegative({ lines, totals }: SysproRecord<'invoice'>): boolean {
	const amounts = totals.total === null ? lines.map(({ value, quantity }) => value ?? quantity) : [totals.total];
	const sum = amounts.reduce((total, amount) => total.plus(amount === null ? 0 : decimal(amount)), decimal('0'));
	return sum.lt(0);
}

const turned = (amount: string | null) => (amount === null ? null : decimalText(decimal(amount).times(-1)));

const turnedLine = (line: Line): Line => ({ ...line, quantity: turned(line.quantity), value: turned(line.value) });
