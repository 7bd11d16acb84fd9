import fc from 'fast-check';

import { check, read, readStream, write, type Diagnostic, type Reading, type Segment } from '../../../edi';
import { file, orders, set } from './samples';

const GS = 'GS*SP*AURORA*123456789*20261127*1430*17*X*004010';
const inSet = (...segments: string[]) => file(set('841', segments), { gs: GS });
const contentOf = ({ interchanges }: Reading) =>
	interchanges[0].groups[0].transactions[0].segments.map(({ id, elements }) => [id, ...elements]);
const errorsOf = (reading: Reading) =>
	check(reading)
		.filter(({ severity }) => severity === 'error')
		.map(({ code, segment }: Diagnostic) => [code, segment]);

describe('reading BIN and BDS', () => {
	it.each([
		['separators', 'BIN*9*a*b~c\r\n>^', ['BIN', '9', 'a*b~c\r\n>^']],
		['a filter in front', 'BDS*B64*7*SVNB~*~', ['BDS', 'B64', '7', 'SVNB~*~']],
		['bytes of UTF-8', 'BIN*7*é~漢*', ['BIN', '7', 'é~漢*']],
		['no data', 'BIN*0*', ['BIN', '0', '']],
		['spaces', 'BIN*4*    ', ['BIN', '4', '    ']],
		['lower case', 'bin*3*a~b', ['BIN', '3', 'a~b']],
	])('%s', (_, segment, expected) => {
		const reading = read(inSet('SPI*1', segment, 'MSG*after'));
		expect(contentOf(reading)).toEqual([['SPI', '1'], expected, ['MSG', 'after']]);
		expect(errorsOf(reading)).toEqual([]);
	});

	it.each(['\n', '\r\n', '\r'])('segments that end with %j', (end) => {
		const text = inSet('BIN*4*@*@@', 'MSG*after').replaceAll('~', end).replace('@', end[0]);
		expect(contentOf(read(text))[0]).toEqual(['BIN', '4', `${end[0]}*@@`]);
	});

	it('a file that is not UTF-8 has a byte for each character', () => {
		const text = inSet('BIN*4*\u00ff\u00fe~*', 'MSG*after');
		expect(contentOf(read(Buffer.from(text, 'latin1')))).toEqual([
			['BIN', '4', 'ÿþ~*'],
			['MSG', 'after'],
		]);
	});

	it.each(['BIN*99999*abc', 'BIN*x*abc', 'BIN*1*abc', 'BIN**abc'])(
		'%s is read to its terminator, and reported',
		(one) => {
			const reading = read(inSet(one, 'MSG*after'));
			expect(contentOf(reading)).toEqual([one.split('*'), ['MSG', 'after']]);
			expect(errorsOf(reading)).toEqual([['binary-length', 'BIN']]);
		},
	);

	it.each([99_999_999, 1_500])(
		'a length of %i beyond what a segment can have costs that segment alone',
		async (length) => {
			const text = inSet(`BIN*${length}*abc`, ...Array.from({ length: 400 }, (_, i) => `MSG*number ${i}`));
			const limits = { maximumSegmentLength: 1_000 };
			const streamed: Segment[] = [];
			for await (const event of readStream([text.slice(0, 700), text.slice(700)], limits))
				if (event.type === 'transaction') streamed.push(...event.transaction.segments);
			for (const segments of [streamed, read(text, limits).interchanges[0].groups[0].transactions[0].segments]) {
				expect(segments.map(({ id }) => id)).toEqual(['BIN', ...Array.from({ length: 400 }, () => 'MSG')]);
			}
			expect(check(read(text, limits)).map(({ code, message }) => [code, message])).toContainEqual([
				'binary-length',
				expect.stringContaining(`states ${length} bytes of data, and can have 1000 characters`),
			]);
		},
	);

	it('in a set that has no place for it, it is out of place and not unknown', () => {
		const reading = read(file(set('850', ['BEG*00*SA*1**20261127', 'BIN*1*~', 'PO1*1*1*EA'])));
		expect(errorsOf(reading)).toEqual([['segment-not-in-set', 'BIN']]);
	});

	it('longer than a segment may be', () => {
		expect(() => read(inSet(`BIN*200*${'~'.repeat(200)}`), { maximumSegmentLength: 150 })).toThrow(/longer than 150/);
	});
});

describe('writing BIN and BDS', () => {
	const written = (id: string, ...elements: string[]) => {
		const { text } = write(orders([{ id: '841', segments: [{ id, elements }] }]));
		return text.slice(text.indexOf(`~${id}*`) + 1, text.lastIndexOf('~SE*'));
	};

	it('separators stay, and the length is filled in', () => {
		expect(written('BIN', '', 'a*~>')).toBe('BIN*4*a*~>');
		expect(written('BDS', 'B64', '2', '~~')).toBe('BDS*B64*2*~~');
	});

	it.each([
		[['3', 'ab'], /BIN01: The length is "3", but the binary data has 2/],
		[['1', 'é'], /BIN02: Binary data must be ASCII/],
		[['1', 'a', 'b'], /BIN03: Nothing may follow/],
	])('%j is refused', (elements, message) => {
		expect(() => written('BIN', ...elements)).toThrow(message);
	});

	it('what is written reads the same, however it is cut', async () => {
		const data = fc.string({
			unit: fc.constantFrom('*', '~', '>', '\n', 'A', ' ', 'SE*1~'),
			minLength: 1,
			maxLength: 40,
		});
		await fc.assert(
			fc.asyncProperty(
				data,
				fc.constantFrom('BIN', 'BDS'),
				fc.integer({ min: 1, max: 60 }),
				async (value, id, size) => {
					const elements = id === 'BIN' ? ['', value] : ['B64', '', value];
					const { text } = write(
						orders([
							{
								id: '841',
								segments: [
									{ id, elements },
									{ id: 'MSG', elements: ['x'] },
								],
							},
						]),
					);
					const pieces = text.match(new RegExp(`[^]{1,${size}}`, 'g'))!;
					const segments: Segment[] = [];
					for await (const event of readStream(pieces)) {
						if (event.type === 'transaction') segments.push(...event.transaction.segments);
					}
					const length = String(value.length);
					expect(segments.map((one) => one.elements)).toEqual([
						id === 'BIN' ? [length, value] : ['B64', length, value],
						['x'],
					]);
				},
			),
			{ numRuns: 100 },
		);
	});
});
