import { check, diagnosticsOf, EdiError, read, readStream, write } from '../../../../edi';
import { file, ISA, orders, set } from '../samples';

/** Reads to the end; how many sets there were. */
async function count(source: Iterable<string>, options = {}): Promise<number> {
	let sets = 0;
	for await (const { type } of readStream(source, options)) if (type === 'transaction') sets++;
	return sets;
}

function* times(start: string, piece: string, number: number, end = ''): Generator<string> {
	yield start;
	for (let index = 0; index < number; index++) yield piece;
	yield end;
}

const start = `${ISA}~GS*PO*AURORA*123456789*20261127*1430*17*X*004010~ST*850*0001~`;
const long = 'x'.repeat(1 << 16);

describe('limits', () => {
	it.each([
		['an element without an end', times(start + 'N1*ST*', long, 1 << 14)],
		['a file without a terminator after ISA', times(start, 'N1*ST*ABCDEFGHIJKLMNOPQRSTUVWXYZ', 1 << 20)],
		['an element of separators', times(start + 'N1*ST', '*'.repeat(1 << 16), 1 << 14)],
	])('%s ends as soon as the limit is passed', async (_, source) => {
		const failure = await count(source).catch((error: unknown) => error);
		expect(failure).toBeInstanceOf(EdiError);
		expect(failure).toMatchObject({
			code: 'limit',
			message: expect.stringMatching(/Segment 4 is longer than 1000000/),
		});
		// The rest was not read.
		expect(source.next().done).toBe(true);
	});

	it('a set of too many segments ends with its number', async () => {
		const source = times(start, 'N1*ST*A~', 2000);
		await expect(count(source, { maximumSegments: 1000 })).rejects.toMatchObject({
			code: 'limit',
			message: expect.stringMatching(/850 0001 has more than 1000 segments.*Ask the sender/),
		});
	});

	it('a million empty segments', async () => {
		expect(await count(times(start, '~'.repeat(1000), 1000))).toBe(1);
	});

	it('complaints are bounded', () => {
		const text = file(set('850', Array<string>(5000).fill('bad id*1')));
		const found = diagnosticsOf(read(text));
		expect(found).toHaveLength(1001);
		expect(found.at(-1)).toMatchObject({ code: 'too-many-diagnostics' });
	});

	it('blanks without an end hold nothing', async () => {
		await expect(count(times('', ' '.repeat(1 << 16), 1 << 7))).rejects.toMatchObject({ code: 'not-x12' });
	});
});

/** Shapes that make a careless reader look at the same characters again and again. */
const SHAPES: Record<string, (size: number) => Iterable<string>> = {
	'pieces of one character': (size) => [...(start + 'N1*ST*A~'.repeat(size / 64))],
	'one long segment, piece by piece': (size) => times(`${start}N1*`, 'xxxxxxxx', size / 8, '~'),
	'a long segment of line breaks': (size) => [`${start}MSG*${'x\n'.repeat(size / 2)}~`],
	'a long segment of carriage returns': (size) => [`${start}MSG*${'x\r'.repeat(size / 2)}~`],
	'lines without a terminator': (size) => [`${start}${'N1*ST*A\n'.repeat(size / 8)}~`],
	'lines without a terminator, at the end': (size) => [`${start}${'N1*ST*A\r'.repeat(size / 8)}`],
	components: (size) => [`${start}N1*${'a>'.repeat(size / 2)}~`],
	elements: (size) => [`${start}N1${'*a'.repeat(size / 2)}~`],
	'empty elements': (size) => [`${start}N1${'*'.repeat(size)}~`],
	'blanks between segments': (size) => [`${start}${' '.repeat(size)}N1*A~`],
	'ISA again and again': (size) => [start + 'ISA*~'.repeat(size / 5)],
	'sets of two segments': (size) => [start, 'SE*1*1~ST*850*0002~'.repeat(size / 19)],
};

/** Values that make a careless pattern try again at each of their characters. */
const VALUES: Record<string, (size: number) => string> = {
	'digits and a letter': (size) => `${'1'.repeat(size)}x`,
	'zeros and a digit': (size) => `.${'0'.repeat(size)}1`,
	'blanks within and at the end': (size) => `a${' '.repeat(size)}b `,
	commas: (size) => '1,234'.repeat(size / 5),
	accents: (size) => 'é'.repeat(size),
	separators: (size) => '*'.repeat(size),
};
const ELEMENTS: Array<[string, number]> = [
	['N1', 2],
	['PO1', 2],
	['CTT', 1],
	['CTT', 2],
	['DTM', 2],
	['DTM', 3],
	['REF', 1],
	['ZZ1', 1],
];

/** A segment with the value as one of its elements, and nothing before it. */
const withValue = (id: string, element: number, value: string) => ({
	id,
	elements: [...Array<string>(element - 1).fill(''), value],
});

/** Work at the larger size that takes less, in milliseconds, is not judged. */
const LITTLE = 250;
/** Eight times the size must be far from 64 times the work. */
const MOST_GROWTH = 50;

/** Least CPU time of at most three runs, in milliseconds: whatever else the machine does counts little. */
async function timeOf(work: (size: number) => Promise<unknown>, size: number, enough = 0): Promise<number> {
	let least = Infinity;
	for (let run = 0; run < 3 && least > enough; run++) {
		const before = process.cpuUsage();
		await work(size);
		least = Math.min(least, process.cpuUsage(before).user / 1000);
	}
	return least;
}

/** Work that looks at each character again for each of the others takes seconds at the larger size. */
async function expectLinear(work: (size: number) => Promise<unknown>): Promise<void> {
	const large = await timeOf(work, 1 << 16, LITTLE);
	if (large > LITTLE) expect(large / (await timeOf(work, 1 << 13))).toBeLessThan(MOST_GROWTH);
}

it.each(Object.entries(SHAPES))('work grows with the size: %s', async (_, shape) => {
	await expectLinear(
		async (size) => await count(shape(size), { maximumSegmentLength: 1 << 24, maximumSegments: 1 << 24 }),
	);
});

it.each(Object.entries(VALUES))('checking and writing grow with the size: %s', async (_, valueOf) => {
	await expectLinear(async (size) => {
		const segments = ELEMENTS.map(([id, element]) => withValue(id, element, valueOf(size)));
		const lines = segments.map(({ id, elements }) => [id, ...elements].join('*'));
		const text = file(set('850', lines));
		check(read(text));
		try {
			write(orders([{ id: '850', segments }]), { delimiterInValue: 'replace', tooLong: 'cut' });
		} catch (error) {
			expect(error).toBeInstanceOf(EdiError);
		}
		return await Promise.resolve();
	});
});
