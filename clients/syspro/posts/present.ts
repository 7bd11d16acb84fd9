import { ServiceError } from '../../../kit/errors';
import type { PostResult } from '../api';
import type { ReceiptInput, SalesOrderInput, SupplierInvoiceInput } from '../inputs';
import { bookedIn, keysOf, type Grn } from './receipts';
import { result } from './results';
import { isEntered, type EnteredInvoice } from './supplierInvoices';

/** What to do with a document that SYSPRO has already. */
type WhenExists = 'return' | 'refuse';

/** A sales order that is there already. @throws ServiceError `duplicate` */
export function salesOrderBefore(
	numbers: readonly string[],
	whenExists: WhenExists,
	{ customer, customerPoNumber }: SalesOrderInput,
): PostResult {
	return existing(
		numbers.map((SalesOrder) => ({ SalesOrder })),
		whenExists,
		`Customer ${customer} already has an order with the number ${customerPoNumber}: ${numbers.join(', ')}.`,
	);
}

/** A receipt that is booked already; undefined for one that is not. @throws ServiceError `duplicate` */
export function receiptBefore(grns: readonly Grn[] | undefined, receipt: ReceiptInput): PostResult | undefined {
	const { whenExists = 'return', items } = receipt;
	const booked = grns && whenExists !== 'book' ? bookedIn(grns, receipt) : 'none';
	if (booked !== 'all' && booked !== 'some') return undefined;
	const keys = keysOf(grns ?? [], receipt);
	const named = keys.map(({ Grn }) => Grn).join(', ');
	const notes = [...new Set(items.map(({ deliveryNote }) => deliveryNote))].join(', ');
	const what = booked === 'all' ? 'was already received' : 'was already received with other lines or quantities';
	return existing(
		keys,
		booked === 'all' && whenExists === 'return' ? 'return' : 'refuse',
		`Delivery note ${notes} ${what}: goods received note ${named}.`,
	);
}

/** A supplier's invoice that is there already. @throws ServiceError `duplicate` */
export function invoiceBefore(entered: EnteredInvoice, invoice: SupplierInvoiceInput): PostResult {
	const { supplier, invoice: number, whenExists = 'return', value } = invoice;
	const isSame = isEntered(entered, invoice);
	const over = isSame ? '' : ` over ${entered.value ?? 'an unknown value'}, not ${value}`;
	return existing(
		[{ Supplier: supplier, Invoice: number }],
		isSame && whenExists === 'return' ? 'return' : 'refuse',
		`Supplier ${supplier} already has the invoice ${number}${over}.`,
	);
}

function existing(keys: PostResult['keys'], whenExists: WhenExists, message: string): PostResult {
	if (whenExists === 'return') return result('existing', false, keys);
	const names = Object.keys(keys[0] ?? {});
	throw new ServiceError('duplicate', message, {
		hint: 'Nothing was sent.',
		attributes: Object.fromEntries(names.map((name) => [name, keys.map((key) => key[name]).join(', ')])),
		effect: 'none',
	});
}
