import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { readFlags, wrongUse } from '../sandbox/flags';
import { cleanup, cleanupOnSignals, tempFolder } from './lib/cleanup';
import { installN8n, type Line, LINES, nameOf, noVersion, versionOf } from './lib/installN8n';
import { packProject } from './lib/pack';
import { CACHE, IMAGES } from './lib/paths';
import { programsFor, requirePrograms } from './lib/programs';
import { say } from './lib/say';
import { installTools } from './lib/tools';
import type { Result, Scene } from './lib/checks';
import type { Stage } from './lib/stage';

const HELP = `Runs the packed package in real n8n, with the sandbox as Sterling.

  npm run e2e -- [options]

  --line 2|1|all   n8n 2.x, 1.x or both (default: all)
  --n8n <version>  use this version of n8n instead, for example 2.20.12; installed if missing
  --only <text>    only the checks whose name contains this text, or one of several with | between them
  --queue          only the checks of queue mode (Redis, PostgreSQL, one main process, two workers)
  --templates      only the checks of the workflow templates
  --images         write the pictures of the editor (n8n 2.x) to docs/images
  --ibm-client     only IBM's client for Java against the emulated queue manager (Maven, Java, no n8n)
  --ibm-binding    only the package ibmmq on a stand-in for IBM's C library (npm registry, gcc, no n8n)
  --record         with --ibm-client: keep its requests as the frames that tests compare with
  --durable        n8n polls on its durable scheduler (n8n 2.x)
  --keep           leave n8n and the sandbox running afterwards, until Ctrl-C
  --help           show this help
`;

/** Polls on n8n's durable scheduler, their cursors in its database (n8n 2.36 and up). */
const DURABLE = {
	N8N_SCHEDULER_ENABLED: 'true',
	N8N_SCHEDULER_POLL_TRIGGERS_ENABLED: 'true',
	N8N_POLLER_DURABLE_CURSORS_ENABLED: 'true',
};

const options = readFlags({
	line: { type: 'string', default: 'all' },
	n8n: { type: 'string' },
	only: { type: 'string', default: '' },
	queue: { type: 'boolean', default: false },
	templates: { type: 'boolean', default: false },
	images: { type: 'boolean', default: false },
	keep: { type: 'boolean', default: false },
	durable: { type: 'boolean', default: false },
	'ibm-client': { type: 'boolean', default: false },
	'ibm-binding': { type: 'boolean', default: false },
	record: { type: 'boolean', default: false },
	help: { type: 'boolean', default: false },
});

function wantedLines(): readonly Line[] {
	if (options.n8n !== undefined) return [versionOf(options.n8n) ?? wrongUse(noVersion(options.n8n))];
	if (options.line === 'all') return LINES;
	const line = LINES.find((entry) => entry === options.line);
	if (!line) wrongUse(`--line must be 2, 1 or all, not "${options.line}"`);
	return [line];
}

function imagesFolder(line: Line): string {
	const folder = options.images && line === '2' ? IMAGES : join(CACHE, `images-n8n-${line}`);
	mkdirSync(folder, { recursive: true });
	return folder;
}

const wanted = <T extends { name: string }>(all: T[]): T[] =>
	all.filter(({ name }) => options.only.split('|').some((text) => name.includes(text)));

// The modules below are loaded late: they need the tools that the first run installs.

/** Starts n8n and the sandbox, lets `play` run its checks with an editor at hand, and ends all of it. */
async function onStage(line: Line, tarball: string, play: (scene: Scene) => Promise<Result[]>): Promise<Result[]> {
	const { openStage } = await import('./lib/stage');
	const { openEditor } = await import('./lib/openEditor');

	say(`starting n8n ${nameOf(line)} and the sandbox …`);
	const stage = await openStage(line, tarball, options.durable ? DURABLE : undefined);
	say(`n8n ${stage.n8n.version} at ${stage.n8n.url}`);
	const { editor, close } = openEditor(stage.n8n.url, say);
	const results = await play({ ...stage, editor, images: imagesFolder(line) });
	await close();
	if (options.keep) await untilStopped(stage);
	await stage.close();
	return results;
}

