import type { Outcome, ReadJob } from '../jobs';
import { run, startServer, type Server } from '../lab';
import { megabytes, ratio, seconds, type Row } from '../report';
import type { Sizes } from '../sizes';
import { middle, turns } from '../turns';
import { createAs } from './create';

const readAs = async (server: Server, job: Omit<ReadJob, 'kind' | 'target'>): Promise<Outcome> =>
	await run(
		{ kind: 'read', target: server.target, ...job },
		process.env.BENCH_PROFILE && `read-${job.contender}-${job.dataFormat}-${job.pageSize}`,
	);

/** All orders with their lines by pages, and what XML costs beside JSON. */
export async function readRows({ orders, pageSizes, creates, rounds }: Sizes): Promise<Row> {
	const server = await startServer({ orders }, 20);
	const limit = orders;
	const base = { dataFormat: 'json', limit, keep: true } as const;
	const tried: Array<{ pageSize: number; time: number }> = [];
	for (const pageSize of pageSizes) {
		const part = Math.min(limit, Math.max(...pageSizes) * 2);
		const { seconds: time } = await readAs(server, { ...base, limit: part, contender: 'client', pageSize });
		tried.push({ pageSize, time });
	}
	const { pageSize } = tried.reduce((best, one) => (one.time < best.time ? one : best));
	const reads = await turns(['floor', 'client', 'xml'], rounds, async (contender) => {
		const job = contender === 'xml' ? ({ contender: 'client', dataFormat: 'xml' } as const) : { contender };
		return await readAs(server, { ...base, ...job, pageSize });
	});
	const small = Math.min(...pageSizes);
	const flat = await readAs(server, { ...base, keep: false, contender: 'client', pageSize: small });
	await server.stop();
	for (const { done } of Object.values(reads).flat()) {
		if (done !== orders) throw new Error(`${done} of ${orders} orders were read`);
	}

	const writing = await startServer({ orders: 0 }, 20);
	const writes = await turns(
		['json', 'xml'],
		rounds,
		async (dataFormat) => await createAs(writing, 'client', creates, { dataFormat }),
	);
	await writing.stop();

	const work = `${orders} orders with lines, pages of ${pageSize}`;
	const [floor, client] = [middle(reads.floor), middle(reads.client)];
	const slower = client.seconds / floor.seconds;
	const larger = client.peakBytes / floor.peakBytes;
	const { firstHeap, lastHeap } = flat.more as { firstHeap: number; lastHeap: number };
	const cpuOf = (runs: Outcome[]) => middle(runs, 'cpuSeconds').cpuSeconds;
	const xmlReads = cpuOf(reads.xml) / cpuOf(reads.client);
	const xmlCreates = cpuOf(writes.xml) / cpuOf(writes.json);
	const detail = (of: Outcome) => `${seconds(of.seconds)}, CPU ${seconds(of.cpuSeconds)}, ${megabytes(of.peakBytes)}`;
	return {
		lines: [
			{
				work,
				must: "at most 1.15x the floor's time",
				seen: `${ratio(slower)} (library ${detail(client)}; floor ${detail(floor)})`,
				ok: slower <= 1.15,
				bars: [{ group: 'overhead', label: 'Read 50,000 orders, client library', value: slower }],
			},
			{ work, must: 'at most 1.3x its peak memory', seen: ratio(larger), ok: larger <= 1.3 },
			{
				work: `the same by pages of ${small}, rows not kept`,
				must: 'memory flat in the number of pages',
				seen: `heap ${megabytes(firstHeap)} after the first pages, ${megabytes(lastHeap)} at the end`,
				ok: lastHeap <= firstHeap * 1.2,
			},
			{
				work: `XML instead of JSON, ${orders} orders read`,
				must: 'at most 1.5x the JSON CPU',
				seen: `${ratio(xmlReads)} (${seconds(cpuOf(reads.xml))} to ${seconds(cpuOf(reads.client))})`,
				ok: xmlReads <= 1.5,
			},
			{
				work: `XML instead of JSON, ${creates} createOrder`,
				must: 'at most 1.5x the JSON CPU',
				seen: `${ratio(xmlCreates)} (${seconds(cpuOf(writes.xml))} to ${seconds(cpuOf(writes.json))})`,
				ok: xmlCreates <= 1.5,
			},
		],
		text: `Page sizes tried: ${tried.map((one) => `${one.pageSize} in ${seconds(one.time)}`).join(', ')}.`,
	};
}
