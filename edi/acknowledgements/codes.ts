import type { DiagnosticCode } from '../diagnostics';

type Codes = Partial<Record<DiagnosticCode, string>>;

/** AK502 to AK506 (IK502 to IK506). Errors in segments are 5. Sources: the code lists of 004010 and 005010. */
export const SET_CODES: Codes = {
	'missing-se': '2',
	'se-control-number': '3',
	'se-count': '4',
	'set-not-in-group': '6',
	'duplicate-st': '23',
};

/** AK304 (IK304). Errors in elements are 8. */
export const SEGMENT_CODES: Codes = {
	'segment-id': '1',
	'unknown-segment': '1',
	'segment-missing': '3',
	'loop-repeats': '4',
	'segment-repeats': '5',
	'segment-not-in-set': '6',
	'segment-order': '7',
	'missing-terminator': '8',
	unterminated: '8',
};

/** AK403 (IK403). */
export const ELEMENT_CODES: Codes = {
	'element-missing': '1',
	'element-condition': '2',
	'too-many-elements': '3',
	'too-short': '4',
	'too-long': '5',
	character: '6',
	number: '6',
	code: '7',
	hierarchy: '7',
	date: '8',
	time: '9',
	'element-excluded': '10',
	// 005010; earlier the surplus is one of elements.
	'too-many-repetitions': '12',
	'too-many-components': '13',
};

/** AK905 to AK909. */
export const GROUP_CODES: Codes = {
	'missing-ge': '3',
	'ge-control-number': '4',
	'ge-count': '5',
	'duplicate-gs': '19',
};

/** AK905 to AK909 by the element of GS that is wrong; the other elements of GS have no code. */
export const GS_CODES: Readonly<Record<number, string>> = { 1: '1', 6: '6', 8: '2' };

/** AK502 by the element of ST or SE that is wrong: the errors of these two are not listed as AK3. */
export const ENVELOPE_CODES: Readonly<Record<string, string>> = { ST01: '6', ST02: '7', SE01: '4', SE02: '3' };

/** TA105 by what is wrong with the envelope. */
export const NOTE_CODES: Codes = {
	'iea-control-number': '001',
	'iea-count': '021',
	'unexpected-trailer': '022',
	'missing-gs': '022',
	'outside-group': '024',
	'outside-transaction': '024',
	'missing-iea': '023',
	'duplicate-isa': '025',
};

/** TA105 by the element of ISA that is wrong. */
export const ISA_NOTE_CODES: Record<number, string> = {
	1: '010',
	2: '011',
	3: '012',
	4: '013',
	5: '005',
	6: '006',
	7: '007',
	8: '008',
	9: '014',
	10: '015',
	11: '016',
	12: '017',
	13: '018',
	14: '019',
	15: '020',
	16: '027',
};

/** What an acknowledgement says of what was sent. */
export type AcknowledgementStatus =
	| 'accepted'
	| 'acceptedWithErrors'
	| 'partiallyAccepted'
	| 'rejected'
	/** The code, or what it leaves open, is not known. */
	| 'unknown';

/** AK501, AK901, IK501 and TA104. M, W and X reject for reasons of security. */
export function statusOf(code: string): AcknowledgementStatus {
	switch (code) {
		case 'A':
			return 'accepted';
		case 'E':
			return 'acceptedWithErrors';
		case 'P':
			return 'partiallyAccepted';
		case 'R':
		case 'M':
		case 'W':
		case 'X':
			return 'rejected';
		default:
			return 'unknown';
	}
}
