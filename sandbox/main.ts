import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startB2bi, summaryOf, type B2biSandbox } from './b2bi';
import { startSandbox, type AuthenticationStyle, type Sandbox, type SandboxOptions } from './index';
import { readFlags, wrongUse } from './flags';
import { describeTenant, startInventorySandbox } from './inventory';
import { startMq, summaryOf as mqSummaryOf } from './mq';
import { describeShop, startShop } from './shop';
import { describeSyspro, startSyspro } from './syspro';

const help = `Runs an emulated IBM Sterling Order Management on this machine.

  npm run sandbox -- [options]

  --port <number>         port to listen on (default: a free one)
  --http                  plain HTTP instead of HTTPS
  --mtls                  require a client certificate
  --auth <style>          standard, basic or jwt (default: standard)
  --token-idle <seconds>  idle lifetime of a login token (default: 1800)
  --rate-limit <number>   requests per second above which it returns 429
  --agent <seconds>       interval of the asynchronous request agent (default: 5; 0: on request only)
  --orders <number>       create this number of additional small orders
  --empty                 no demo orders
  --b2b                   also start an emulated B2B Integrator
  --b2b-port <number>     its port (default: a free one)
  --b2b-auth <style>      basic or oauth (default: basic)
  --certificates <folder> folder for the certificates (default: a new temporary folder)
  --inventory             start an emulated tenant of Inventory Visibility and Promising instead
                          (with --port, --http and --empty)
  --shop                  start an emulated Adobe Commerce shop instead (with --port and --http)
  --syspro                start an emulated SYSPRO company instead (with --port, --http and --empty)
  --mq                    start an emulated queue manager instead (with --port, --http, --mtls and --empty)
  --help                  show this help
`;

const values = readFlags({
	port: { type: 'string' },
	http: { type: 'boolean' },
	mtls: { type: 'boolean' },
	auth: { type: 'string', default: 'standard' },
	'token-idle': { type: 'string' },
	'rate-limit': { type: 'string' },
	agent: { type: 'string', default: '5' },
	orders: { type: 'string' },
	empty: { type: 'boolean' },
	b2b: { type: 'boolean' },
	'b2b-port': { type: 'string' },
	'b2b-auth': { type: 'string', default: 'basic' },
	certificates: { type: 'string' },
	mq: { type: 'boolean' },
	inventory: { type: 'boolean' },
	shop: { type: 'boolean' },
	syspro: { type: 'boolean' },
	help: { type: 'boolean' },
});

function number(name: keyof typeof values): number | undefined {
	const text = values[name];
	if (text === undefined) return undefined;
	const value = Number(text);
	if (!(value >= 0)) wrongUse(`--${name} must be a number, not "${String(text)}"`);
	return value;
}

function readOptions(): SandboxOptions {
	const styles: string[] = ['standard', 'basic', 'jwt'];
	if (!styles.includes(values.auth)) wrongUse(`--auth must be one of ${styles.join(', ')}`);
	if (values.http && values.mtls) wrongUse('--mtls requires HTTPS: remove --http');
	const idle = number('token-idle');
	const agent = number('agent') ?? 0;
	return {
		port: number('port'),
		plainHttp: values.http,
		mutualTls: values.mtls,
		withoutOrders: values.empty,
		withFulfilment: !values.empty,
		authentication: values.auth as AuthenticationStyle,
		rateLimit: number('rate-limit'),
		tokenIdleMs: idle === undefined ? undefined : idle * 1000,
		asyncAgentMs: agent > 0 ? agent * 1000 : undefined,
	};
}

/** Folder of the certificates that goes when the sandbox stops. */
let temporary: string | undefined;

function writeCertificates(sandbox: Pick<Sandbox, 'ca' | 'clientCertificate'>, product = ''): string {
	if (!values.certificates) temporary ??= mkdtempSync(join(tmpdir(), 'sterling-sandbox-'));
	const folder = join(values.certificates ?? temporary ?? '', product);
	mkdirSync(folder, { recursive: true });
	const { certificate, key, p12Base64 } = sandbox.clientCertificate;
	const write = (name: string, content: string | Buffer): void => {
		// A file that is there keeps its mode when it is written over, and may be a link.
		rmSync(join(folder, name), { force: true });
		writeFileSync(join(folder, name), content, { mode: 0o600, flag: 'wx' });
	};
	write('ca.pem', sandbox.ca);
	write('client.pem', certificate);
	write('client.key', key);
	write('client.p12', Buffer.from(p12Base64, 'base64'));
	return folder;
}

