import { run, startServer } from '../lab';
import { ratio, seconds, type Row } from '../report';
import type { Sizes } from '../sizes';
import { middle, turns } from '../turns';

/** Rows that the trigger asks for at once. */
const PAGE_SIZE = 500;
/** Seconds after which the changes have come to rest. */
const AHEAD = 600;

/** New orders drained by the trigger over its polls. */
export async function drainRow({ changes, rounds }: Sizes): Promise<Row> {
	const server = await startServer({ orders: changes }, 20);
	await server.send({ do: 'advance', seconds: AHEAD });
	let ahead = AHEAD;
	const seen = await turns(['floor', 'node'], rounds, async (contender) => {
		const job = { kind: 'drain', target: server.target, changes, pageSize: PAGE_SIZE, ahead } as const;
		const outcome = await run({ ...job, contender }, process.env.BENCH_PROFILE && `drain-${contender}`);
		// The idle polls of the trigger move the clock on.
		ahead = outcome.more?.ahead ?? ahead;
		return outcome;
	});
	await server.stop();
	const [floor, trigger] = [middle(seen.floor), middle(seen.node)];
	const { polls, largestCursor, twice, idleRequestsLeast, idleRequestsMost } = trigger.more as Record<string, number>;
	const work = `trigger: ${changes} changes drained`;
	const slower = trigger.seconds / floor.seconds;
	return {
		lines: [
			{
				work,
				must: "at most 1.1x the floor's time",
				seen: `${ratio(slower)} (${seconds(trigger.seconds)} in ${polls} polls; floor ${seconds(floor.seconds)})`,
				ok: slower <= 1.1,
				bars: [{ group: 'overhead', label: 'Trigger, 100,000 changes', value: slower }],
			},
			{
				work,
				must: 'all delivered, none twice',
				seen: `${trigger.done} delivered, ${twice} twice`,
				ok: trigger.done === changes && twice === 0,
				isExact: true,
			},
			{
				work,
				must: 'cursor below 64 KB',
				seen: `${(largestCursor / 1024).toFixed(1)} KB at most`,
				ok: largestCursor < 65_536,
				isExact: true,
			},
			{
				work: 'trigger: nothing changed, polled each minute',
				must: 'one request, always the same',
				seen: `${idleRequestsLeast} to ${idleRequestsMost} requests`,
				ok: idleRequestsMost === 1,
				isExact: true,
			},
		],
	};
}
