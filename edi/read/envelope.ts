import { valueOf } from '../access';
import type { Delimiters, Group, Interchange, Segment, TransactionSet } from '../tree';

/** The interchange that an ISA segment begins. */
export function interchangeOf(header: Segment, delimiters: Delimiters): Interchange {
	const value = (number: number) => valueOf(header, number).trim();
	return {
		authorization: { qualifier: value(1), information: value(2) },
		security: { qualifier: value(3), information: value(4) },
		sender: { qualifier: value(5), id: value(6) },
		receiver: { qualifier: value(7), id: value(8) },
		date: value(9),
		time: value(10),
		version: value(12),
		controlNumber: value(13),
		isAcknowledgementRequested: value(14) === '1',
		usage: value(15),
		delimiters,
		acknowledgements: [],
		groups: [],
		header,
		diagnostics: [],
	};
}

/** The functional group that a GS segment begins. */
export function groupOf(header: Segment): Group {
	const value = (number: number) => valueOf(header, number).trim();
	return {
		functionalId: value(1),
		sender: value(2),
		receiver: value(3),
		date: value(4),
		time: value(5),
		controlNumber: value(6),
		agency: value(7),
		version: value(8),
		transactions: [],
		header,
		diagnostics: [],
	};
}

/** The transaction set that an ST segment begins. */
export function transactionOf(header: Segment): TransactionSet {
	const value = (number: number) => valueOf(header, number).trim();
	const implementation = value(3);
	return {
		id: value(1),
		controlNumber: value(2),
		...(implementation === '' ? {} : { implementation }),
		segments: [],
		header,
		diagnostics: [],
	};
}