async function runLine(line: Line, tarball: string): Promise<Result[]> {
	const { checks } = await import('./checks');
	const { settingsChecks } = await import('./settings');
	const { runChecks } = await import('./lib/checks');
	const { n8nVersion } = await import('./lib/startN8n');
	const version = n8nVersion(line);
	const shared = wanted(checks);
	const results = shared.length
		? await onStage(line, tarball, async (scene) => await runChecks(version, shared, scene))
		: [];
	return [...results, ...(await runChecks(version, wanted(settingsChecks), { line, tarball }))];
}

async function runTemplates(line: Line, tarball: string): Promise<Result[]> {
	const { templateChecks } = await import('./templates');
	const { pictures } = await import('./templates/pictures');
	const { begun, templateScene } = await import('./templates/scene');
	const { runChecks } = await import('./lib/checks');
	const all = wanted([...(options.images ? pictures : []), ...templateChecks]);
	return await onStage(line, tarball, async (plain) => {
		const scene = templateScene(plain);
		return await runChecks(`${scene.n8n.version} templates`, await begun(all, scene), scene);
	});
}

async function runQueue(line: Line, tarball: string): Promise<Result[]> {
	const { queueChecks } = await import('./queue/checks');
	const { runChecks } = await import('./lib/checks');
	const { figureRows, openQueueStage } = await import('./queue/stage');

	say(`starting Redis, PostgreSQL, the sandbox, n8n ${nameOf(line)} and two workers …`);
	const stage = await openQueueStage(line, tarball);
	say(`n8n ${stage.n8n.version} at ${stage.n8n.url}`);
	const results = await runChecks(`${stage.n8n.version} queue`, wanted(queueChecks), stage);
	console.log(`\n${figureRows(stage)}\n`);
	if (options.keep) await untilStopped(stage);
	await stage.close();
	return results;
}

async function untilStopped({ n8n, sandbox }: Stage): Promise<void> {
	const { OWNER } = await import('./lib/apiTypes');
	say(`n8n ${n8n.url} (${OWNER.email} / ${OWNER.password}), sandbox ${sandbox.url}; Ctrl-C stops both`);
	await new Promise(() => setInterval(() => undefined, 60_000));
}

/** IBM's own clients against our stand-ins. */
async function runIbm(): Promise<void> {
	const { printSummary } = await import('./lib/checks');
	const { ibmClientChecks } = await import('./ibmClient/check');
	const { ibmBindingChecks } = await import('./ibmBinding/check');
	const results = [
		...(options['ibm-client'] ? await ibmClientChecks(options.record) : []),
		...(options['ibm-binding'] ? await ibmBindingChecks() : []),
	];
	process.exitCode = printSummary(results) ? 0 : 1;
}

async function main(): Promise<void> {
	if (options.help) return console.log(HELP);
	cleanupOnSignals();
	const lines = wantedLines();
	await requirePrograms(programsFor(options), say);
	if (options['ibm-client'] || options['ibm-binding']) return await runIbm();
	await installTools(say);
	say('packing …');
	const tarball = await packProject(tempFolder('n8n-e2e-pack').path);
	const results: Result[] = [];
	const runOn = options.queue ? runQueue : options.templates ? runTemplates : runLine;
	for (const line of lines) {
		await installN8n(line, say);
		results.push(...(await runOn(line, tarball)));
	}
	if (results.length === 0) throw new Error(`No check has "${options.only}" in its name.`);
	const { printSummary } = await import('./lib/checks');
	process.exitCode = printSummary(results) ? 0 : 1;
}

main()
	.catch((error: Error) => {
		console.error(error.message);
		process.exitCode = 1;
	})
	.finally(() => cleanup());
