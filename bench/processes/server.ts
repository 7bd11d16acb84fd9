// The process of the emulated Sterling: it takes its options and commands over IPC.
import { startSandbox, type Sandbox, type SandboxOptions } from '../../sandbox';
import type { Command, Figures, Target } from '../jobs';

export interface ServerOptions {
	orders: number;
	rateLimit?: number;
	tlsVersion?: SandboxOptions['tlsVersion'];
}

process.once('message', (options: ServerOptions) => void serve(options));

async function serve({ orders, ...options }: ServerOptions): Promise<void> {
	const sandbox = await startSandbox({ mutualTls: true, withoutOrders: true, ...options });
	sandbox.store.createOrders(orders);
	const [{ loginId, password }] = sandbox.users;
	const { certificate, key } = sandbox.clientCertificate;
	process.on('message', (command: Command) => process.send?.(carryOut(sandbox, command)));
	const target: Target = { url: sandbox.url, ca: sandbox.ca, certificate, key, loginId, password };
	process.send?.(target);
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
