import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type INode, type INodeTypeDescription, NodeHelpers } from 'n8n-workflow';

import { name as PACKAGE } from '../../../package.json';
import type { WorkflowFile } from '../../../engine/workflow';
import { NODES } from '../../support/published';
import { plainLocators } from '../../support/plainLocators';
import { boxOf, overlap } from './layout';

const root = resolve(__dirname, '../../..');
const STICKY = 'n8n-nodes-base.stickyNote';
const SETTINGS = 'Settings';
const ours = Object.fromEntries(NODES.map((node) => [`${PACKAGE}.${node.description.name}`, node]));

const templates = readdirSync(join(root, 'templates'))
	.filter((name) => name.endsWith('.json'))
	.map((name) => ({ name, text: readFileSync(join(root, 'templates', name), 'utf8') }))
	.map((file) => ({ ...file, workflow: JSON.parse(file.text) as WorkflowFile }));

/** Every text of a value, however deep. */
function textsOf(value: unknown): string[] {
	if (typeof value === 'string') return [value];
	return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

const namesIn = (text: string) =>
	[...text.matchAll(/\$\((['"`])((?:\\.|(?!\1).)*)\1\)|\$node\[(['"`])(.*?)\3\]/g)].map((match) =>
		(match[2] ?? match[4]).replace(/\\(.)/g, '$1'),
	);

/** Drop-downs that are shown and hold a value that they do not offer; n8n itself takes any. */
function choicesThatDoNotExist(node: INode, description: INodeTypeDescription): string[] {
	const parameters = NodeHelpers.getNodeParameters(
		description.properties,
		node.parameters,
		true,
		false,
		node,
		description,
	);
	const shown = description.properties.filter((property) =>
		NodeHelpers.displayParameter(parameters ?? {}, property, node, description),
	);
	return shown.flatMap(({ name, type, options = [] }) => {
		const value = parameters?.[name];
		const isChosen = type === 'options' && !String(value).startsWith('=');
		return isChosen && !options.some((option) => 'value' in option && option.value === value)
			? [`${name}: ${String(value)}`]
			: [];
	});
}

describe.each(templates)('$name', ({ name, text, workflow }) => {
	const { nodes, connections } = workflow;
	const names = nodes.map((node) => node.name);
	const notes = nodes.filter(({ type }) => type === STICKY);
	const steps = nodes.filter(({ type }) => type !== STICKY);

	test('is named after its file and runs in the order of its layout', () => {
		expect(name).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*\.json$/);
		expect(workflow.name).toBeTruthy();
		// Anybody who finds a webhook could fill n8n's database with executions.
		const isCalled = nodes.some(({ type }) => type === 'n8n-nodes-base.webhook');
		const kept = isCalled ? { saveDataSuccessExecution: 'none' } : {};
		expect(workflow.settings).toEqual({ executionOrder: 'v1', ...kept });
	});

	test('carries nothing of the n8n that it was made in', () => {
		expect(Object.keys(workflow.pinData ?? {})).toEqual([]);
		for (const key of ['id', 'meta', 'versionId', 'active', 'shared', 'tags']) expect(workflow).not.toHaveProperty(key);
		for (const node of nodes) expect(node).not.toHaveProperty('credentials');
		expect(text).not.toMatch(/127\.0\.0\.1|localhost|instanceId|BEGIN [A-Z ]*PRIVATE KEY/);
	});

	test('has nodes with names and ids of their own', () => {
		expect(new Set(names).size).toBe(names.length);
		expect(new Set(nodes.map(({ id }) => id)).size).toBe(nodes.length);
	});

	test('connects nodes that exist, and leaves none alone', () => {
		const targets = Object.values(connections).flatMap((outputs) =>
			Object.values(outputs).flatMap((lists) => lists.flatMap((list) => (list ?? []).map(({ node }) => node))),
		);
		for (const each of [...Object.keys(connections), ...targets]) expect(names).toContain(each);
		const connected = new Set([...Object.keys(connections), ...targets]);
		expect(steps.map((node) => node.name).filter((each) => !connected.has(each))).toEqual([]);
	});

	test('speaks in expressions of nodes, and of settings, that exist', () => {
		const used = nodes.flatMap(({ parameters }) => textsOf(parameters)).flatMap(namesIn);
		expect(used.filter((each) => !names.includes(each))).toEqual([]);
		const settings = nodes.find((node) => node.name === SETTINGS);
		const { assignments = [] } = (settings?.parameters.assignments ?? {}) as { assignments?: Array<{ name: string }> };
		const wanted = [...text.matchAll(/\$\(\\?['"]Settings\\?['"]\)\.(?:first\(\)|last\(\)|item)\.json\.(\w+)/g)];
		const known = assignments.map((each) => each.name);
		expect(wanted.map(([, field]) => field).filter((field) => !known.includes(field))).toEqual([]);
	});

	test('lets nobody start it without authentication, unless the user chooses so', () => {
		const webhooks = nodes.filter(({ type }) => type === 'n8n-nodes-base.webhook');
		expect(webhooks.map(({ parameters }) => parameters.authentication)).toEqual(webhooks.map(() => 'headerAuth'));
	});

	test('says Publish, as n8n 2 does', () => {
		expect(text).not.toMatch(/\bactivate\b/i);
	});

	test('explains itself and what it costs in a note at the left', () => {
		const leftmost = Math.min(...nodes.map(({ position }) => position[0]));
		const [overview] = notes.filter(({ position }) => position[0] === leftmost);
		expect(String(overview?.parameters.content)).toMatch(/^## .+\n/);
		expect(String(overview?.parameters.content)).toMatch(/\bWhat it costs\b[^]*\bexecutions?\b/);
	});

	test('has no node on or under another one or a note', () => {
		const boxes = nodes.map((node) => boxOf(node, node.type === STICKY));
		const pairs = boxes.flatMap((one, i) =>
			boxes
				.slice(i + 1)
				.filter((other) => overlap(one, other))
				.map((other) => [one, other]),
		);
		expect(pairs.map((pair) => pair.map((box) => box.name))).toEqual([]);
	});

	const own = steps.filter(({ type }) => type in ours);
	if (own.length) {
		test.each(own)('$name holds what n8n exports for it, and no more', (node: INode) => {
			const { description } = ours[node.type];
			const { properties } = description;
			const kept = NodeHelpers.getNodeParameters(properties, node.parameters, false, false, node, description);
			expect(kept).toEqual(node.parameters);
			expect(NodeHelpers.getNodeParametersIssues(properties, node, description)).toBeNull();
			expect(choicesThatDoNotExist(node, description)).toEqual([]);
			expect(plainLocators(properties, node.parameters)).toEqual([]);
		});
	}

	const codes = steps.filter(({ type }) => type === 'n8n-nodes-base.code');
	if (codes.length) {
		test.each(codes)('the code of $name can be read, and runs in n8n’s task runner', ({ parameters }) => {
			const code = String(parameters.jsCode);
			expect(() => new Function(`return async () => {${code}\n}`)).not.toThrow();
			// The task runner makes these do nothing (measured in n8n 2.41), and requires no modules.
			expect(code).not.toMatch(/Object\.(definePropert|setPrototypeOf)|\brequire\(|\bimport\(/);
		});
	}
});

test('docs/templates.md has a row for every template, and no others', () => {
	const page = readFileSync(join(root, 'docs', 'templates.md'), 'utf8');
	const rows = [...page.matchAll(/^\| \[([\w-]+\.json)\]\(\.\.\/templates\/\1\) \|/gm)].map(([, file]) => file);
	expect(rows.sort()).toEqual(templates.map(({ name }) => name).sort());
});

/** The sources below a folder as one text. */
const sourcesIn = (folder: string) =>
	readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
		.filter((file) => file.endsWith('.ts'))
		.map((file) => readFileSync(join(root, folder, file), 'utf8'))
		.join('\n');

test('every template is run as a whole, in real n8n or on its engine', () => {
	const checks = sourcesIn('e2e/templates') + sourcesIn('test/integration/nodes');
	const unchecked = templates.filter(
		({ name }) => !new RegExp(`['"\`/]${name.replace(/\.json$/, '')}['"\`.]`).test(checks),
	);
	expect(unchecked.map(({ name }) => name)).toEqual([]);
});
