import fc from 'fast-check';

import { acknowledge, acknowledgementsIn, check, EdiError, read, write, type WriteOptions } from '../../../../edi';
import { interchanges } from '../arbitrary';
import { ISA, orders, purchaseOrder } from '../samples';
import { anyCharacter } from '../../../support/characters';

/** Whatever is done may fail with the error of `edi/` alone. */
function attempt<T>(work: () => T): T | undefined {
	try {
		return work();
	} catch (error) {
		expect(error).toBeInstanceOf(EdiError);
		return undefined;
	}
}

/** All that can be done with an input. */
function exercise(input: string | Uint8Array): void {
	const reading = attempt(() => read(input));
	if (!reading) return;
	check(reading);
	acknowledgementsIn(reading);
	for (const interchange of reading.interchanges) {
		attempt(() => write(interchange, LENIENT));
		const { interchange: answer } = acknowledge(interchange, {
			controlNumber: '1',
			date: '20261127',
			time: '1430',
			interchangeAcknowledgement: 'always',
		});
		attempt(() => write(answer!));
		acknowledge(interchange, { controlNumber: '1', date: '20261127', time: '1430', kind: '999', onErrors: 'accept' });
	}
}

const LENIENT: Partial<WriteOptions> = { delimiterInValue: 'replace', unknownCharacter: 'replace', tooLong: 'cut' };
const whole = write(orders([1, 2].map((lines) => ({ id: '850', segments: purchaseOrder(lines) })))).text;

/** Pieces of which files are made, in any order. */
const PIECES = [
	'ISA',
	ISA,
	'GS',
	'ST',
	'SE',
	'GE',
	'IEA',
	'TA1',
	'*',
	'~',
	'>',
	'^',
	'\n',
	'\r\n',
	'\r',
	' ',
	'\0',
	'\ufeff',
	'\u001a',
	'00',
	'0001',
	'850',
	'997',
	'GS*PO*A*B*20261127*1430*1*X*004010~',
	'GS*FA*A*B*20261127*1430*1*X*005010~',
	'ST*850*0001~',
	'ST*856*1~',
	'SE*2*0001~',
	'GE*1*1~',
	'IEA*1*000000017~',
	'HL*1**S~',
	'HL*x*9*Q*7~',
	'CTT*1*9e9~',
	'PO1*1*x*EA~',
	'AK1*PO*1~',
	'AK2*850*1~',
	'AK3*N1*0~',
	'AK4*1>2*3*4~',
	'AK5*R~',
	'AK9*P*x~',
	'é',
	'🙂',
	'\ud800',
	'zz1*',
];

/** Inputs of each kind; `npm run fuzz` tries many more. */
const RUNS = Number(process.env.FUZZ_RUNS ?? 2000) / 20;
const runs = { numRuns: RUNS };

test('any text', () => {
	fc.assert(
		fc.property(fc.string({ unit: anyCharacter, maxLength: 300 }), (text) => exercise(text)),
		runs,
	);
});

test('any bytes', () => {
	fc.assert(
		fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => exercise(bytes)),
		runs,
	);
});

test('the pieces of X12 in any order', () => {
	fc.assert(
		fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }), fc.boolean(), (pieces, hasStart) =>
			exercise((hasStart ? `${ISA}~` : '') + pieces.join('')),
		),
		{ numRuns: 2 * RUNS },
	);
});

test('a good file with some characters replaced, left out or put in', () => {
	const change = fc.tuple(fc.nat(), fc.constantFrom('replace', 'remove', 'insert', 'cut'), fc.constantFrom(...PIECES));
	fc.assert(
		fc.property(fc.array(change, { minLength: 1, maxLength: 6 }), (changes) => {
			let text = whole;
			for (const [place, kind, piece] of changes) {
				const at = place % (text.length + 1);
				if (kind === 'cut') text = text.slice(0, at);
				else text = text.slice(0, at) + (kind === 'remove' ? '' : piece) + text.slice(kind === 'insert' ? at : at + 1);
			}
			exercise(text);
			exercise(new TextEncoder().encode(text));
		}),
		{ numRuns: 2 * RUNS },
	);
});

test('any value is written so that it is one value, or is refused', () => {
	const options: fc.Arbitrary<Partial<WriteOptions>> = fc.record({
		delimiterInValue: fc.constantFrom('refuse', 'replace'),
		unknownCharacter: fc.constantFrom('refuse', 'replace'),
		tooLong: fc.constantFrom('refuse', 'cut'),
		characters: fc.constantFrom('basic', 'extended', 'latin1', 'utf8'),
		lineBreak: fc.constantFrom('', '\n'),
	});
	const values = fc.array(
		fc.oneof(
			fc.string({ unit: anyCharacter, maxLength: 20 }),
			fc.string({ unit: fc.constantFrom(...PIECES), maxLength: 5 }),
		),
		{ minLength: 1, maxLength: 4 },
	);
	fc.assert(
		fc.property(values, options, (elements, chosen) => {
			const content = orders([
				{
					id: '850',
					segments: [
						{ id: 'ZZ1', elements: [...elements, 'end'] },
						{ id: 'CTT', elements: ['1'] },
					],
				},
			]);
			const written = attempt(() => write(content, chosen));
			if (!written) return;
			const [{ segments, diagnostics }] = read(written.text).interchanges[0].groups[0].transactions;
			expect(diagnostics).toEqual([]);
			expect(segments.map(({ id }) => id)).toEqual(['ZZ1', 'CTT']);
			expect(segments[0].elements).toHaveLength(elements.length + 1);
		}),
		{ numRuns: 4 * RUNS },
	);
});

test('what was read from a written file can be acknowledged, and the acknowledgement is without error', () => {
	fc.assert(
		fc.property(interchanges, fc.constantFrom('997', '999'), (content, kind) => {
			const [received] = read(write(content).text).interchanges;
			const { interchange } = acknowledge(received, {
				controlNumber: '8',
				date: '20261127',
				time: '1430',
				kind: kind as '997',
			});
			const answer = read(write(interchange!).text);
			expect(check(answer).filter(({ severity }) => severity === 'error')).toEqual([]);
			expect(acknowledgementsIn(answer)).toHaveLength(content.groups.length + 1);
		}),
		{ numRuns: Math.ceil(RUNS / 5) },
	);
});
