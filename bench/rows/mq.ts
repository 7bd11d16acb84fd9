import { environmentFor, missing, prepareLibrary } from '../../test/support/mq/cLibrary/prepare';
import type { MqJob, Outcome, Target } from '../jobs';
import { run, startServer } from '../lab';
import { median, megabytes, ratio, seconds, type Line, type Row } from '../report';
import type { Sizes } from '../sizes';

type Way = MqJob['way'];

const MUST = 1.3;
/** Bytes by which memory may grow over ten times as many messages. */
const FLAT = 24 * 1024 * 1024;
const NAMES = { builtIn: 'built-in client', client: "IBM's client" };
const FLOORS = { builtIn: 'a bare socket', client: 'the bare binding' };

/**
 * Messages of 4 KB put one by one, then each taken in a unit of work of its own. The built-in client is held against a
 * bare socket with the same requests, on the emulated queue manager; IBM's client against its bare binding, on the
 * stand-in for IBM's library.
 */
export async function mqRow({ mqMessages: count, rounds, mayDownload }: Sizes): Promise<Row> {
	const builtIn = await linesOf('builtIn', count, rounds, {});
	const why = missing({ offline: !mayDownload });
	if (why)
		return { lines: [...builtIn, { work: work('client', count), must: `at most ${MUST}x`, seen: `skipped: ${why}` }] };
	const client = await linesOf('client', count, rounds, environmentFor(await prepareLibrary()));
	return { lines: [...builtIn, ...client] };
}

const work = (way: Way, count: number) => `IBM MQ, ${NAMES[way]}: ${count} messages of 4 KB`;

async function linesOf(way: Way, count: number, rounds: number, env: Record<string, string>): Promise<Line[]> {
	const turns: Record<MqJob['contender'], Outcome[]> = { floor: [], client: [] };
	for (let round = 0; round < rounds; round++) {
		for (const contender of ['floor', 'client'] as const) turns[contender].push(await turn(way, contender, count, env));
	}
	const few = await turn(way, 'client', Math.ceil(count / 10), env);
	const time = (contender: MqJob['contender'], what: string) =>
		median(turns[contender].map(({ more }) => more?.[what] ?? 0));
	const peak = (outcomes: Outcome[]) => median(outcomes.map(({ peakBytes }) => peakBytes));
	const judged = (['put', 'drain'] as const).map((what): Line => {
		const [bare, own] = [time('floor', what), time('client', what)];
		const slower = own / bare;
		return {
			work: `${work(way, count)}, ${what}`,
			must: `at most ${MUST}x the time of ${FLOORS[way]}`,
			seen: `${ratio(slower)} (${seconds(own)}; ${seconds(bare)})`,
			ok: slower <= MUST,
			bars: [{ group: 'overhead', label: `IBM MQ, ${NAMES[way]}, ${what}`, value: slower }],
		};
	});
	// The stand-in keeps its queue in the same process, so the bare binding's memory has it, too.
	const floor = way === 'client' ? peak(turns.floor) : few.peakBytes;
	const most = peak(turns.client);
	const done = median(turns.client.map((outcome) => outcome.done));
	return [
		...judged,
		{
			work: `${work(way, count)}, memory`,
			must:
				way === 'client'
					? `at most ${megabytes(FLAT)} more than the bare binding`
					: `at most ${megabytes(FLAT)} more than at a tenth`,
			seen: `${megabytes(most)} (${megabytes(floor)})`,
			ok: most - floor <= FLAT,
		},
		{ work: work(way, count), must: 'all of them', seen: `${done} of ${count}`, ok: done === count, isExact: true },
	];
}

async function turn(
	way: Way,
	contender: MqJob['contender'],
	count: number,
	env: Record<string, string>,
): Promise<Outcome> {
	const job = (target: Target): MqJob => ({ kind: 'mq', way, contender, target, count });
	const profile = process.env.BENCH_PROFILE && `mq-${way}-${contender}-${count}`;
	if (way === 'client') return await run(job(NOWHERE), profile, undefined, env);
	const server = await startServer({ orders: 0, mq: true }, 0);
	try {
		return await run(job(server.target), profile);
	} finally {
		await server.stop();
	}
}

const NOWHERE: Target = {
	url: '127.0.0.1(1414)',
	ca: '',
	certificate: '',
	key: '',
	loginId: 'app',
	password: 'App-Password-1',
};
