import { valueOf } from '../access';
import { report, type StructureCode } from '../diagnostics';
import type { Diagnostic, Segment } from '../tree';
import { isSameNumber } from '../values/controlNumber';

/** What a trailer (SE, GE, IEA) says, held against what was read. */
interface Expectation {
	list: Diagnostic[];
	codes: { count: StructureCode; controlNumber: StructureCode };
	/** What is counted, e.g. `segments`. */
	counted: string;
	count: number;
	/** Header element of the control number, e.g. `ST02`. */
	header: string;
	controlNumber: string;
	/** A wrong count is only odd, e.g. IEA01 where there is a TA1 and no group. */
	isCountLoose?: boolean;
}

/** Compares the count and the control number of a trailer. */
export function checkTrailer(trailer: Segment, expected: Expectation): void {
	const { list, codes, counted, count, header } = expected;
	const place = (element: number) => ({
		ordinal: trailer.ordinal,
		segment: trailer.id,
		element,
		value: valueOf(trailer, element),
	});
	const stated = valueOf(trailer, 1).trim();
	if (!isSameNumber(stated, String(count))) {
		const message = `${trailer.id}01 says ${stated || 'nothing'}, but the number of ${counted} is ${count}.`;
		report(list, codes.count, expected.isCountLoose ? 'warning' : 'error', message, place(1));
	}
	const number = valueOf(trailer, 2).trim();
	if (!isSameNumber(number, expected.controlNumber)) {
		const message = `${trailer.id}02 (${number || 'empty'}) differs from ${header} (${expected.controlNumber || 'empty'}).`;
		report(list, codes.controlNumber, 'error', message, place(2));
	}
}
