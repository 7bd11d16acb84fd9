import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { write, type InterchangeContent } from '../../edi';
import type { Outcome, X12Job } from '../jobs';
import { run } from '../lab';
import { contentOf } from '../processes/x12Orders';
import { megabytes, ratio, seconds, type Row } from '../report';
import type { Sizes } from '../sizes';
import { middle, turns } from '../turns';

/** Orders in one file where node-x12 takes part: it holds the whole file, and a tree of some hundred times its size. */
const SMALL_FILE = 1000;

type Contender = X12Job['contender'];

/** Purchase orders read and written beside the two libraries that the tests use as oracles. */
export async function x12Row({ x12Orders: orders, x12Lines: lines, rounds }: Sizes): Promise<Row> {
	const folder = mkdtempSync(join(tmpdir(), 'bench-x12-'));
	try {
		const parts = [];
		for (let first = 1; first <= orders; first += SMALL_FILE) {
			const file = join(folder, `${first}.edi`);
			writeFile(file, [contentOf(first, Math.min(SMALL_FILE, orders - first + 1), lines)]);
			parts.push(file);
		}
		const whole = join(folder, 'whole.edi');
		const quarter = join(folder, 'quarter.edi');
		writeFile(whole, contents(orders, lines));
		writeFile(quarter, contents(orders / 4, lines));
		const job = { kind: 'x12', work: 'read', files: parts, orders, lines } as const;
		const readers: Contender[] = ['edi', 'x12-parser', 'node-x12'];
		// The others take so long that a fifth shows as much.
		const part = parts.slice(0, Math.ceil(parts.length / 5));
		const fewer = { files: part, orders: Math.min(orders, part.length * SMALL_FILE) };
		const jobOf = (contender: Contender) =>
			contender === 'edi' ? { ...job, contender } : { ...job, ...fewer, contender };
		const reads = await middles(readers, rounds, (contender) => run(jobOf(contender), profileOf('read', contender)));
		const large = await run({ ...job, files: [whole], contender: 'edi' });
		const small = await run({ ...job, files: [quarter], orders: orders / 4, contender: 'edi' });
		const writes = await middles(['edi', 'node-x12'], rounds, (contender) =>
			run({ ...jobOf(contender), work: 'write', files: [] }, profileOf('write', contender)),
		);
		for (const { done, failed } of [...Object.values(reads), ...Object.values(writes), large, small])
			if (failed !== 0) throw new Error(`${done} of ${orders} orders were read or written`);

		const work = `X12: ${orders} purchase orders of ${lines} lines (${megabytes(statSync(whole).size)})`;
		const compared = (outcomes: Record<string, Outcome>, other: Contender, bound: number, verb: string) => {
			const perThousand = ({ cpuSeconds, done }: Outcome) => (cpuSeconds / done) * 1000;
			const [own, theirs] = [perThousand(outcomes.edi), perThousand(outcomes[other])];
			const times = theirs / own;
			return {
				work: `${work} ${verb}`,
				must: `at least ${bound}x the throughput of ${other}`,
				seen: `${ratio(times)} (CPU of 1000 orders ${seconds(own)} to ${seconds(theirs)})`,
				ok: times >= bound,
				bars: [{ group: 'faster' as const, label: `X12 ${verb}: ${other}`, value: times }],
			};
		};
		return {
			lines: [
				compared(reads, 'x12-parser', 2, 'read'),
				compared(reads, 'node-x12', 3, 'read'),
				{
					work: `${work} read from one file`,
					must: 'memory flat: at most 1.5x for four times the size',
					seen: `${megabytes(large.peakBytes)}, a quarter of it ${megabytes(small.peakBytes)} (node-x12 takes ${megabytes(reads['node-x12'].peakBytes)} for ${SMALL_FILE} orders a file)`,
					ok: large.peakBytes <= small.peakBytes * 1.5,
				},
				compared(writes, 'node-x12', 2, 'written'),
			],
		};
	} finally {
		rmSync(folder, { recursive: true });
	}
}

const profileOf = (work: string, contender: Contender) => process.env.BENCH_PROFILE && `x12-${work}-${contender}`;

/** What each contender took, by the middling CPU time of its turns. */
async function middles(
	contenders: Contender[],
	rounds: number,
	work: (contender: Contender) => Promise<Outcome>,
): Promise<Record<string, Outcome>> {
	// The others take several times as long as must be shown.
	const others = contenders.filter((contender) => contender !== 'edi');
	const seen = await turns(contenders, rounds, work, others);
	return Object.fromEntries(contenders.map((contender) => [contender, middle(seen[contender], 'cpuSeconds')]));
}

/** One interchange after the other, a thousand orders each. */
function* contents(orders: number, lines: number): Generator<InterchangeContent> {
	for (let first = 1; first <= orders; first += SMALL_FILE)
		yield contentOf(first, Math.min(SMALL_FILE, orders - first + 1), lines);
}

function writeFile(file: string, interchanges: Iterable<InterchangeContent>): void {
	const descriptor = openSync(file, 'w');
	for (const content of interchanges) writeSync(descriptor, write(content, { lineBreak: '' }).text);
	closeSync(descriptor);
}
