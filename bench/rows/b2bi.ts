import type { B2biJob, Outcome } from '../jobs';
import { run, startServer, type Server } from '../lab';
import { ratio, seconds, type Row } from '../report';
import type { Sizes } from '../sizes';
import { middle, turns } from '../turns';

const IN_FLIGHT = 8;

/** Messages of 4 KB uploaded to a mailbox and read from it, against a bare pool that makes the same calls. */
export async function b2biRow({ messages, rounds }: Sizes): Promise<Row> {
	const reads: Record<B2biJob['contender'], Outcome[]> = { floor: [], client: [] };
	const uploads = await turns(['floor', 'client'], rounds, async (contender) => {
		// A server for each, so that none profits from what another has warmed up.
		const server = await startServer({ orders: 0, b2bi: true }, 20);
		const upload = await runWork(server, contender, 'upload', messages);
		reads[contender].push(await runWork(server, contender, 'read', messages));
		await server.stop();
		return upload;
	});
	const seen = { upload: uploads, read: reads };
	const lines = (['upload', 'read'] as const).flatMap((work) => {
		const [bare, own] = [middle(seen[work].floor), middle(seen[work].client)];
		const slower = own.seconds / bare.seconds;
		const what = `B2B Integrator: ${messages} messages of 4 KB, ${work}, 20 ms, ${IN_FLIGHT} in flight`;
		return [
			{
				work: what,
				must: "at most 1.15x the floor's time",
				seen: `${ratio(slower)} (library ${detail(own)}; floor ${detail(bare)})`,
				ok: slower <= 1.15,
				bars: [{ group: 'overhead' as const, label: `B2B Integrator messages, ${work}`, value: slower }],
			},
			{
				work: what,
				must: 'all of them',
				seen: `${own.done} of ${messages}`,
				ok: own.done === messages && own.failed === 0,
				isExact: true,
			},
		];
	});
	return { lines };
}

const runWork = async (server: Server, contender: B2biJob['contender'], work: B2biJob['work'], count: number) =>
	await run(
		{ kind: 'b2bi', work, contender, target: server.target, count, inFlight: IN_FLIGHT },
		process.env.BENCH_PROFILE && `b2bi-${work}-${contender}`,
	);

const detail = ({ seconds: time, cpuSeconds }: Outcome) => `${seconds(time)}, CPU ${seconds(cpuSeconds)}`;
