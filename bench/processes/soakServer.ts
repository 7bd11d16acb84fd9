// The process of the emulated Sterling in a soak: time passes, faults strike and others work until it is told to calm.
import { setTimeout as wait } from 'node:timers/promises';

import { startSandbox } from '../../sandbox';
import type { Truth } from '../soak/ledger';
import { ProductWorlds } from '../soak/products/world';
import type { Places, ToServer } from '../soak/talk';
import { World, type WorldOptions } from '../soak/world';

/** Time between two rounds of the world. */
const ROUND_MS = 300;

process.once('message', (message: ToServer) => {
	if (message.do === 'open') void open(message.world);
});

async function open(options: WorldOptions): Promise<void> {
	const sandbox = await startSandbox({ mutualTls: true, withoutOrders: true, randomSeed: options.seed });
	const world = new World(sandbox, options);
	const products = await ProductWorlds.open(options.seed);
	let isOver = false;
	process.on('message', (message: ToServer) => {
		isOver = true;
		world.calm();
		products.calm();
		const truth = (): Truth => ({ ...world.truth(), products: products.truth() });
		if (message.do === 'end') process.send?.(truth());
	});
	const [{ loginId, password }] = sandbox.users;
	const { certificate, key } = sandbox.clientCertificate;
	const target = { url: sandbox.url, ca: sandbox.ca, certificate, key, loginId, password };
	process.send?.({ ...target, products: products.targets } satisfies Places);
	while (!isOver) {
		world.round();
		products.round(world.isStormy);
		await wait(ROUND_MS);
	}
}
