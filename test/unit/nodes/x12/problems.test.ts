import fc from 'fast-check';

import type { Diagnostic, Reading, TransactionSet } from '../../../../edi';
import { inTheirSets } from '../../../../nodes/X12/run/problems';

const segment = (ordinal: number) => ({ id: 'X', elements: [], ordinal });

/** Transaction sets of so many segments between ST and SE, with so many segments of envelopes before each. */
function setsOf(sizes: ReadonlyArray<{ gap: number; size: number; isCut: boolean }>): TransactionSet[] {
	let ordinal = 0;
	return sizes.map(({ gap, size, isCut }, i) => {
		ordinal += gap + 1;
		const header = segment(ordinal);
		const segments = Array.from({ length: size }, () => segment(++ordinal));
		const trailer = isCut ? undefined : segment(++ordinal);
		return { controlNumber: String(i + 1), header, segments, trailer } as unknown as TransactionSet;
	});
}

test('a problem has the control number of the set whose segments are around it, and of no other', () => {
	const size = fc.record({ gap: fc.nat(2), size: fc.nat(3), isCut: fc.boolean() });
	fc.assert(
		fc.property(fc.array(size, { minLength: 2, maxLength: 8 }), (sizes) => {
			const sets = setsOf(sizes);
			const problems = Array.from({ length: 60 }, (_, ordinal) => ({ ordinal, message: 'x' }) as Diagnostic);
			const reading = { interchanges: [{ groups: [{ transactions: sets }] }] } as unknown as Reading;
			const expected = problems.map(({ ordinal = 0 }) => {
				const around = sets.find(({ header, segments, trailer }) =>
					[header, ...segments, ...(trailer ? [trailer] : [])].some((one) => one.ordinal === ordinal),
				);
				return around?.controlNumber;
			});
			expect(inTheirSets(problems, reading).map(({ controlNumber }) => controlNumber)).toEqual(expected);
		}),
	);
});
