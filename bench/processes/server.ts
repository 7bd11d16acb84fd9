// The process of an emulated system: it takes options, then commands over IPC, and after `close` the next options.
import { startSandbox, type Sandbox, type SandboxOptions } from '../../sandbox';
import { startB2bi } from '../../sandbox/b2bi';
import { record, startInventorySandbox } from '../../sandbox/inventory';
import type { RequestLog } from '../../sandbox/kit/requestLog';
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

/** A system that runs. */
interface Running {
	target: Target;
	carryOut: (command: Command) => Figures;
	close: () => Promise<void>;
}

// The bench has ended, whichever way.
process.once('disconnect', () => process.exit());
let running: Running | undefined;
process.on('message', (message: ServerOptions | Command) => void handle(message));

async function handle(message: ServerOptions | Command): Promise<void> {
	if (!('do' in message)) {
		running = await serve(message);
		process.send?.(running.target);
	} else if (running) {
		const figures = running.carryOut(message);
		if (message.do === 'close') await running.close();
		process.send?.(figures);
	}
}

async function serve({ orders, items, b2bi, mq, ...options }: ServerOptions): Promise<Running> {
	if (items !== undefined) return await serveInventory(items);
	if (b2bi) return await serveB2bi();
	if (mq) return await serveMq();
	const sandbox = await startSandbox({ mutualTls: true, withoutOrders: true, ...options });
	sandbox.store.createOrders(orders);
	const [{ loginId, password }] = sandbox.users;
	const { certificate, key } = sandbox.clientCertificate;
	return {
		target: { url: sandbox.url, ca: sandbox.ca, certificate, key, loginId, password },
		carryOut: (command) => carryOut(sandbox, command),
		close: async () => await sandbox.close(),
	};
}

async function serveInventory(items: number): Promise<Running> {
	const sandbox = await startInventorySandbox();
	const { url, ca, client, tenantId, world, clock } = sandbox;
	for (let i = 1; i <= items; i++) world.ledger.set(record('supply', `ITEM-${i}`, 'AUR_DC1', i), clock.now());
	const { clientId: loginId, clientSecret: password } = client;
	return counted(sandbox, { url, ca, certificate: '', key: '', loginId, password, tenantId });
}

async function serveB2bi(): Promise<Running> {
	const sandbox = await startB2bi({ withoutMessages: true });
	const { url, ca, users } = sandbox;
	const [{ userId: loginId, password }] = users;
	return counted(sandbox, { url, ca, certificate: '', key: '', loginId, password });
}

async function serveMq(): Promise<Running> {
	const sandbox = await startMq({ withoutMessages: true, plainHttp: true });
	const { address: url, users, manager } = sandbox;
	manager.define('DEV.QUEUE.1', { maximumDepth: 1_000_000 });
	const [{ userId: loginId, password }] = users;
	return counted(sandbox, { url, ca: '', certificate: '', key: '', loginId, password });
}

/** The counters are all that commands are about, where there are no orders and the clock stands still. */
function counted(sandbox: { log: RequestLog; close: () => Promise<void> }, target: Target): Running {
	const carryOutCounting = (command: Command): Figures => {
		if (command.do === 'clear') sandbox.log.clear();
		const { handshakes, requests } = sandbox.log.counters;
		return { handshakes, requests, refused: 0, orders: 0 };
	};
	return { target, carryOut: carryOutCounting, close: async () => await sandbox.close() };
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
