import { isGroupVersion, isInterchangeVersion } from '../check/envelope';
import { dictionaryFor } from '../dictionary/dictionary';
import type { Delimiters, Group, GroupContent, Interchange, InterchangeContent, Party } from '../tree';
import { numberAfter } from '../values/controlNumber';
import { DEFAULT_DELIMITERS } from '../write/delimiters';
import { applicationCode, interchange, interchangeVersion } from '../write/interchange';
import { acknowledgementSet, judgeGroup, type GroupJudgement } from './group';
import { judgeSet } from './set';
import { judgeInterchange, type InterchangeJudgement } from './ta1';

export interface AcknowledgeOptions {
	/** ISA13 of the acknowledgement. */
	controlNumber: string;
	/** GS06 of its first group; further groups count on. Default: {@link controlNumber}. */
	groupControlNumber?: string;
	/** CCYYMMDD. */
	date: string;
	/** HHMM. */
	time: string;
	/** `997` (default); `999` for implementation guides of 005010. */
	kind?: '997' | '999';
	/** ST03 of a 999, e.g. `005010X231A1`. */
	implementation?: string;
	/** Whether sets without errors are listed. Default true; many partners only want to hear of the others. */
	includesAccepted?: boolean;
	/** A set with errors in its segments: `reject` (default) or `accept` it with errors. */
	onErrors?: 'reject' | 'accept';
	/** A TA1 where the sender asks for it in ISA14 (`requested`, the default), always or never. */
	interchangeAcknowledgement?: 'requested' | 'always' | 'never';
	/** Whether the groups get a 997 or 999. Default true. */
	functionalAcknowledgement?: boolean;
}

/** What is sent back, and what it says. */
interface Acknowledged {
	/** Ready to write; nothing where there is nothing to acknowledge. */
	interchange?: InterchangeContent;
	/** The judgement of each group. */
	groups: GroupJudgement[];
	/** The judgement of the envelope. */
	envelope: InterchangeJudgement;
}

/**
 * Acknowledges a received interchange: a 997 (or 999) for each group, and a TA1 where it is asked for. Sender and
 * receiver change places, the separators and the version stay. Acknowledgements themselves (GS01 `FA`) are never
 * acknowledged.
 *
 * @example
 * const { interchange } = acknowledge(read(text).interchanges[0], { controlNumber: '7', date: '20261127', time: '1430' });
 * if (interchange) await send(write(interchange).text);
 */
export function acknowledge(received: Interchange, options: AcknowledgeOptions): Acknowledged {
	const isImplementation = options.kind === '999';
	const acceptsErrors = options.onErrors === 'accept';
	const envelope = judgeInterchange(received, acceptsErrors);
	const groups: GroupJudgement[] = [];
	const contents: GroupContent[] = [];
	for (const group of options.functionalAcknowledgement === false ? [] : received.groups) {
		if (group.functionalId === 'FA' || isNameless(group)) continue;
		const sets = group.transactions.map((one) => judgeSet(one, group, isImplementation, acceptsErrors));
		const judgement = judgeGroup(group, sets, isImplementation, options.includesAccepted ?? true);
		groups.push(judgement);
		const content = groupFor(group, received, contents, options);
		const number = String(content.transactions.length + 1).padStart(4, '0');
		content.transactions.push(acknowledgementSet(judgement, isImplementation, number, options.implementation));
	}
	const { interchangeAcknowledgement: when = 'requested' } = options;
	const hasTa1 = when === 'always' || (when === 'requested' && received.isAcknowledgementRequested);
	if (contents.length === 0 && !hasTa1) return { groups, envelope };
	return {
		groups,
		envelope,
		interchange: {
			...answerTo(received, options),
			acknowledgements: hasTa1 ? [envelope.segment] : [],
			groups: contents,
		},
	};
}

/** A group that AK1 cannot name, as where GS is missing: only the TA1 can speak of it. */
const isNameless = ({ functionalId, controlNumber }: Group) => functionalId + controlNumber === '';

/** The group that returns a received one: groups of the same partners and version are acknowledged in one. */
function groupFor(
	received: Group,
	around: Interchange,
	contents: GroupContent[],
	options: AcknowledgeOptions,
): GroupContent {
	// What the partner left out, cut short or made too long must not keep the acknowledgement from reaching them.
	const codeOf = (given: string, { id }: Party) => applicationCode(given !== '' && given.length <= 15 ? given : id);
	const sender = codeOf(received.receiver, around.receiver);
	const receiver = codeOf(received.sender, around.sender);
	const agency = /^[TX]$/.test(received.agency) ? received.agency : 'X';
	const version = versionFor(received.version, options);
	const found = contents.find(
		(one) => one.sender === sender && one.receiver === receiver && one.version === version && one.agency === agency,
	);
	if (found) return found;
	const content = {
		functionalId: 'FA',
		sender,
		receiver,
		date: options.date,
		time: options.time,
		controlNumber: numberAfter(options.groupControlNumber ?? options.controlNumber, contents.length),
		agency,
		version,
		transactions: [],
	};
	contents.push(content);
	return content;
}

/** GS08: that of the received group, where it is one. A 999 exists from 005010 on. */
function versionFor(received: string, { kind }: AcknowledgeOptions): string {
	const { version } = dictionaryFor(received);
	if (kind === '999' && version < '005010') return '005010';
	return isGroupVersion(received) ? received : version;
}

/** A partner as he can be addressed; what is wrong with his qualifier is said in the TA1. */
function addressable({ qualifier, id }: Party): Party {
	const capital = qualifier.toUpperCase();
	return { qualifier: /^[A-Z0-9]{2}$/.test(capital) ? capital : 'ZZ', id };
}

function answerTo(received: Interchange, options: AcknowledgeOptions): InterchangeContent {
	const [sender, receiver] = [addressable(received.sender), addressable(received.receiver)];
	const { usage } = received;
	const { controlNumber, date, time } = options;
	const version = versionFor(received.groups[0]?.version ?? '', options);
	const isKept = isInterchangeVersion(received.version) && options.kind !== '999';
	return {
		...interchange({ sender: receiver, receiver: sender, controlNumber, date, time, version, transactions: [] }),
		version: isKept ? received.version : interchangeVersion(version),
		usage: /^[PTI]$/.test(usage) ? usage : 'P',
		delimiters: usableDelimiters(received.delimiters),
	};
}

/** The separators of the partner, where they can be written. */
function usableDelimiters(delimiters: Delimiters): Delimiters {
	const { element, component, segment } = delimiters;
	if (component === '') return DEFAULT_DELIMITERS;
	const repetition =
		delimiters.repetition || ['^', '|', '!'].find((one) => ![element, component, segment].includes(one))!;
	return { element, component, segment, repetition };
}
