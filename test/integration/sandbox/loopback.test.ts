import { readdirSync, readFileSync } from 'node:fs';
import { Server, type AddressInfo } from 'node:net';
import { join, resolve, sep } from 'node:path';

import { startSandbox } from '../../../sandbox';
import { startB2bi } from '../../../sandbox/b2bi';
import { startInventorySandbox } from '../../../sandbox/inventory';
import { startMq } from '../../../sandbox/mq';
import { startShop } from '../../../sandbox/shop';
import { startSyspro } from '../../../sandbox/syspro';

/** What is emulated has passwords that everybody can read, so nobody else may reach it. */
const STARTS: Record<string, () => Promise<{ close(): Promise<void> }>> = {
	'Order Management': async () => await startSandbox(),
	'B2B Integrator': async () => await startB2bi(),
	'Inventory Visibility': async () => await startInventorySandbox(),
	MQ: async () => await startMq({ tls: true }),
	SYSPRO: async () => await startSyspro(),
	'the shop': async () => await startShop(),
};

test.each(Object.entries(STARTS))('%s listens on this machine alone', async (_name, begin) => {
	const started: Server[] = [];
	const { listen } = Server.prototype;
	Server.prototype.listen = function (this: Server, ...given: unknown[]) {
		started.push(this);
		return listen.apply(this, given as never);
	};
	const sandbox = await begin().finally(() => {
		Server.prototype.listen = listen;
	});
	const addresses = started.map((server) => (server.address() as AddressInfo).address);
	await sandbox.close();
	expect(addresses.length).toBeGreaterThan(0);
	expect(new Set(addresses)).toEqual(new Set(['127.0.0.1']));
});

const ROOT = resolve(__dirname, '../../..');
const ROOMS = ['bench', 'demo', 'doctor', 'e2e', 'engine', 'sandbox', 'scripts'];

test('no server of the project is open to the network', () => {
	const calls = ROOMS.flatMap((room) =>
		(room === 'e2e' ? ['checks', 'lib', 'queue', 'settings', 'standIns', 'templates'] : ['']).flatMap((part) =>
			readdirSync(join(ROOT, room, part), { recursive: true, encoding: 'utf8' })
				.filter((file) => /\.(ts|mjs)$/.test(file))
				.map((file) => join(room, part, file).split(sep).join('/'))
				.flatMap((file) =>
					[...readFileSync(join(ROOT, file), 'utf8').matchAll(/(\w+)\.listen\(([^)]*)\)/g)].map(([, owner, given]) => ({
						file,
						owner,
						given,
					})),
				),
		),
	);
	// `listener` and `rest` are the sandbox's own, seen above; all others are Node.js's.
	const open = calls.filter(({ owner, given }) => !/^(listener|rest)$/.test(owner) && !given.includes("'127.0.0.1'"));
	expect(calls.length).toBeGreaterThan(8);
	expect(open).toEqual([]);
});
