import { valueOf } from '../access';
import type { Interchange, Party, Reading, Segment, TransactionSet } from '../tree';
import { statusOf, type AcknowledgementStatus } from './codes';

/** An element that the partner found wrong: AK4 or IK4. */
interface ReceivedElementError {
	element: number;
	component?: number;
	/** Number of the data element. */
	reference?: string;
	/** AK403. */
	code: string;
	value?: string;
}

/** A segment that the partner found wrong: AK3 or IK3. */
interface ReceivedSegmentError {
	segment: string;
	/** Position in the set, ST is 1. */
	position: number;
	loop?: string;
	/** AK304. */
	code?: string;
	elements: ReceivedElementError[];
}

/** What an acknowledgement says of one set: AK2 to AK5. */
export interface ReceivedSet {
	id: string;
	controlNumber: string;
	/** AK501 or IK501. */
	code: string;
	status: AcknowledgementStatus;
	/** AK502 and on. */
	errorCodes: string[];
	errors: ReceivedSegmentError[];
}

/** A 997 or 999 that was received. */
export interface FunctionalAcknowledgement {
	type: '997' | '999';
	/** Who sent it: the receiver of our interchange. */
	from: Party;
	/** AK101. */
	functionalId: string;
	/** AK102: GS06 of our group. */
	groupControlNumber: string;
	/** AK901. */
	code: string;
	status: AcknowledgementStatus;
	/** AK902 to AK904: sets as our GE01 says, received, accepted. */
	counts: { stated: number; received: number; accepted: number };
	/** AK905 and on. */
	errorCodes: string[];
	/** The sets that it lists; partners leave accepted ones out. */
	sets: ReceivedSet[];
}

/** A TA1 that was received. */
export interface InterchangeAcknowledgement {
	type: 'TA1';
	from: Party;
	/** ISA13 of our interchange. */
	interchangeControlNumber: string;
	/** ISA09 and ISA10 of our interchange. */
	date: string;
	time: string;
	/** TA104. */
	code: string;
	status: AcknowledgementStatus;
	/** TA105, e.g. `000`. */
	note: string;
}

export type ReceivedAcknowledgement = FunctionalAcknowledgement | InterchangeAcknowledgement;

/** The acknowledgements in what was read, in the order of the file; other sets beside them are passed over. */
export function acknowledgementsIn(part: Reading | Interchange): ReceivedAcknowledgement[] {
	const found: ReceivedAcknowledgement[] = [];
	for (const { acknowledgements, groups, sender } of 'interchanges' in part ? part.interchanges : [part]) {
		for (const segment of acknowledgements) found.push(readTa1(segment, sender));
		for (const { transactions } of groups)
			for (const transaction of transactions)
				if (transaction.id === '997' || transaction.id === '999') found.push(readFunctional(transaction, sender));
	}
	return found;
}

function readTa1(segment: Segment, from: Party): InterchangeAcknowledgement {
	const [interchangeControlNumber, date, time, code, note] = [1, 2, 3, 4, 5].map((one) => valueOf(segment, one).trim());
	return { type: 'TA1', from, interchangeControlNumber, date, time, code, status: statusOf(code), note };
}

function readFunctional({ id, segments }: TransactionSet, from: Party): FunctionalAcknowledgement {
	const result: FunctionalAcknowledgement = {
		type: id as '997' | '999',
		from,
		functionalId: '',
		groupControlNumber: '',
		code: '',
		status: 'unknown',
		counts: { stated: 0, received: 0, accepted: 0 },
		errorCodes: [],
		sets: [],
	};
	let set: ReceivedSet | undefined;
	for (const segment of segments) {
		const value = (element: number) => valueOf(segment, element).trim();
		switch (segment.id) {
			case 'AK1':
				result.functionalId = value(1);
				result.groupControlNumber = value(2);
				break;
			case 'AK2':
				set = { id: value(1), controlNumber: value(2), code: '', status: 'unknown', errorCodes: [], errors: [] };
				result.sets.push(set);
				break;
			case 'AK3':
			case 'IK3':
				set?.errors.push({
					segment: value(1),
					position: Number(value(2)),
					...optional('loop', value(3)),
					...optional('code', value(4)),
					elements: [],
				});
				break;
			case 'AK4':
			case 'IK4':
				set?.errors.at(-1)?.elements.push({
					element: Number(value(1)),
					...(valueOf(segment, 1, 2) === '' ? {} : { component: Number(valueOf(segment, 1, 2)) }),
					...optional('reference', value(2)),
					code: value(3),
					...optional('value', value(4)),
				});
				break;
			case 'AK5':
			case 'IK5':
				if (set) Object.assign(set, { code: value(1), status: statusOf(value(1)), errorCodes: codesFrom(segment, 2) });
				break;
			case 'AK9':
				result.code = value(1);
				result.status = statusOf(value(1));
				result.counts = { stated: Number(value(2)), received: Number(value(3)), accepted: Number(value(4)) };
				result.errorCodes = codesFrom(segment, 5);
		}
	}
	return result;
}

const optional = <K extends string>(key: K, value: string) =>
	(value === '' ? {} : { [key]: value }) as Partial<Record<K, string>>;

const codesFrom = (segment: Segment, first: number): string[] =>
	segment.elements.slice(first - 1).flatMap((_, index) => valueOf(segment, first + index).trim() || []);
