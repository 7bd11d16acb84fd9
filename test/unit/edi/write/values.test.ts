import { EdiError, write, type Diagnostic, type SegmentContent, type WriteOptions } from '../../../../edi';
import { orders, segment } from '../samples';

/** The segments of a set as they are written, without their terminators. */
function written(segments: SegmentContent[], options: Partial<WriteOptions> = {}, version = '004010'): string[] {
	const { text } = write(orders([{ id: '850', segments }], { version }), options);
	const lines = text.split('~');
	return lines.slice(
		lines.findIndex((one) => one.startsWith('ST*')) + 1,
		lines.findIndex((one) => one.startsWith('SE*')),
	);
}

function problems(segments: SegmentContent[], options: Partial<WriteOptions> = {}, version = '004010'): Diagnostic[] {
	try {
		written(segments, options, version);
	} catch (error) {
		if (error instanceof EdiError && error.code === 'not-writable') return error.diagnostics;
		throw error;
	}
	return [];
}

const one = (id: string, ...elements: SegmentContent['elements']) => [{ id, elements }];

describe('decimals (R)', () => {
	it.each([
		['10', '10'],
		['10.0', '10'],
		['10.50', '10.5'],
		['0.5', '0.5'],
		['.50', '0.5'],
		['007', '7'],
		['+5', '5'],
		['-0.0', '0'],
		['-12.30', '-12.3'],
		['38,400.000', '38400'],
		['1,234,567.80', '1234567.8'],
		['1e-7', '0.0000001'],
		['1.5E+3', '1500'],
		['5.', '5'],
		['0', '0'],
		['123456789012345', '123456789012345'],
	])('%s is written %s', (given, expected) => {
		expect(written(one('PO1', '1', given, 'EA'))).toEqual([`PO1*1*${expected}*EA`]);
	});

	it.each(['1,5', '1,234', '1.2.3', 'ten', '1e', '--1', '0x10', '1 000', '.', 'NaN', '1e9999'])(
		'%s is refused',
		(given) => {
			expect(problems(one('PO1', '1', given, 'EA'))).toMatchObject([
				{ code: 'number', segment: 'PO1', element: 2, value: given },
			]);
		},
	);

	it('sign and point do not count for the length, the zero before the point gives way', () => {
		expect(written(one('PO1', '', '-12345678901.2345', 'EA'))).toEqual(['PO1**-12345678901.2345*EA']);
		expect(problems(one('PO1', '', '1234567890123456', 'EA'))).toMatchObject([{ code: 'too-long', element: 2 }]);
		expect(written(one('PO1', '', '1', 'EA', '0.12345678901234567'))).toEqual(['PO1**1*EA*.12345678901234567']);
		expect(problems(one('PO1', '', '1', 'EA', '12345678901234567.8'))).toMatchObject([
			{ code: 'too-long', element: 4 },
		]);
	});
});

it('numbers are filled with zeros up to their shortest length', () => {
	expect(written(one('CUR', 'BY', 'USD', '1'))).toEqual(['CUR*BY*USD*1.000']);
	expect(written(one('CUR', 'BY', 'USD', '-1.1'))).toEqual(['CUR*BY*USD*-1.100']);
	expect(written(one('L7', '1', '', '', '', '', '', '', '', '', '', '', '7'))).toEqual(['L7*1***********7']);
	expect(written(one('AT9', '7'), {}, '005010')).toEqual(['AT9*0007']);
});

describe('integers (N0, N2)', () => {
	it.each(['123450', '5', '0', '-123450', '007'])('%s is written as it is', (given) => {
		expect(written(one('TDS', given))).toEqual([`TDS*${given}`]);
	});

	it('a point in N2 is refused, and the message says why', () => {
		expect(problems(one('TDS', '1234.50'))).toMatchObject([
			{ code: 'number', message: expect.stringContaining('123450') },
		]);
		expect(problems(one('CTT', '1.5'))).toMatchObject([{ code: 'number', element: 1 }]);
	});
});

describe('dates and times', () => {
	it.each([
		['DTM', ['002', '20261127', '1430'], true],
		['DTM', ['002', '20240229', '143059'], true],
		['DTM', ['002', '20000229', '14305999'], true],
		['DTM', ['002', '20261131'], false],
		['DTM', ['002', '20230229'], false],
		['DTM', ['002', '19000229'], false],
		['DTM', ['002', '00000000'], false],
		['DTM', ['002', '2026-11-27'], false],
		['DTM', ['002', '261127'], false],
		['DTM', ['002', '20261127', '2460'], false],
		['DTM', ['002', '20261127', '14:30'], false],
		['DTM', ['002', '20261127', '143'], false],
	])('%s %j: %s', (id, elements, isFine) => {
		expect(problems(one(id, ...elements)).length === 0).toBe(isFine);
	});

	it('versions up to 003060 have dates of six digits', () => {
		expect(problems(one('DTM', '002', '991127'), {}, '003060')).toEqual([]);
	});
});

