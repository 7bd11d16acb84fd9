import { Bench, onOrder } from '../../support/bench';

// n8n reads its policy once, when it is first needed.
process.env.N8N_SSRF_PROTECTION_ENABLED = 'true';
process.env.N8N_SSRF_ALLOWED_IP_RANGES = '127.0.0.0/8';

const bench = Bench.forFile();

it.each(['json', 'xml'])(
	'with the policy on, n8n’s own helper brings answers, refusals and empty bodies: %s',
	async (dataFormat) => {
		const node = bench.with({ dataFormat });
		const finished = await node.runNode(onOrder('get', 'AUR-1001'));
		expect(finished.error).toBeUndefined();
		expect((await node.runNode(onOrder('get', 'AUR-NONE'))).error?.message).toBeDefined();
		expect(
			(await node.runNode(onOrder('schedule', dataFormat === 'json' ? 'AUR-1001' : 'AUR-1002'))).error,
		).toBeUndefined();
		expect(bench.sandbox.log.counters.connections).toBeGreaterThan(3);
	},
);
