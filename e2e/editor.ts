import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startSandbox, type Sandbox } from '../sandbox';
import { inProcess, playDay } from '../sandbox/oms/business';
import { readFlags, wrongUse } from '../sandbox/flags';
import { N8nApi } from './lib/api';
import type { Owner } from './lib/apiTypes';
import { cleanup, cleanupOnSignals, isInterrupted, onCleanup, tempFolder } from './lib/cleanup';
import { CREDENTIAL_TYPE, credentialData } from './lib/connection';
import { editorSecrets } from './lib/editorSecrets';
import { furnish, type Furniture } from './lib/furnish';
import { openShop } from './templates/openShop';
import { installN8n, type Line, LINES, nameOf, noVersion, versionOf } from './lib/installN8n';
import { openBrowser } from './lib/openBrowser';
import { packAndInstall, packProject } from './lib/pack';
import { freePort } from './lib/process';
import { say } from './lib/say';
import { type N8nServer, startN8n } from './lib/startN8n';
import { installTools } from './lib/tools';

const HELP = `Starts n8n with this package and the sandbox, and opens the editor in your browser.

  npm run editor -- [options]

  --busy              create, ship and cancel orders in the background
  --line 2|1          n8n 2.x (default) or 1.x
  --n8n <version>     use this version of n8n instead, for example 2.20.12
  --port <number>     port of n8n (default: 5678, or a free one if that is in use)
  --no-browser        only print the URL
  --keep-data <folder>
                      keep n8n's data there for the next start, with the password of the sign-in;
                      use one folder for each line
  --help              show this help
`;

/** Time between two things that happen in Sterling: about two orders a minute. */
const BUSY_MS = 4_000;

const options = readFlags({
	busy: { type: 'boolean', default: false },
	line: { type: 'string', default: '2' },
	n8n: { type: 'string' },
	port: { type: 'string' },
	'keep-data': { type: 'string' },
	'no-browser': { type: 'boolean', default: false },
	help: { type: 'boolean', default: false },
});

function wantedLine(): Line {
	if (options.n8n !== undefined) return versionOf(options.n8n) ?? wrongUse(noVersion(options.n8n));
	const line = LINES.find((entry) => entry === options.line);
	if (!line) wrongUse(`--line must be 2 or 1, not "${options.line}"`);
	return line;
}

async function isFree(port: number): Promise<boolean> {
	return await new Promise((answer) => {
		const server = createServer();
		server.once('error', () => answer(false));
		server.listen(port, '127.0.0.1', () => server.close(() => answer(true)));
	});
}

async function wantedPort(): Promise<number> {
	if (options.port === undefined) return (await isFree(5678)) ? 5678 : await freePort();
	const port = Number(options.port);
	if (!Number.isInteger(port) || port < 1 || port > 65_535) wrongUse(`--port must be a port, not "${options.port}"`);
	if (!(await isFree(port))) throw new Error(`Port ${port} is in use: choose another --port`);
	return port;
}

function userFolder(): string {
	const kept = options['keep-data'];
	if (kept === undefined) return tempFolder('n8n-editor').path;
	return resolve(kept);
}

/** Plays one day of business after another, each with its own order numbers. */
async function beBusy({ store }: Sandbox): Promise<void> {
	for (let day = 1; ; day += 1) {
		await playDay(inProcess(store), {
			orders: 100,
			seed: day,
			prefix: `BUSY-${day}`,
			until: async () => await sleep(BUSY_MS),
			// Whoever looks may have changed an order of the day; the day continues.
			refused: () => undefined,
		});
	}
}

interface Opened extends Furniture {
	n8n: N8nServer;
	sandbox: Sandbox;
	owner: Owner;
	/** The demo page of the component for product pages. */
	shop: string;
}

function welcome({ n8n: { url, version }, sandbox, owner, credential, first, watch, shop }: Opened): string {
	return `
n8n ${version} is ready.

  Address    ${url}
  Sign in    ${owner.email}  /  ${owner.password}
  Sterling   ${sandbox.url} (the sandbox; credential "${credential.name}")
  Shop       ${shop} (a product page on two of the templates)

Try first
  1. ${url}/workflow/${first.id}
     Choose "Execute workflow" to create three orders. Then run the other workflows of the demo in turn.
  2. ${url}/workflow/${watch.id}
     ${options.busy ? 'Look at its executions: it runs every minute while orders are created and change.' : 'A trigger. Publish it (n8n 1.x: switch it to Active), then run the workflows of the demo: it starts within a minute.'}
  3. Your own workflow: add the node "IBM Sterling Order Management".

Press Ctrl-C to stop.${options['keep-data'] === undefined ? ' Your workflows are then deleted; to keep them, use --keep-data.' : ''}
`;
}

async function open(line: Line, port: number): Promise<N8nServer> {
	await installTools(say);
	await installN8n(line, say);
	say('packing and installing the package …');
	const folder = userFolder();
	const { owner, encryptionKey } = editorSecrets(folder);
	const packed = tempFolder('n8n-editor-pack');
	await packAndInstall(await packProject(packed.path), folder);
	await packed.remove();

	const sandbox = await startSandbox({ mutualTls: true, withFulfilment: true });
	onCleanup(async () => await sandbox.close());
	say(`starting n8n ${nameOf(line)} …`);
	const n8n = await startN8n({
		line,
		userFolder: folder,
		port,
		preload: [join(__dirname, 'lib', 'hostCheck.cjs')],
		env: { N8N_ENCRYPTION_KEY: encryptionKey },
	});
	const api = new N8nApi(n8n.url, line);
	const furniture = await furnish(api, sandbox, owner);
	const test = await api.testCredential(CREDENTIAL_TYPE, credentialData(sandbox));
	say(`connection test of the credential: ${test.message}`);
	const shop = await openShop(api, n8n.url, furniture.credential);
	if (options.busy) {
		await api.activate(furniture.watch);
		void beBusy(sandbox);
	}
	console.log(welcome({ n8n, sandbox, owner, shop, ...furniture }));
	if (!options['no-browser']) openBrowser(n8n.url);
	return n8n;
}

async function main(): Promise<void> {
	if (options.help) return console.log(HELP);
	// To stop it is the way to end it, so that is no failure.
	cleanupOnSignals(0);
	const n8n = await open(wantedLine(), await wantedPort());
	await n8n.process.exited;
	throw new Error(`n8n stopped unexpectedly:\n${n8n.logs().slice(-2000)}`);
}

main()
	.catch((error: Error) => {
		if (isInterrupted()) return;
		console.error(error.message);
		process.exitCode = 1;
	})
	.finally(async () => {
		await cleanup();
		// Business has no end of its own.
		if (!isInterrupted()) process.exit();
	});
