// The process of the emulated Sterling in a soak: time passes, faults strike and others work until it is told to calm.
import { setTimeout as wait } from 'node:timers/promises';

import { startSandbox } from '../../sandbox';
import type { Target } from '../jobs';
import type { Truth } from '../soak/ledger';
import type { ToServer } from '../soak/talk';
import { World, type WorldOptions } from '../soak/world';

/** Time between two rounds of the world. */
const ROUND_MS = 300;

process.once('message', (message: ToServer) => {
	if (message.do === 'open') void open(message.world);
});

async function open(options: WorldOptions): Promise<void> {
	const sandbox = await startSandbox({ mutualTls: true, withoutOrders: true, randomSeed: options.seed });
	const world = new World(sandbox, options);
	let isOver = false;
	process.on('message', (message: ToServer) => {
		isOver = true;
		world.calm();
		if (message.do === 'end') process.send?.(world.truth() satisfies Truth);
	});
	const [{ loginId, password }] = sandbox.users;
	const { certificate, key } = sandbox.clientCertificate;
	process.send?.({ url: sandbox.url, ca: sandbox.ca, certificate, key, loginId, password } satisfies Target);
	while (!isOver) {
		world.round();
		await wait(ROUND_MS);
	}
}
