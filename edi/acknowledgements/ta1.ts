import { checkInterchangeHeader } from '../check/envelope';
import type { Diagnostic, Interchange, SegmentContent } from '../tree';
import { ISA_NOTE_CODES, NOTE_CODES } from './codes';

/** The judgement of a received envelope. */
export interface InterchangeJudgement {
	controlNumber: string;
	/** `A` accepted, `E` accepted with errors, `R` rejected. */
	code: 'A' | 'E' | 'R';
	/** TA105, e.g. `000` for none, `001` for control numbers that differ. */
	note: string;
	/** The error that the note stands for. */
	error?: Diagnostic;
	/** The TA1 segment. */
	segment: SegmentContent;
}

/**
 * Judges the envelope of a received interchange for a TA1: ISA, IEA and how the groups lie between them. Its groups and
 * sets are a matter of the 997.
 */
export function judgeInterchange(interchange: Interchange, acceptsErrors: boolean): InterchangeJudgement {
	const { controlNumber, date, time } = interchange;
	const errors = [...checkInterchangeHeader(interchange), ...interchange.diagnostics];
	for (const { diagnostics } of interchange.groups)
		errors.push(...diagnostics.filter(({ code }) => code === 'missing-gs'));
	let note = '000';
	const error = errors.find((one) => {
		if (one.severity !== 'error') return false;
		const found =
			NOTE_CODES[one.code as keyof typeof NOTE_CODES] ??
			(one.segment === 'ISA' && one.element !== undefined ? ISA_NOTE_CODES[one.element] : undefined);
		if (found !== undefined) note = found;
		return found !== undefined;
	});
	const code = error === undefined ? 'A' : acceptsErrors ? 'E' : 'R';
	return {
		controlNumber,
		code,
		note,
		...(error ? { error } : {}),
		segment: { id: 'TA1', elements: [controlNumber.padStart(9, '0'), date, time, code, note] },
	};
}