describe('text (AN, ID)', () => {
	it('blanks at the end are dropped, blanks in front are kept', () => {
		expect(written(one('N1', 'ST', '  Aurora   '))).toEqual(['N1*ST*  Aurora']);
		expect(written(one('N1', 'ST', '    ', '92', '12'))).toEqual(['N1*ST**92*12']);
	});

	it('blanks at the end that fill a value up to its shortest length are kept', () => {
		expect(written(one('N1', 'ST', '', '92', 'X '))).toEqual(['N1*ST**92*X ']);
		expect(written(one('N1', 'ST', '', '92', 'X    '))).toEqual(['N1*ST**92*X ']);
		expect(written(one('BSN', '00', 'S ', '20261127', '1430'))).toEqual(['BSN*00*S *20261127*1430']);
		expect(problems(one('BSN', '00', '  ', '20261127', '1430'))).toEqual([]);
	});

	it('empty repetitions at the end are dropped', () => {
		const repetitions = ['A', '', ''];
		expect(written(one('ZZ1', { repetitions }), {}, '005010')).toEqual(['ZZ1*A']);
		expect(written(one('ZZ1', { repetitions: ['', 'A', ''] }), {}, '005010')).toEqual(['ZZ1*^A']);
	});

	it('line breaks and tabs become blanks', () => {
		expect(written(one('PID', 'F', '', '', '', 'first\r\nsecond\tthird'))).toEqual(['PID*F****first  second third']);
	});

	it('empty elements and components at the end are dropped, segments without content are not written', () => {
		const segments = [
			...one('CTT', '1', '', ''),
			...one('N1', '', ''),
			...one('POC', '1', 'AI', '', '', ['EA', '', ''], ''),
			...one('ZZ1', ['', '']),
		];
		expect(written([segment('BEG*00'), ...segments])).toEqual(['BEG*00', 'CTT*1', 'POC*1*AI***EA']);
	});

	it('lengths count characters', () => {
		const name = '𝄞'.repeat(60);
		expect(written(one('N1', 'ST', name), { characters: 'utf8' })).toEqual([`N1*ST*${name}`]);
		expect(problems(one('N1', 'ST', `${name}x`), { characters: 'utf8' })).toMatchObject([{ code: 'too-long' }]);
		expect(written(one('N1', 'ST', `${name}x`), { characters: 'utf8', tooLong: 'cut' })).toEqual([`N1*ST*${name}`]);
	});

	it.each([
		['N1', ['ST', 'x'.repeat(61)], 'too-long', 2],
		['N1', ['ST', 'Aurora', '92', 'X'], 'too-short', 4],
		['BEG', ['000', 'SA', '1', '', '20261127'], 'too-long', 1],
		['BSN', ['00', 'S', '20261127', '1430'], 'too-short', 2],
		['REF', ['IA', 'x'.repeat(31)], 'too-long', 2],
	])('%s %j is refused', (id, elements, code, element) => {
		expect(problems(one(id, ...elements))).toMatchObject([{ code, segment: id, element }]);
	});

	it('005010 allows longer references', () => {
		expect(problems(one('REF', 'IA', 'x'.repeat(50)), {}, '005010')).toEqual([]);
		expect(problems(one('REF', 'IA', 'x'.repeat(51)), {}, '005010')).toMatchObject([{ code: 'too-long' }]);
	});

	it('cuts text alone, and says so', () => {
		const { text, changes } = write(orders([{ id: '850', segments: one('N1', 'ST', 'x'.repeat(70)) }]), {
			tooLong: 'cut',
		});
		expect(text).toContain(`N1*ST*${'x'.repeat(60)}~`);
		expect(changes).toMatchObject([{ code: 'too-long', segment: 'N1', element: 2, ordinal: 4 }]);
		expect(problems(one('BEG', '000'), { tooLong: 'cut' })).toMatchObject([{ code: 'too-long' }]);
	});
});

describe('surplus', () => {
	it('of elements, components and repetitions is refused', () => {
		expect(problems(one('CTT', '1', '2', '', '', '', '', '', '8'))).toMatchObject([
			{ code: 'too-many-elements', element: 8 },
		]);
		expect(problems(one('N1', 'ST', ['Aurora', 'Store']))).toMatchObject([
			{ code: 'too-many-components', element: 2, component: 2 },
		]);
		expect(problems(one('N1', 'ST', { repetitions: ['A', 'B'] }))).toMatchObject([{ code: 'too-many-repetitions' }]);
		expect(written(one('N1', 'ST', { repetitions: ['A', 'B'] }), {}, '005010')).toEqual(['N1*ST*A^B']);
	});

	it('private segments take anything', () => {
		expect(written([...one('ZZ1', 'x'.repeat(5000), ['a', 'b', 'c'])])).toEqual([`ZZ1*${'x'.repeat(5000)}*a>b>c`]);
	});

	it('values of another type than text are refused', () => {
		expect(problems(one('PO1', '1', 10 as unknown as string))).toMatchObject([{ code: 'character', element: 2 }]);
		expect(written(one('PO1', '1', undefined as unknown as string, 'EA'))).toEqual(['PO1*1**EA']);
	});

	it('what repeats the words of a partner is written as it came', () => {
		expect(written([...one('AK1', 'POX', 'A1'), ...one('AK2', '85', '1')])).toEqual(['AK1*POX*A1', 'AK2*85*1']);
	});

	it('all problems are reported at once, the message names the first', () => {
		const wrong = [...one('TDS', '1.5'), ...one('REF', 'IA', 'x'.repeat(31))];
		expect(problems(wrong)).toHaveLength(2);
		expect(() => written(wrong)).toThrow(/^TDS01: .* \(and 1 more problem\)$/);
	});
});
