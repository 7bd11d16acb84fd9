// The process of the emulated Sterling: it takes its options and commands over IPC.
import { startSandbox, type Sandbox, type SandboxOptions } from '../../sandbox';
import { startB2bi } from '../../sandbox/b2bi';
import { record, startInventorySandbox } from '../../sandbox/inventory';
import { startMq } from '../../sandbox/mq';
import type { Command, Figures, Target } from '../jobs';

export interface ServerOptions {
	orders: number;
	rateLimit?: number;
	tlsVersion?: SandboxOptions['tlsVersion'];
	/** Starts an Inventory Visibility with so many items instead. */
	items?: number;
	/** Starts a B2B Integrator with empty mailboxes instead. */
	b2bi?: boolean;
	/** Starts a queue manager with empty queues instead. */
	mq?: boolean;
}

// The bench has ended, whichever way.
process.once('disconnect', () => process.exit());
process.once('message', (options: ServerOptions) => void serve(options));

async function serve({ orders, items, b2bi, mq, ...options }: ServerOptions): Promise<void> {
	if (items !== undefined) return await serveInventory(items);
	if (b2bi) return await serveB2bi();
	if (mq) return await serveMq();
	const sandbox = await startSandbox({ mutualTls: true, withoutOrders: true, ...options });
	sandbox.store.createOrders(orders);
	const [{ loginId, password }] = sandbox.users;
	const { certificate, key } = sandbox.clientCertificate;
	process.on('message', (command: Command) => process.send?.(carryOut(sandbox, command)));
	const target: Target = { url: sandbox.url, ca: sandbox.ca, certificate, key, loginId, password };
	process.send?.(target);
}

async function serveInventory(items: number): Promise<void> {
	const { url, ca, client, tenantId, world, clock, log } = await startInventorySandbox();
	for (let i = 1; i <= items; i++) world.ledger.set(record('supply', `ITEM-${i}`, 'AUR_DC1', i), clock.now());
	reportCounters(log);
	const { clientId: loginId, clientSecret: password } = client;
	process.send?.({ url, ca, certificate: '', key: '', loginId, password, tenantId } satisfies Target);
}

async function serveB2bi(): Promise<void> {
	const { url, ca, users, log } = await startB2bi({ withoutMessages: true });
	reportCounters(log);
	const [{ userId: loginId, password }] = users;
	process.send?.({ url, ca, certificate: '', key: '', loginId, password } satisfies Target);
}

async function serveMq(): Promise<void> {
	const { address: url, users, log, manager } = await startMq({ withoutMessages: true, plainHttp: true });
	manager.define('DEV.QUEUE.1', { maximumDepth: 1_000_000 });
	reportCounters(log);
	const [{ userId: loginId, password }] = users;
	process.send?.({ url, ca: '', certificate: '', key: '', loginId, password } satisfies Target);
}

/** The counters are all that commands are about, where there are no orders and the clock stands still. */
function reportCounters(log: Sandbox['log']): void {
	process.on('message', (command: Command) => {
		if (command.do === 'clear') log.clear();
		const { handshakes, requests } = log.counters;
		process.send?.({ handshakes, requests, refused: 0, orders: 0 } satisfies Figures);
	});
}

function carryOut(sandbox: Sandbox, command: Command): Figures {
	if (command.do === 'clear') sandbox.log.clear();
	if (command.do === 'advance') sandbox.clock.advance(command.seconds * 1000);
	if (command.do === 'freeze') sandbox.clock.freeze();
	const { handshakes, requests } = sandbox.log.counters;
	const numbered = (prefix: string) =>
		sandbox.store.orders().filter(({ OrderNo }) => String(OrderNo).startsWith(`${prefix}-`)).length;
	return {
		handshakes,
		requests,
		refused: sandbox.log.list().filter(({ status }) => status === 429).length,
		orders: command.do === 'count' ? numbered(command.prefix) : 0,
	};
}
