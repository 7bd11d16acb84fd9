import { megabytes, type Line } from '../report';
import type { Count, Ledger, Reported, Truth } from './ledger';
import { trendOf, type Vitals } from './vitals';

/** Shorter runs say nothing about growth. */
const SHORTEST_JUDGED_SECONDS = 180;

/** What may be between the beginning and the end of a trend line: this much, or this share of its beginning. */
interface Bound {
	of: keyof Vitals;
	name: string;
	most: number;
	share: number;
	show: (value: number) => string;
}

const whole = (value: number) => value.toFixed(1);
const MB = 1024 * 1024;
const FLAT: Bound[] = [
	{
		of: 'heap',
		name: 'heap after garbage collection, without compiled code',
		most: 3 * MB,
		share: 0.05,
		show: megabytes,
	},
	{ of: 'resident', name: 'resident memory', most: 16 * MB, share: 0.1, show: megabytes },
	{ of: 'sockets', name: 'sockets', most: 6, share: 0.2, show: whole },
	{ of: 'handles', name: 'handles', most: 4, share: 0.2, show: whole },
	{ of: 'files', name: 'open files', most: 4, share: 0.1, show: whole },
	{ of: 'tokens', name: 'login tokens alive', most: 2, share: 0.2, show: whole },
];

/** Nothing lost, nothing twice, nothing open. */
export function judgeLedger(ledger: Ledger, truth: Truth, reported: Reported, left: Record<string, number>): Line[] {
	const stuck = Object.entries(left).filter(([, count]) => count > 0);
	return [
		...ledger.counts(truth, reported).map(lineOf),
		{
			work: 'failed operations changed nothing',
			must: 'no exception',
			seen: `${ledger.broken.length} exceptions${examples(ledger.broken)}`,
			ok: ledger.broken.length === 0,
		},
		{
			work: 'everything is completed at the end',
			must: 'nothing open',
			seen: stuck.length === 0 ? 'nothing open' : stuck.map(([name, count]) => `${name}: ${count}`).join(', '),
			ok: stuck.length === 0,
		},
	];
}

function lineOf({ what, expected, lost, twice }: Count): Line {
	return {
		work: what,
		must: '0 lost, 0 twice',
		seen: `${expected}: ${lost.length} lost, ${twice.length} twice${examples([...lost, ...twice])}`,
		ok: expected > 0 && lost.length === 0 && twice.length === 0,
	};
}

function examples(names: string[]): string {
	return names.length === 0 ? '' : ` (${names.slice(0, 3).join('; ')})`;
}

/** Flat is judged by the trend line over the last two thirds; short runs are shown, not judged. */
export function judgeVitals(samples: Vitals[]): Line[] {
	const isLong = samples.length > 0 && samples[samples.length - 1].at >= SHORTEST_JUDGED_SECONDS;
	return FLAT.map(({ of, name, most, share, show }) => {
		if (samples.length < 6) return { work: name, must: '', seen: 'too short to judge' };
		const { from, to, most: peak } = trendOf(samples, of);
		return {
			work: name,
			must: isLong ? `flat: grows by no more than ${show(most)} or ${share * 100} %` : '',
			seen: `${show(from)} to ${show(to)} (${show(peak)} at most)`,
			ok: isLong ? to - from <= Math.max(most, from * share) : undefined,
		};
	});
}
