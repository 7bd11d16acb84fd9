import type { Contender, CreateJob, Outcome } from '../jobs';
import { run, startServer, type Server } from '../lab';
import { ratio, seconds, type Line, type Row } from '../report';
import type { Sizes } from '../sizes';

const IN_FLIGHT = 16;
const CONTENDERS = ['floor', 'client', 'helper', 'node'] as const;
let batch = 0;

/** Creates orders as a contender, under numbers of its own. */
export async function createAs(
	server: Server,
	contender: Contender,
	count: number,
	more: Partial<CreateJob> = {},
): Promise<Outcome & { handshakes: number; refused: number; stored: number }> {
	const prefix = `B${++batch}`;
	await server.tell({ do: 'clear' });
	const { target } = server;
	const outcome = await run(
		{ kind: 'create', contender, target, dataFormat: 'json', prefix, count, inFlight: IN_FLIGHT, ...more },
		process.env.BENCH_PROFILE && `create-${contender}-${batch}`,
	);
	const { handshakes, refused, orders } = await server.tell({ do: 'count', prefix });
	return { ...outcome, handshakes, refused, stored: orders };
}

/** The one that took a middling time. */
const middle = <T extends Outcome>(outcomes: T[]): T =>
	[...outcomes].sort((one, other) => one.seconds - other.seconds)[Math.floor(outcomes.length / 2)];

/** Orders over mutual TLS. */
export async function createRow({ creates, rounds, roundTrips }: Sizes): Promise<Row> {
	const lines: Line[] = [];
	for (const roundTrip of roundTrips) {
		const server = await startServer({ orders: 0 }, roundTrip);
		// A server that has just been started is slower, and whoever came first would pay for it.
		await createAs(server, 'floor', creates);
		const turns = roundTrip === roundTrips[0] ? rounds : 1;
		const seen: Record<Contender, Array<Awaited<ReturnType<typeof createAs>>>> = { floor: [], client: [], helper: [], node: [] };
		for (let turn = 0; turn < turns; turn++) {
			for (const contender of CONTENDERS) seen[contender].push(await createAs(server, contender, creates));
		}
		await server.stop();
		const [floor, client, helper, node] = CONTENDERS.map((contender) => middle(seen[contender]));
		const work = `${creates} createOrder, mutual TLS, ${roundTrip} ms, ${IN_FLIGHT} in flight`;
		const faster = helper.seconds / node.seconds;
		const cheaper = node.cpuSeconds / helper.cpuSeconds;
		const slower = client.seconds / floor.seconds;
		const detail = (of: Outcome) => `${seconds(of.seconds)}, CPU ${seconds(of.cpuSeconds)}`;
		const judged = (line: Line): Line => (roundTrip === roundTrips[0] ? line : { ...line, must: '', ok: undefined });
		lines.push(
			judged({
				work,
				must: 'at least 3x the throughput of the baseline',
				seen: `${ratio(faster)} (node ${detail(node)}; baseline ${detail(helper)})`,
				ok: faster >= 3,
			}),
			judged({ work, must: 'at most a third of its client CPU', seen: ratio(cheaper), ok: cheaper <= 1 / 3 }),
			judged({
				work,
				must: `at most ${IN_FLIGHT} handshakes`,
				seen: `${node.handshakes} (baseline ${helper.handshakes})`,
				ok: node.handshakes <= IN_FLIGHT && client.handshakes <= IN_FLIGHT,
			}),
			judged({
				work,
				must: "at most 1.15x the floor's time",
				seen: `${ratio(slower)} (library ${detail(client)}; floor ${detail(floor)}; node ${ratio(node.seconds / floor.seconds)})`,
				ok: slower <= 1.15,
			}),
		);
		for (const { stored } of [floor, client, node]) {
			if (stored !== creates) throw new Error(`${stored} of ${creates} orders are stored`);
		}
	}
	return { lines };
}

/** The same while the server answers 429 above so many requests in a second. */
export async function rateRow({ creates, rateLimit }: Sizes): Promise<Row> {
	const server = await startServer({ orders: 0, rateLimit }, 20);
	const node = await createAs(server, 'node', creates);
	const helper = await createAs(server, 'helper', creates);
	await server.stop();
	const permitted = Math.min(rateLimit, creates);
	const rate = node.stored / node.seconds;
	const work = `the same with 429 above ${rateLimit} requests a second`;
	return {
		lines: [
			{
				work,
				must: 'all done, none twice',
				seen: `${node.done} done, ${node.stored} stored, ${node.refused} times refused`,
				ok: node.done === creates && node.stored === creates,
			},
			{
				work,
				must: 'at least 85 % of the permitted rate',
				seen: `${((rate / permitted) * 100).toFixed(0)} % (${seconds(node.seconds)})`,
				ok: rate >= 0.85 * permitted,
			},
			{ work, must: '', seen: `baseline: ${helper.failed} of ${creates} lost, ${helper.stored} stored` },
		],
	};
}

/** Time per item as the work grows. */
export async function growthRow({ growth }: Sizes): Promise<Row> {
	const server = await startServer({ orders: 0 }, 20);
	const perItem: number[] = [];
	for (const count of growth) perItem.push(((await createAs(server, 'node', count)).seconds / count) * 1000);
	await server.stop();
	const rises = perItem.filter((value, i) => i > 0 && value > perItem[i - 1] * 1.25);
	const most = Math.max(...perItem);
	const bar = (value: number) => '█'.repeat(Math.max(1, Math.round((value / most) * 40)));
	const figure = growth.map((count, i) => `${String(count).padStart(6)} items ${perItem[i].toFixed(1).padStart(7)} ms each ${bar(perItem[i])}`);
	return {
		lines: [
			{
				work: `createOrder with ${growth.join(', ')} items`,
				must: 'time per item falls, then is flat',
				seen: perItem.map((value) => `${value.toFixed(1)} ms`).join(', '),
				ok: rises.length === 0,
			},
		],
		text: ['Time per item as the work grows (createOrder, 20 ms round trip, 16 in flight):', '', '```', ...figure, '```'].join('\n'),
	};
}
