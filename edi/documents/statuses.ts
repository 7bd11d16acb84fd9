import type { CodeTable } from './tables/codes';

/**
 * Meanings of BAK02 and BCA02 (element 587), and of ACK01 (element 668). They are from memory of the standard, so the
 * code is in the form beside its meaning. The first code of a meaning is the one that is written for it.
 */
export const ACKNOWLEDGEMENT_STATUSES: CodeTable = {
	AD: 'accepted',
	AK: 'accepted',
	AT: 'accepted',
	AC: 'changed',
	AE: 'changed',
	AH: 'held',
	RD: 'rejected',
	RF: 'rejected',
	RJ: 'rejected',
};

export const LINE_STATUSES: CodeTable = {
	IA: 'accepted',
	AC: 'accepted',
	AR: 'accepted',
	IB: 'backOrdered',
	BP: 'partlyBackOrdered',
	IC: 'changed',
	ID: 'deleted',
	IE: 'pricePending',
	SP: 'schedulePending',
	IH: 'onHold',
	IP: 'priceChanged',
	IQ: 'quantityChanged',
	DR: 'rescheduled',
	IR: 'rejected',
	R1: 'rejected',
	R2: 'rejected',
	R3: 'rejected',
	R4: 'rejected',
	R5: 'rejected',
	R6: 'rejected',
	R7: 'rejected',
	R8: 'rejected',
	IS: 'substituted',
};

/** The meaning of a status code of the standard, or `unknown` for a code that the table does not have. */
export function meaningOf(table: CodeTable, code: unknown): string {
	return typeof code === 'string' && Object.hasOwn(table, code) ? table[code] : 'unknown';
}
