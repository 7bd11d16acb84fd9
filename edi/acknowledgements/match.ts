import { isSameNumber, plainNumber } from '../values/controlNumber';
import type { AcknowledgementStatus } from './codes';
import type {
	FunctionalAcknowledgement,
	InterchangeAcknowledgement,
	ReceivedAcknowledgement,
	ReceivedSet,
} from './received';

/** A document that was sent, as it was noted when its interchange was written. */
export interface SentDocument {
	/** The receiver of the interchange: ISA08, and ISA07 where it was noted. */
	partner: { id: string; qualifier?: string };
	/** GS01. */
	functionalId: string;
	/** GS06. */
	groupControlNumber: string;
	/** ST02. */
	controlNumber: string;
	/** ISA13; a TA1 is matched by it. */
	interchangeControlNumber?: string;
}

/** What one acknowledgement says of a document. */
export interface DocumentAcknowledgement {
	acknowledgement: ReceivedAcknowledgement;
	status: AcknowledgementStatus;
	/** What is said of the set itself, where it is listed. */
	set?: ReceivedSet;
	/** AK9 and AK5 say the contrary of each other; AK9 counts. */
	isContradictory: boolean;
}

interface MatchedDocument<T extends SentDocument> {
	document: T;
	/** What the last acknowledgement says; a TA1 alone does not accept a document. */
	status: AcknowledgementStatus | 'unacknowledged';
	/** All acknowledgements of the document, in the order in which they were received. */
	acknowledgements: DocumentAcknowledgement[];
}

interface Matching<T extends SentDocument> {
	/** Every document that was given, in its order. */
	documents: Array<MatchedDocument<T>>;
	/** Acknowledgements of nothing that was given. */
	unmatched: ReceivedAcknowledgement[];
}

/**
 * Matches acknowledgements to documents that were sent: a 997 or 999 by partner, functional id, GS06 and, where it lists
 * sets, ST02; a TA1 by partner and ISA13. Numbers are compared as numbers, since partners drop leading zeros.
 *
 * The group decides over the set: a rejected group rejects its sets whatever AK5 says.
 *
 * @example
 * const { documents, unmatched } = matchAcknowledgements(sent, acknowledgementsIn(read(text)));
 */
export function matchAcknowledgements<T extends SentDocument>(
	sent: readonly T[],
	received: readonly ReceivedAcknowledgement[],
): Matching<T> {
	const documents = sent.map((document): MatchedDocument<T> => {
		return { document, status: 'unacknowledged', acknowledgements: [] };
	});
	const byKey = new Map<string, Array<MatchedDocument<T>>>();
	for (const one of documents) for (const key of keysOf(one.document)) push(byKey, key, one);
	const unmatched: ReceivedAcknowledgement[] = [];
	for (const acknowledgement of received) {
		const found = (byKey.get(keyOf(acknowledgement)) ?? []).filter(
			({ document: { partner } }) => !partner.qualifier || partner.qualifier === acknowledgement.from.qualifier,
		);
		for (const one of found) note(one, acknowledgement);
		if (found.length === 0) unmatched.push(acknowledgement);
	}
	return { documents, unmatched };
}

const groupKey = (partner: string, functionalId: string, controlNumber: string) =>
	JSON.stringify(['group', partner.trim(), functionalId, plainNumber(controlNumber)]);
const interchangeKey = (partner: string, controlNumber: string) =>
	JSON.stringify(['interchange', partner.trim(), plainNumber(controlNumber)]);

function keysOf({ partner, functionalId, groupControlNumber, interchangeControlNumber }: SentDocument): string[] {
	const keys = [groupKey(partner.id, functionalId, groupControlNumber)];
	if (interchangeControlNumber) keys.push(interchangeKey(partner.id, interchangeControlNumber));
	return keys;
}

function keyOf(received: ReceivedAcknowledgement): string {
	return received.type === 'TA1'
		? interchangeKey(received.from.id, received.interchangeControlNumber)
		: groupKey(received.from.id, received.functionalId, received.groupControlNumber);
}

/** Notes what the acknowledgement says of the document. */
function note<T extends SentDocument>(one: MatchedDocument<T>, acknowledgement: ReceivedAcknowledgement): void {
	const said = acknowledgement.type === 'TA1' ? ofInterchange(acknowledgement) : ofGroup(acknowledgement, one.document);
	one.acknowledgements.push(said);
	const isOnlyReceived = acknowledgement.type === 'TA1' && said.status !== 'rejected';
	if (!isOnlyReceived) one.status = said.status;
}

function ofInterchange(acknowledgement: InterchangeAcknowledgement): DocumentAcknowledgement {
	return { acknowledgement, status: acknowledgement.status, isContradictory: false };
}

function ofGroup(acknowledgement: FunctionalAcknowledgement, document: SentDocument): DocumentAcknowledgement {
	const { sets, status: group } = acknowledgement;
	const set =
		sets.find(({ controlNumber }) => controlNumber === document.controlNumber) ??
		sets.find(({ controlNumber }) => isSameNumber(controlNumber, document.controlNumber));
	const ofSet = set?.status ?? unlisted(acknowledgement);
	const isDecided = group === 'accepted' || group === 'rejected';
	return {
		acknowledgement,
		status: isDecided ? group : ofSet,
		...(set ? { set } : {}),
		isContradictory: isDecided && set !== undefined && isRejected(set.status) !== (group === 'rejected'),
	};
}

const isRejected = (status: AcknowledgementStatus) => status === 'rejected';

/** A set that is not listed was accepted where the list accounts for all that were not. */
function unlisted({ status, sets, counts }: FunctionalAcknowledgement): AcknowledgementStatus {
	const rejected = sets.filter((one) => isRejected(one.status)).length;
	const isAccountedFor = counts.received - counts.accepted === rejected;
	if (status === 'acceptedWithErrors') return 'acceptedWithErrors';
	return status === 'partiallyAccepted' && isAccountedFor ? 'accepted' : 'unknown';
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
	const list = map.get(key);
	if (list) list.push(value);
	else map.set(key, [value]);
}
