import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { programsOf } from '../../support/program';

const root = resolve(__dirname, '../../..');

/** Runs a node that hands its items on, and tells what came of it. */
const PROGRAM = `
	const { runWorkflow } = require('./engine/workflow');
	const { oneNode, NODE_TYPE } = require('./engine/oneNode');
	const node = {
		description: { name: 'handOn', version: 1, defaults: {}, inputs: ['main'], outputs: ['main'], properties: [] },
		async execute() { return [this.getInputData()]; },
	};
	runWorkflow(oneNode({}), { nodeTypes: { [NODE_TYPE]: node }, credentials: {}, input: [{ a: 1 }] }).then(({ json }) => {
		const { N8N_USER_FOLDER: folder, N8N_ENCRYPTION_KEY: key } = process.env;
		console.log(JSON.stringify({ items: json('Sterling'), folder, key }));
	});
`;

const program = programsOf({ text: PROGRAM });

let place: string;
beforeEach(() => {
	place = mkdtempSync(join(tmpdir(), 'engine-'));
	for (const name of ['home', 'temporary', 'own']) mkdirSync(join(place, name));
});
afterEach(() => rmSync(place, { recursive: true }));

function runEngine(more: Record<string, string> = {}) {
	const { N8N_USER_FOLDER: _folder, N8N_ENCRYPTION_KEY: _key, ...rest } = process.env;
	const env = { ...rest, HOME: join(place, 'home'), TMPDIR: join(place, 'temporary'), ...more };
	const { stdout, stderr } = spawnSync(process.execPath, [program()], { cwd: root, env, encoding: 'utf8' });
	return { stdout, stderr };
}

const output = (more: object = {}) => ({ stdout: `${JSON.stringify({ items: [{ a: 1 }], ...more })}\n`, stderr: '' });
const config = (folder: string) => join(place, folder, '.n8n', 'config');

test('the engine leaves nothing in the home of the user, nothing in the temporary folder, and the environment as it was', () => {
	expect(runEngine()).toEqual(output());
	expect(readdirSync(join(place, 'home'))).toEqual([]);
	expect(readdirSync(join(place, 'temporary'))).toEqual([]);
});

test("an encryption key of the caller may be another one than that of the user's n8n", () => {
	mkdirSync(join(place, 'home', '.n8n'));
	writeFileSync(config('home'), '{"encryptionKey":"one"}');
	expect(runEngine({ N8N_ENCRYPTION_KEY: 'two' })).toEqual(output({ key: 'two' }));
	expect(readFileSync(config('home'), 'utf8')).toBe('{"encryptionKey":"one"}');
});

test('a folder that the caller has set is used', () => {
	const folder = join(place, 'own');
	expect(runEngine({ N8N_USER_FOLDER: folder, N8N_ENCRYPTION_KEY: 'two' })).toEqual(output({ folder, key: 'two' }));
	expect(existsSync(config('own'))).toBe(true);
	expect(readdirSync(join(place, 'home'))).toEqual([]);
});
