import type { Contender, CreateJob, Outcome } from '../jobs';
import { run, startServer, type Server } from '../lab';
import { ratio, seconds, type Line, type Row } from '../report';
import type { Sizes } from '../sizes';
import { middle, turns } from '../turns';

const IN_FLIGHT = 16;
/** What is compared however far the server is. */
const CONTENDERS = ['floor', 'client', 'helper', 'node'] as const;
/** What of the node's time is n8n's own; the way to the server does not change it. */
const ENGINE = ['noop', 'idle'] as const;
let batch = 0;

/** Creates orders as a contender, under numbers of its own. */
export async function createAs(
	server: Server,
	contender: Contender,
	count: number,
	more: Partial<CreateJob> = {},
): Promise<Outcome & { handshakes: number; refused: number; stored: number }> {
	const prefix = `B${++batch}`;
	const { target } = server;
	const outcome = await run(
		{ kind: 'create', contender, target, dataFormat: 'json', prefix, count, inFlight: IN_FLIGHT, ...more },
		process.env.BENCH_PROFILE && `create-${contender}-${batch}`,
		async () => await server.send({ do: 'clear' }),
	);
	const { handshakes, refused, orders } = await server.send({ do: 'count', prefix });
	return { ...outcome, handshakes, refused, stored: orders };
}

/** How far the server is, and how it speaks. */
interface Way {
	/** Milliseconds. */
	roundTrip: number;
	/** The only version of TLS that it speaks; by default what Node.js speaks. */
	tlsVersion?: 'TLSv1.2';
}

type Seen = Awaited<ReturnType<typeof createAs>>;

/**
 * How much longer than the floor the node may take, by round trip. Against the baseline its CPU is judged and its
 * throughput is shown: latency decides that, and only connections kept open save it.
 */
const NODE_LIMITS: Record<number, number> = { 0: 1.2, 20: 1.05 };

/** Orders over mutual TLS; the first way is judged whole, the others by the time of the node. */
export async function createRow({ creates, rounds, roundTrips }: Sizes): Promise<Row> {
	const [judged, ...others] = roundTrips.map((roundTrip): Way => ({ roundTrip }));
	const lines = judgedLines(judged, await compared(judged, [...CONTENDERS, ...ENGINE], creates, rounds));
	// A full handshake of TLS 1.2, which many application servers still speak, takes one round trip more.
	for (const way of [{ ...judged, tlsVersion: 'TLSv1.2' } as const, ...others]) {
		const isJudged = way.roundTrip in NODE_LIMITS && !way.tlsVersion;
		// What is only shown is as clear with a quarter of the orders.
		const [count, turn] = isJudged ? [creates, rounds] : [Math.ceil(creates / 4), 1];
		const seen = await compared(way, CONTENDERS, count, turn);
		lines.push(otherLine(way, seen));
		if (isJudged) lines.push(nodeLine(way, seen));
	}
	return { lines };
}

/** What each contender took, the middle one of its turns. */
async function compared<C extends Contender>(
	{ roundTrip, tlsVersion }: Way,
	contenders: readonly C[],
	creates: number,
	rounds: number,
): Promise<Record<C, Seen>> {
	const server = await startServer({ orders: 0, tlsVersion }, roundTrip);
	// A server that has just been started is slower, and whoever came first would pay for it.
	await createAs(server, 'floor', creates * 4, { inFlight: 64 });
	const work = async (contender: C) => await createAs(server, contender, creates);
	const once = contenders.filter((contender) => ONCE.has(contender));
	const seen = await turns(contenders, rounds, work, once);
	await server.stop();
	for (const contender of contenders.filter((one) => MUST_STORE.has(one))) {
		const { stored } = seen[contender].find((one) => one.stored !== creates) ?? { stored: creates };
		if (stored !== creates) throw new Error(`${stored} of ${creates} orders are stored`);
	}
	return Object.fromEntries(contenders.map((contender) => [contender, middle(seen[contender])])) as Record<C, Seen>;
}

/** The baseline takes three times as long, far from what is judged. */
const ONCE: ReadonlySet<Contender> = new Set(['helper', 'noop', 'idle']);
const MUST_STORE: ReadonlySet<Contender> = new Set(['floor', 'client', 'node']);

