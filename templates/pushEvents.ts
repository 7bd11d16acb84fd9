// Writes templates/push-events.json: npx tsx templates/pushEvents.ts
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build, type Plugin } from 'esbuild';

const root = resolve(__dirname, '..');

/** Where the template is. */
export const FILE = join(root, 'templates', 'push-events.json');

/** Takes along only what is used: none of the modules does anything by being loaded. */
const onlyWhatIsUsed: Plugin = {
	name: 'only-what-is-used',
	setup({ onResolve, resolve: find }) {
		onResolve({ filter: /^\./ }, async ({ path, pluginData, ...from }) => {
			if (pluginData === onlyWhatIsUsed) return undefined;
			const found = await find(path, { ...from, pluginData: onlyWhatIsUsed });
			return { ...found, sideEffects: false };
		});
	},
};

/** Calls the function for each item; a file that n8n keeps elsewhere is fetched first. */
const CALL = [
	'const itemsOf = ({ json, binary }, item) =>',
	'  push({ ...json, binary }, { simplified }).map((event) => ({ json: event, pairedItem: { item } }));',
	'const received = $input.all();',
	'if (!received.some(({ binary }) => binary?.data?.id)) return received.flatMap(itemsOf);',
	'return Promise.all(',
	'  received.map(async ({ json, binary }, index) => {',
	"    const bytes = binary?.data?.id ? await this.helpers.getBinaryDataBuffer(index, 'data') : undefined;",
	"    return itemsOf({ json, binary: bytes ? { data: { data: bytes.toString('base64') } } : binary }, index);",
	'  }),',
	').then((made) => made.flat());',
];

/** The quick reader of XML alone: the strict one, for names beyond ASCII and the like, is five times the size of all the rest. */
const onlyQuickXml: Plugin = {
	name: 'only-quick-xml',
	setup({ onLoad }) {
		const resolveDir = join(root, 'kit', 'xml');
		onLoad({ filter: /kit[\\/]xml[\\/]strict\.ts$/ }, () => ({
			contents: "import { malformed } from './unreadable'; export const readStrictly = () => { throw malformed(); };",
			resolveDir,
		}));
	},
};

/** The function that makes the trigger's items of a push, as the text of a Code node. */
export async function codeOfPush(): Promise<string> {
	const { outputFiles } = await build({
		// An export would become a getter, made with Object.defineProperty, which does nothing in n8n's task runner.
		stdin: {
			contents: "import { fromPush } from './nodes/IbmSterlingOms/trigger/events/fromPush'; push = fromPush;",
			resolveDir: root,
		},
		bundle: true,
		write: false,
		format: 'iife',
		platform: 'node',
		target: 'es2022',
		minifySyntax: true,
		legalComments: 'none',
		plugins: [onlyQuickXml, onlyWhatIsUsed],
	});
	return [
		'// Makes items of what Sterling posts, in the shape of the IBM Sterling Order Management Trigger.',
		'// Generated from nodes/IbmSterlingOms/trigger/events/fromPush.ts of n8n-nodes-ibm-sterling; see docs/push.md.',
		'const simplified = true;',
		'let push;',
		outputFiles[0].text.trim(),
		'',
		...CALL,
		'',
	].join('\n');
}

const WHAT_TO_DO = `## Events pushed by Sterling

1. Create a **Header Auth** credential and choose it in the webhook.
2. In Sterling, configure a service of the event to call the webhook's production URL with that header and the event's document as JSON or XML. *docs/push.md* shows how.
3. **Publish** the workflow. Continue after **Sterling Events**: its items have the same form as those of the trigger.

**What it costs**
One execution per event, and no call to Sterling. Successful executions are not stored.`;

/** The workflow as n8n imports it. */
export async function pushEvents(): Promise<object> {
	const at = (x: number, y = 0) => [x, y];
	return {
		name: 'Sterling Events by Push',
		nodes: [
			{
				id: '5b7c2f0e-7d4f-4a41-8d53-6a0a4b8f5a01',
				name: 'What to Do',
				type: 'n8n-nodes-base.stickyNote',
				typeVersion: 1,
				position: at(-40, -400),
				parameters: { content: WHAT_TO_DO, height: 340, width: 620 },
			},
			{
				id: '5b7c2f0e-7d4f-4a41-8d53-6a0a4b8f5a02',
				name: 'Sterling Calls',
				type: 'n8n-nodes-base.webhook',
				typeVersion: 2,
				position: at(0),
				webhookId: '5b7c2f0e-7d4f-4a41-8d53-6a0a4b8f5a12',
				parameters: {
					httpMethod: 'POST',
					path: 'sterling-events',
					authentication: 'headerAuth',
					responseMode: 'onReceived',
					options: { rawBody: true },
				},
			},
			{
				id: '5b7c2f0e-7d4f-4a41-8d53-6a0a4b8f5a03',
				name: 'Sterling Events',
				type: 'n8n-nodes-base.code',
				typeVersion: 2,
				position: at(220),
				parameters: { mode: 'runOnceForAllItems', language: 'javaScript', jsCode: await codeOfPush() },
			},
			{
				id: '5b7c2f0e-7d4f-4a41-8d53-6a0a4b8f5a04',
				name: 'Continue Here',
				type: 'n8n-nodes-base.noOp',
				typeVersion: 1,
				position: at(440),
				parameters: {},
			},
		],
		connections: {
			'Sterling Calls': { main: [[{ node: 'Sterling Events', type: 'main', index: 0 }]] },
			'Sterling Events': { main: [[{ node: 'Continue Here', type: 'main', index: 0 }]] },
		},
		settings: { executionOrder: 'v1', saveDataSuccessExecution: 'none' },
		pinData: {},
	};
}

/** The template as it is in the file. */
export async function pushEventsText(): Promise<string> {
	return `${JSON.stringify(await pushEvents(), null, 2)}\n`;
}

if (require.main === module) {
	void pushEventsText().then((text) => writeFileSync(FILE, text));
}
