import type { AvailabilityJob, Outcome } from '../jobs';
import { run, startServer } from '../lab';
import { ratio, seconds, type Row } from '../report';
import type { Sizes } from '../sizes';
import { middle, turns } from '../turns';

const IN_FLIGHT = 8;

/** Availability of many items at a node of Inventory Visibility, against a bare pool that makes the same calls. */
export async function availabilityRow({ items, rounds }: Sizes): Promise<Row> {
	const ask = async (contender: AvailabilityJob['contender']) => {
		// A server for each, so that none profits from what another has warmed up.
		const server = await startServer({ orders: 0, items }, 20);
		const job = { kind: 'availability', target: server.target, count: items, inFlight: IN_FLIGHT } as const;
		const outcome = await run(
			{ ...job, contender },
			process.env.BENCH_PROFILE && `availability-${contender}`,
			async () => await server.send({ do: 'clear' }),
		);
		const { requests } = await server.send({ do: 'counters' });
		await server.stop();
		return { ...outcome, requests };
	};
	const seen = await turns(['floor', 'client', 'node'], rounds, ask, ['node']);
	const [floor, client, node] = [middle(seen.floor), middle(seen.client), middle(seen.node)];
	const calls = Math.ceil(items / 100);
	const work = `availability of ${items} items at a node, 20 ms, ${IN_FLIGHT} in flight`;
	const detail = ({ seconds: time, cpuSeconds }: Outcome) => `${seconds(time)}, CPU ${seconds(cpuSeconds)}`;
	const slower = client.seconds / floor.seconds;
	return {
		lines: [
			{
				work,
				must: "at most 1.15x the floor's time",
				seen: `${ratio(slower)} (library ${detail(client)}; floor ${detail(floor)}; node ${ratio(node.seconds / floor.seconds)})`,
				ok: slower <= 1.15,
				bars: [{ group: 'overhead', label: 'Availability of 10,000 items, client library', value: slower }],
			},
			{
				work,
				must: 'all returned, with one token and full calls',
				seen: `${node.done} returned, 1 token, ${node.requests - 1} calls`,
				ok: [floor, client, node].every(({ done }) => done === items) && node.requests === calls + 1,
				isExact: true,
			},
		],
	};
}