const workOf = ({ roundTrip, tlsVersion }: Way, { done }: Seen) =>
	`${done} createOrder, mutual TLS${tlsVersion ? ' 1.2' : ''}, ${roundTrip} ms, ${IN_FLIGHT} in flight`;

const detail = (of: Outcome) => `${seconds(of.seconds)}, CPU ${seconds(of.cpuSeconds)}`;

function judgedLines(way: Way, { floor, client, helper, noop, idle, node }: Record<Contender, Seen>): Line[] {
	const work = workOf(way, node);
	const faster = helper.seconds / node.seconds;
	const cheaper = node.cpuSeconds / helper.cpuSeconds;
	const slower = client.seconds / floor.seconds;
	return [
		{
			work,
			must: '',
			seen: `${ratio(faster)} the throughput of the baseline (node ${detail(node)}; baseline ${detail(helper)}; floor ${ratio(helper.seconds / floor.seconds)})`,
			bars: [
				{ group: 'faster', label: 'Create orders: n8n’s HTTP request helper', value: faster },
				{ group: 'faster', label: 'Create orders, CPU: n8n’s HTTP request helper', value: 1 / cheaper },
				{ group: 'overhead', label: 'Create orders, node on n8n’s engine', value: node.seconds / floor.seconds },
				{ group: 'overhead', label: 'Create orders, client library', value: slower },
			],
		},
		{ work, must: 'at most a third of its client CPU', seen: ratio(cheaper), ok: cheaper <= 1 / 3 },
		{
			work,
			must: `at most ${IN_FLIGHT} handshakes`,
			seen: `${node.handshakes} (baseline ${helper.handshakes})`,
			ok: node.handshakes <= IN_FLIGHT && client.handshakes <= IN_FLIGHT,
			isExact: true,
		},
		{
			work,
			must: "at most 1.15x the floor's time",
			seen: `${ratio(slower)} (library ${detail(client)}; floor ${detail(floor)})`,
			ok: slower <= 1.15,
		},
		nodeLine(way, { floor, node }),
		{
			work,
			must: '',
			seen: `n8n's engine with a node that does nothing: ${detail(noop)}; with one that only reads the same parameters of each item: ${detail(idle)}`,
		},
	];
}

/** The node, n8n's engine included, against the bare pool. */
function nodeLine(way: Way, { floor, node }: Pick<Record<Contender, Seen>, 'floor' | 'node'>): Line {
	const limit = NODE_LIMITS[way.roundTrip];
	const slower = node.seconds / floor.seconds;
	return {
		work: workOf(way, node),
		must: `node on n8n's engine at most ${limit}x the floor's time`,
		seen: `${ratio(slower)} (node ${detail(node)}; floor ${detail(floor)})`,
		ok: slower <= limit,
	};
}

function otherLine(way: Way, { floor, client, helper, node }: Record<(typeof CONTENDERS)[number], Seen>): Line {
	const faster = ratio(helper.seconds / node.seconds);
	const cpu = ratio(node.cpuSeconds / helper.cpuSeconds);
	const times = `the floor's time ${ratio(client.seconds / floor.seconds)} (node ${ratio(node.seconds / floor.seconds)})`;
	return {
		work: workOf(way, node),
		must: '',
		seen: `throughput ${faster}, CPU ${cpu}, ${node.handshakes} handshakes, ${times}`,
	};
}

/** The same while the server returns 429 above so many requests in a second. */
export async function rateRow({ creates, rateLimit }: Sizes): Promise<Row> {
	const server = await startServer({ orders: 0, rateLimit }, 20);
	const node = await createAs(server, 'node', creates, { isCold: true });
	const helper = await createAs(server, 'helper', creates, { isCold: true });
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
				isExact: true,
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
	const figure = growth.map(
		(count, i) => `${String(count).padStart(6)} items ${perItem[i].toFixed(1).padStart(7)} ms each ${bar(perItem[i])}`,
	);
	return {
		lines: [
			{
				work: `createOrder with ${growth.join(', ')} items`,
				must: 'time per item falls, then is flat',
				seen: perItem.map((value) => `${value.toFixed(1)} ms`).join(', '),
				ok: rises.length === 0,
			},
		],
		text: [
			'Time per item as the work grows (createOrder, 20 ms round trip, 16 in flight):',
			'',
			'```',
			...figure,
			'```',
		].join('\n'),
	};
}
