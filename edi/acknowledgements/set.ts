import { checkTransaction } from '../check/check';
import { dictionaryFor } from '../dictionary/dictionary';
import type { Diagnostic, Element, Group, SegmentContent, TransactionSet } from '../tree';
import { isSegmentId } from '../values/segmentId';
import { ELEMENT_CODES, ENVELOPE_CODES, SEGMENT_CODES, SET_CODES } from './codes';

/** The judgement of one received transaction set. */
export interface SetJudgement {
	id: string;
	controlNumber: string;
	implementation?: string;
	/** `A` accepted, `E` accepted with errors, `R` rejected. */
	code: 'A' | 'E' | 'R';
	/** The errors that led to it. */
	errors: Diagnostic[];
	/** Its loop in the acknowledgement: AK2 to AK5, or AK2 to IK5. */
	segments: SegmentContent[];
}

/** Maximum number of errors that are reported for one set; more are no help and may be refused. */
const MOST_SEGMENTS = 999;
const MOST_ELEMENTS = 99;

/**
 * Judges a received transaction set as an acknowledgement does: errors of the reader and the checker, without warnings.
 *
 * @param isImplementation 999 in place of 997
 * @param acceptsErrors whether a set with errors in its segments is accepted with errors (`E`) or rejected (`R`); wrong
 * counts and control numbers always reject it
 */
export function judgeSet(
	transaction: TransactionSet,
	group: Pick<Group, 'version' | 'functionalId'>,
	isImplementation: boolean,
	acceptsErrors: boolean,
): SetJudgement {
	const { id, controlNumber, implementation } = transaction;
	const errors = [...transaction.diagnostics, ...checkTransaction(transaction, group)].filter(
		({ severity }) => severity === 'error',
	);
	const codes = new Set<string>();
	const others: Diagnostic[] = [];
	// A mistake within ST or SE can be accepted; a set whose frame is wrong cannot.
	let isBroken = false;
	for (const error of errors) {
		const ofFrame = SET_CODES[error.code as keyof typeof SET_CODES];
		const ofSet = ofFrame ?? ENVELOPE_CODES[nameOf(error)];
		if (ofSet === undefined) others.push(error);
		else codes.add(ofSet);
		if (ofFrame !== undefined) isBroken = true;
	}
	if (codes.has('7')) codes.delete('3');
	const details = segmentErrors(transaction, group.version, others, isImplementation);
	if (details.length > 0) codes.add('5');
	const code = codes.size === 0 ? 'A' : acceptsErrors && !isBroken ? 'E' : 'R';
	return {
		id,
		controlNumber,
		...(implementation === undefined ? {} : { implementation }),
		code,
		errors,
		// A set without a name of any kind is only counted, in AK9.
		segments:
			id + controlNumber === ''
				? []
				: [
						{ id: 'AK2', elements: [id, controlNumber, isImplementation ? (implementation ?? '') : ''] },
						...details,
						{ id: isImplementation ? 'IK5' : 'AK5', elements: [code, ...[...codes].slice(0, 5)] },
					],
	};
}

/** The AK3 and AK4 (IK3 and IK4) segments. */
function segmentErrors(
	transaction: TransactionSet,
	version: string,
	errors: Diagnostic[],
	isImplementation: boolean,
): SegmentContent[] {
	const [segmentId, elementId] = isImplementation ? ['IK3', 'IK4'] : ['AK3', 'AK4'];
	const result: SegmentContent[] = [];
	let count = 0;
	let elements = 0;
	let current = '';
	const begin = (id: string, position: string, code: string) => {
		result.push({ id: segmentId, elements: [segmentIdOf(id), position, '', code] });
		count++;
	};
	const inOrder = [...errors].sort((one, other) => (one.ordinal ?? 0) - (other.ordinal ?? 0));
	for (const error of inOrder) {
		if (count >= MOST_SEGMENTS) break;
		const key = error.code as keyof typeof SEGMENT_CODES;
		const position = String((error.ordinal ?? transaction.header.ordinal) - transaction.header.ordinal + 1);
		const ofSegment = SEGMENT_CODES[key];
		if (ofSegment !== undefined) {
			current = '';
			begin((key === 'segment-missing' ? error.value : error.segment) ?? '', position, ofSegment);
			continue;
		}
		if (ELEMENT_CODES[key] === undefined || error.segment === undefined) continue;
		if (current !== `${error.segment} ${position}`) {
			current = `${error.segment} ${position}`;
			elements = 0;
			begin(error.segment, position, '8');
		}
		if (elements++ < MOST_ELEMENTS) result.push({ id: elementId, elements: elementError(error, version) });
	}
	return result;
}

function elementError(
	{ code, segment, element, component, repetition, value }: Diagnostic,
	version: string,
): Element[] {
	const dictionary = dictionaryFor(version);
	const known = dictionary.segment(segment!)?.elements[element! - 1];
	const reference = (component !== undefined && known?.components?.[component - 1]) || known;
	const isLater = dictionary.version === '005010';
	const of = ELEMENT_CODES[code as keyof typeof ELEMENT_CODES]!;
	const position = [String(element), component === undefined ? '' : String(component)];
	if (isLater && repetition !== undefined) position.push(String(repetition));
	while (position.at(-1) === '') position.pop();
	return [
		position.length === 1 ? position[0] : position,
		/^\d+$/.test(reference?.reference ?? '') ? reference!.reference : '',
		!isLater && (of === '12' || of === '13') ? '3' : of,
		of === '6' ? '' : copyOf(value),
	];
}

/** A bad value as it may be sent back: nothing that could be a separator, and not the dots of a shortened one. */
function copyOf(value: string | undefined): string {
	const whole = value?.length === 80 ? value.replace(/\.{3}$/, '') : value;
	return whole !== undefined && /^[A-Za-z0-9 .,_/+#-]*$/.test(whole) ? whole : '';
}

/** The element as the standard names it, e.g. `ST02`. */
const nameOf = ({ segment, element }: Diagnostic) => `${segment ?? ''}${String(element ?? '').padStart(2, '0')}`;

/** AK301 takes two or three letters and digits. */
const segmentIdOf = (id: string) => (isSegmentId(id) ? id : 'ZZZ');
