import type { Outcome, ReadJob } from '../jobs';
import { run, startServer, type Server } from '../lab';
import { megabytes, ratio, seconds, type Row } from '../report';
import type { Sizes } from '../sizes';
import { createAs } from './create';

const readAs = async (server: Server, job: Omit<ReadJob, 'kind' | 'target'>): Promise<Outcome> =>
	await run(
		{ kind: 'read', target: server.target, ...job },
		process.env.BENCH_PROFILE && `read-${job.contender}-${job.dataFormat}-${job.pageSize}`,
	);

/** All orders with their lines by pages, and what XML costs beside JSON. */
export async function readRows({ orders, pageSizes, creates }: Sizes): Promise<Row> {
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
	const floor = await readAs(server, { ...base, contender: 'floor', pageSize });
	const client = await readAs(server, { ...base, contender: 'client', pageSize });
	const xml = await readAs(server, { ...base, dataFormat: 'xml', contender: 'client', pageSize });
	const small = Math.min(...pageSizes);
	const flat = await readAs(server, { ...base, keep: false, contender: 'client', pageSize: small });
	await server.stop();
	for (const { done } of [floor, client, xml]) {
		if (done !== orders) throw new Error(`${done} of ${orders} orders were read`);
	}

	const writing = await startServer({ orders: 0 }, 20);
	const jsonWrites = await createAs(writing, 'client', creates);
	const xmlWrites = await createAs(writing, 'client', creates, { dataFormat: 'xml' });
	await writing.stop();

	const work = `${orders} orders with lines, pages of ${pageSize}`;
	const slower = client.seconds / floor.seconds;
	const larger = client.peakBytes / floor.peakBytes;
	const { firstHeap, lastHeap } = flat.more as { firstHeap: number; lastHeap: number };
	const xmlReads = xml.cpuSeconds / client.cpuSeconds;
	const xmlCreates = xmlWrites.cpuSeconds / jsonWrites.cpuSeconds;
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
				seen: `${ratio(xmlReads)} (${seconds(xml.cpuSeconds)} to ${seconds(client.cpuSeconds)})`,
				ok: xmlReads <= 1.5,
			},
			{
				work: `XML instead of JSON, ${creates} createOrder`,
				must: 'at most 1.5x the JSON CPU',
				seen: `${ratio(xmlCreates)} (${seconds(xmlWrites.cpuSeconds)} to ${seconds(jsonWrites.cpuSeconds)})`,
				ok: xmlCreates <= 1.5,
			},
		],
		text: `Page sizes tried: ${tried.map((one) => `${one.pageSize} in ${seconds(one.time)}`).join(', ')}.`,
	};
}
