import { functionalIdOf } from '../dictionary/dictionary';
import { EdiError } from '../error';
import type { Delimiters, GroupContent, InterchangeContent, Party, SegmentContent } from '../tree';
import { numberAfter } from '../values/controlNumber';
import { DEFAULT_DELIMITERS } from './delimiters';

/** What an interchange is made of; the rest has defaults. */
export interface InterchangeOptions {
	sender: Party;
	receiver: Party;
	/** ISA13, up to nine digits. */
	controlNumber: string;
	/** GS06 of the first group; further groups count on. Default: {@link controlNumber}. */
	groupControlNumber?: string;
	/** CCYYMMDD. */
	date: string;
	/** HHMM. */
	time: string;
	/** GS08, e.g. `004010` or `005010UCS`. ISA12 follows from it. */
	version: string;
	/** `P` production (default), `T` test. */
	usage?: string;
	isAcknowledgementRequested?: boolean;
	/** GS02 and GS03, where they differ from the ids of ISA. */
	groupSender?: string;
	groupReceiver?: string;
	delimiters?: Partial<Delimiters>;
	/**
	 * The documents. Sets of one functional group that follow each other share a GS. Without a control number they are
	 * numbered 0001, 0002 and so on in each group.
	 */
	transactions: Array<{ id: string; controlNumber?: string; implementation?: string; segments: SegmentContent[] }>;
	/** GS01 of sets that the dictionary does not know, by their id. */
	functionalIds?: Record<string, string>;
}

/**
 * The envelope around documents, ready to {@link write}.
 *
 * @throws EdiError `usage` where GS01 of a set is not known
 */
export function interchange(options: InterchangeOptions): InterchangeContent {
	const { sender, receiver, controlNumber, date, time, version, transactions } = options;
	const groups: GroupContent[] = [];
	const firstNumber = options.groupControlNumber ?? controlNumber;
	for (const { id, controlNumber: number, implementation, segments } of transactions) {
		const functionalId = options.functionalIds?.[id] ?? functionalIdOf(id);
		if (functionalId === undefined)
			throw new EdiError(
				'usage',
				`The functional group (GS01) of transaction set ${id} is unknown. Set it in functionalIds.`,
			);
		let group = groups.at(-1);
		if (group?.functionalId !== functionalId) {
			group = {
				functionalId,
				sender: applicationCode(options.groupSender ?? sender.id),
				receiver: applicationCode(options.groupReceiver ?? receiver.id),
				date,
				time,
				controlNumber: numberAfter(firstNumber, groups.length),
				agency: 'X',
				version,
				transactions: [],
			};
			groups.push(group);
		}
		group.transactions.push({
			id,
			controlNumber: number ?? String(group.transactions.length + 1).padStart(4, '0'),
			...(implementation === undefined ? {} : { implementation }),
			segments,
		});
	}
	return {
		authorization: { qualifier: '00', information: '' },
		security: { qualifier: '00', information: '' },
		sender,
		receiver,
		date: date.slice(-6),
		time: time.slice(0, 4),
		version: interchangeVersion(version),
		controlNumber: controlNumber.padStart(9, '0'),
		isAcknowledgementRequested: options.isAcknowledgementRequested ?? false,
		usage: options.usage ?? 'P',
		delimiters: { ...DEFAULT_DELIMITERS, ...options.delimiters },
		acknowledgements: [],
		groups,
	};
}

/** GS02 or GS03, which have two characters at least: one that is shorter is filled with a blank (X12.6). */
export const applicationCode = (id: string) => (id.trim() === '' ? '' : id.padEnd(2));

/** ISA12 for a version of GS08: `00401` for `004010`. */
export function interchangeVersion(version: string): string {
	const [digits] = /^\d{5}/.exec(version) ?? ['00401'];
	return digits;
}
