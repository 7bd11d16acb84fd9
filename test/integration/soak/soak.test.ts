import { judgeLedger } from '../../../bench/soak/judge';
import { Ledger } from '../../../bench/soak/ledger';
import { REPORTED, triggersOf } from '../../../bench/soak/triggers';
import { World } from '../../../bench/soak/world';
import { writersOf, type Flow } from '../../../bench/soak/writers';
import { CREDENTIAL_ID, credentialFor, NODE_TYPE, oneNode } from '../../../engine/oneNode';
import { runWorkflow } from '../../../engine/workflow';
import { IbmSterlingOms } from '../../../nodes/IbmSterlingOms/IbmSterlingOms.node';
import { IbmSterlingOmsTrigger } from '../../../nodes/IbmSterlingOms/IbmSterlingOmsTrigger.node';
import { randomFrom } from '../../../sandbox/kit/random';
import { REAL_CLOCKWORK } from '../../../kit/http/retry';
import { Bench } from '../../support/bench';
import { watching } from '../../support/watch';

const bench = Bench.forFile({ withoutOrders: true });
const ROUNDS = 10;
const SEED = 7;

/** Waiting between attempts proves nothing here. */
const sleep = REAL_CLOCKWORK.sleep;
beforeAll(() => {
	REAL_CLOCKWORK.sleep = async () => await Promise.resolve();
});
afterAll(() => {
	REAL_CLOCKWORK.sleep = sleep;
});

test('a short soak: writes, triggers and faults together lose nothing and do nothing twice', async () => {
	const { sandbox } = bench;
	const ledger = new Ledger();
	const random = randomFrom(SEED);
	const action = new IbmSterlingOms();
	const credential = credentialFor(sandbox);
	const desk = {
		note: ledger.take,
		settle: async () => await Promise.resolve(),
		run: async (parameters: Parameters<typeof oneNode>[0], input: object[]) => {
			const finished = await runWorkflow(oneNode(parameters, { onError: 'continueRegularOutput' }), {
				nodeTypes: { [NODE_TYPE]: action },
				credentials: { [CREDENTIAL_ID]: credential },
				input: input as Array<Record<string, unknown>>,
			});
			if (finished.error) throw finished.error;
			return finished.items('Sterling');
		},
	};
	const world = new World(sandbox, {
		seed: SEED,
		stepMs: 40_000,
		longestMs: 180_000,
		changes: 2,
		calmRounds: 0,
	});
	const triggers = triggersOf({
		trigger: new IbmSterlingOmsTrigger(),
		credential,
		note: ledger.take,
		random,
		rules: { lag: 30, overlap: 180 },
		advance: async (seconds) => sandbox.clock.advance(seconds * 1000),
	});
	const writers = writersOf(desk, { orders: 4, changes: 4 });
	const flows = [...writers, ...triggers];

	await watching(async () => {
		for (const trigger of triggers) await trigger.activate();
		for (let i = 0; i < ROUNDS; i++) {
			for (const flow of flows) {
				world.round();
				await flow.round();
			}
		}
		world.calm();
		sandbox.clock.advance(300_000);
	});
	const left: Record<string, number> = {};
	for (const flow of flows) left[flow.name] = await finish(flow);

	const lines = judgeLedger(ledger, world.truth(), REPORTED, left);
	expect(lines.filter(({ ok }) => !ok)).toEqual([]);
	const struck = Object.values(world.truth().wire.struck).reduce((sum, count) => sum + count, 0);
	expect(struck).toBeGreaterThan(ROUNDS);
}, 120_000);

async function finish(flow: Flow): Promise<number> {
	let left = Infinity;
	for (let i = 0; i < 20 && left > 0; i++) left = await flow.finish();
	return left;
}
