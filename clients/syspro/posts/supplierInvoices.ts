import { ServiceError } from '../../../kit/errors';
import type { Reader } from '../reader';
import { decimal, isSameNumber } from '../values';
import type { SupplierInvoiceInput } from '../inputs';

/** An invoice of accounts payable. */
export interface EnteredInvoice {
	/** The value that it was entered with; credit notes may be negative. */
	value: string | null;
}

/**
 * The invoice that a supplier has under a number: null where there is none, undefined where the site does not show the
 * table ApInvoice. Its key is supplier and invoice; OrigInvValue is what was entered.
 * @throws ServiceError where the reading itself fails
 */
export async function enteredInvoice(
	reader: Reader,
	supplier: string,
	invoice: string,
): Promise<EnteredInvoice | null | undefined> {
	const conditions = [
		{ column: 'Supplier', operator: 'eq' as const, value: supplier },
		{ column: 'Invoice', operator: 'eq' as const, value: invoice },
	];
	const query = { conditions, select: ['Supplier', 'Invoice', 'OrigInvValue'], orderby: ['Supplier'] };
	try {
		for await (const { records } of reader.table('ApInvoice', { ...query, limit: 1 })) {
			if (records.length > 0) return { value: decimal(records[0], 'OrigInvValue') };
		}
		return null;
	} catch (error) {
		if (error instanceof ServiceError && ['notFound', 'invalidInput', 'configuration'].includes(error.category)) {
			return undefined;
		}
		throw error;
	}
}

/** Whether what is entered is what was posted: the same amount, whatever the sign of a credit note. */
export function isEntered({ value }: EnteredInvoice, { value: posted }: SupplierInvoiceInput): boolean {
	const bare = (amount: string) => amount.replace(/^-/, '');
	return value !== null && isSameNumber(bare(value), bare(posted));
}