function describe(sandbox: Sandbox): string {
	const logins = sandbox.users.map(({ loginId, password, name }) => `  ${loginId} / ${password}  (${name})`);
	const certificates = values.http
		? []
		: [
				`Certificates        ${writeCertificates(sandbox)}  (ca.pem, client.pem, client.key, client.p12;`,
				`                    passphrase of client.p12: ${sandbox.clientCertificate.passphrase})`,
			];
	return [
		`Sterling sandbox at ${sandbox.url}  (REST root ${sandbox.url}/restapi)`,
		`Control endpoint    ${sandbox.controlUrl}`,
		`Authentication      ${values.auth}${values.mtls ? ', with client certificate' : ''}`,
		...certificates,
		'Logins',
		...logins,
		'Enterprises         AURORA and BOREALIS, with order AUR-1001 and others\nPress Ctrl-C to stop.',
	].join('\n');
}

async function startB2b(): Promise<B2biSandbox | undefined> {
	if (!values.b2b) return undefined;
	const styles = ['basic', 'oauth'] as const;
	const authentication = styles.find((style) => style === values['b2b-auth']);
	if (!authentication) wrongUse(`--b2b-auth must be one of ${styles.join(', ')}`);
	const port = number('b2b-port');
	return await startB2bi({ port, plainHttp: values.http, mutualTls: values.mtls, authentication });
}

function describeB2b(b2b: B2biSandbox): string {
	const certificates = values.http ? undefined : writeCertificates(b2b, 'b2b');
	return summaryOf(b2b, certificates, values['b2b-auth'] === 'oauth').join('\n');
}

async function main(): Promise<void> {
	if (values.help) {
		process.stdout.write(help);
		return;
	}
	if (values.mq) {
		const { http: plainHttp, mtls: mutualTls, empty: withoutMessages } = values;
		const mq = await startMq({ port: number('port'), plainHttp, tls: !plainHttp, mutualTls, withoutMessages });
		untilStopped(async () => {
			if (temporary) rmSync(temporary, { recursive: true, force: true });
			await mq.close();
		});
		const certificates = plainHttp ? undefined : writeCertificates(mq, 'mq');
		process.stdout.write(`${mqSummaryOf(mq, certificates).join('\n').trim()}\n`);
		return;
	}
	if (values.inventory) {
		const tenant = await startInventorySandbox({ port: number('port'), plainHttp: values.http, empty: values.empty });
		untilStopped(async () => await tenant.close());
		process.stdout.write(`${describeTenant(tenant)}\n`);
		return;
	}
	if (values.shop) {
		const shop = await startShop({ port: number('port'), plainHttp: values.http });
		untilStopped(async () => await shop.close());
		process.stdout.write(`${describeShop(shop)}\n`);
		return;
	}
	if (values.syspro) {
		const company = await startSyspro({ port: number('port'), plainHttp: values.http, empty: values.empty });
		untilStopped(async () => await company.close());
		process.stdout.write(`${describeSyspro(company)}\n`);
		return;
	}
	const sandbox = await startSandbox(readOptions());
	const b2b = await startB2b().catch(async (error: unknown) => {
		await sandbox.close();
		throw error;
	});
	const bulk = number('orders');
	if (bulk) sandbox.store.createOrders(bulk);
	untilStopped(async () => {
		if (temporary) rmSync(temporary, { recursive: true, force: true });
		await Promise.all([sandbox.close(), b2b?.close()]);
	});
	process.stdout.write(`${describe(sandbox)}\n${b2b ? `${describeB2b(b2b)}\n` : ''}`);
}

/** Does something once when the command is to end. */
function untilStopped(close: () => Promise<void>): void {
	let closing: Promise<void> | undefined;
	const stop = (): void => {
		closing ??= close();
	};
	// Kept permanently: a signal may come twice, from the terminal and passed on.
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
}

function portTaken({ port }: NodeJS.ErrnoException & { port?: number }): string {
	const flag = String(port) === values['b2b-port'] ? '--b2b-port' : '--port';
	return `Port ${port} is in use: use another ${flag}`;
}

main().catch((error: NodeJS.ErrnoException) => {
	const isTaken = error.code === 'EADDRINUSE';
	process.stderr.write(isTaken ? `${portTaken(error)}\n` : `${error.message}\n`);
	process.exitCode = 1;
});
