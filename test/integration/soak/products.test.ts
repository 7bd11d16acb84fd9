import { setTimeout as wait } from 'node:timers/promises';

import type { INodeType } from 'n8n-workflow';

import { Ledger } from '../../../bench/soak/ledger';
import { productTriggers, productWriters, type ProductEngine } from '../../../bench/soak/products/flows';
import { MqListener } from '../../../bench/soak/products/mqListener';
import { ProductWorlds } from '../../../bench/soak/products/world';
import { closeAllPools } from '../../../kit/http/pools';
import { IbmB2bIntegrator } from '../../../nodes/IbmB2bIntegrator/IbmB2bIntegrator.node';
import { IbmB2bIntegratorTrigger } from '../../../nodes/IbmB2bIntegrator/IbmB2bIntegratorTrigger.node';
import { IbmMq } from '../../../nodes/IbmMq/IbmMq.node';
import { IbmMqTrigger } from '../../../nodes/IbmMq/IbmMqTrigger.node';
import { Syspro } from '../../../nodes/Syspro/Syspro.node';
import { SysproTrigger } from '../../../nodes/Syspro/SysproTrigger.node';
import { randomFrom } from '../../../sandbox/kit/random';
import '../../support/pauses';
import { watching } from '../../support/watch';

const ROUNDS = 12;
const SEED = 7;
const NODES: Record<string, new () => INodeType> = {
	IbmB2bIntegrator,
	IbmB2bIntegratorTrigger,
	IbmMq,
	IbmMqTrigger,
	Syspro,
	SysproTrigger,
};

test('a short soak of B2B Integrator, SYSPRO and MQ: nothing is lost and nothing done twice under faults', async () => {
	const world = await ProductWorlds.open(SEED);
	const ledger = new Ledger();
	const engine: ProductEngine = {
		nodeOf: (name) => new NODES[name](),
		targets: world.targets,
		note: ledger.take,
		settle: async () => await Promise.resolve(),
		random: randomFrom(SEED),
	};
	const listener = new MqListener(engine);
	const triggers = productTriggers(engine);
	const writers = productWriters(engine, 2);
	const counts = () => ledger.ofProducts(world.truth());
	try {
		await watching(async () => {
			for (const trigger of [...triggers, listener]) await trigger.activate();
			for (let i = 0; i < ROUNDS; i++) {
				for (const flow of [...writers, ...triggers]) {
					world.round(true);
					await flow.round();
				}
			}
			world.calm();
			for (const flow of [...writers, ...triggers]) {
				for (let left = Infinity, tries = 0; left > 0 && tries < 20; tries++) left = await flow.finish();
			}
			// The trigger of MQ listens: what it was given back comes again in its own time.
			while (counts().some(({ lost }) => lost.length > 0)) await wait(50);
		});
		expect(counts().filter(({ expected, lost, twice }) => expected === 0 || lost.length + twice.length > 0)).toEqual(
			[],
		);
		expect(counts()).toHaveLength(6);
		expect(ledger.broken).toEqual([]);
	} finally {
		await listener.close();
		await closeAllPools();
		await world.close();
	}
}, 60_000);
