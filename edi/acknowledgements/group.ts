import { valueOf } from '../access';
import { checkGroupHeader } from '../check/envelope';
import type { Diagnostic, Group, SegmentContent, TransactionSetContent } from '../tree';
import { GROUP_CODES, GS_CODES } from './codes';
import type { SetJudgement } from './set';

/** The judgement of one received group. */
export interface GroupJudgement {
	functionalId: string;
	controlNumber: string;
	/**
	 * `A`, `E` (errors in some sets, or in the group without a code of the standard), `P` (some rejected) or `R` (all
	 * rejected, or the group itself is wrong).
	 */
	code: 'A' | 'E' | 'P' | 'R';
	/** The errors of the group itself. */
	errors: Diagnostic[];
	sets: SetJudgement[];
	/** The segments between ST and SE of the acknowledgement. */
	segments: SegmentContent[];
}

/**
 * Sums up the judgements of the sets of a group: AK1, a loop for each set, AK9.
 *
 * @param includesAccepted whether sets without errors have a loop, too
 */
export function judgeGroup(
	group: Group,
	sets: SetJudgement[],
	isImplementation: boolean,
	includesAccepted: boolean,
): GroupJudgement {
	const { functionalId, controlNumber, version, trailer } = group;
	const errors = [...checkGroupHeader(group), ...group.diagnostics].filter(({ severity }) => severity === 'error');
	const codes = new Set<string>();
	for (const { code, segment, element } of errors) {
		const ofHeader = segment === 'GS' && element !== undefined ? GS_CODES[element] : undefined;
		const ofGroup = GROUP_CODES[code as keyof typeof GROUP_CODES] ?? ofHeader;
		if (ofGroup !== undefined) codes.add(ofGroup);
	}
	const isBroken = codes.size > 0;
	const accepted = isBroken ? 0 : sets.filter(({ code }) => code !== 'R').length;
	const code = isBroken ? 'R' : groupCode(sets, accepted, errors.length > 0);
	const stated = trailer ? valueOf(trailer, 1).trim() : '';
	const counts = [/^\d{1,6}$/.test(stated) ? String(Number(stated)) : String(sets.length), sets.length, accepted];
	return {
		functionalId,
		controlNumber,
		code,
		errors,
		sets,
		segments: [
			{ id: 'AK1', elements: [functionalId, controlNumber, isImplementation ? version : ''] },
			...sets.filter((one) => includesAccepted || one.code !== 'A').flatMap(({ segments }) => segments),
			{ id: 'AK9', elements: [code, ...counts.map(String), ...[...codes].slice(0, 5)] },
		],
	};
}

function groupCode(sets: SetJudgement[], accepted: number, hasErrors: boolean): GroupJudgement['code'] {
	if (accepted === 0 && sets.length > 0) return 'R';
	if (accepted < sets.length) return 'P';
	return hasErrors || sets.some(({ code }) => code === 'E') ? 'E' : 'A';
}

/** The acknowledgement as a transaction set: 997, or 999 for implementations of 005010. */
export function acknowledgementSet(
	judgement: GroupJudgement,
	isImplementation: boolean,
	controlNumber: string,
	implementation?: string,
): TransactionSetContent {
	return {
		id: isImplementation ? '999' : '997',
		controlNumber,
		...(isImplementation && implementation !== undefined ? { implementation } : {}),
		segments: judgement.segments,
	};
}
