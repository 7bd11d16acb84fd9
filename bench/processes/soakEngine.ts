// The process of n8n in a soak: the built package on n8n's engine, all workflows at once, until it is told to finish.
import { setTimeout as wait } from 'node:timers/promises';

import { CREDENTIAL_ID, NODE_TYPE, oneNode } from '../../engine/oneNode';
import { runWorkflow } from '../../engine/workflow';
import { randomFrom } from '../../sandbox/kit/random';
import type { RunNode } from '../soak/batch';
import type { Note } from '../soak/ledger';
import { productTriggers, productWriters } from '../soak/products/flows';
import { MqListener } from '../soak/products/mqListener';
import type { FromEngine, ToEngine } from '../soak/talk';
import { triggersOf } from '../soak/triggers';
import { vitalsOf } from '../soak/vitals';
import { writersOf, type Flow } from '../soak/writers';
import { Floor } from './floor';
import { credentialTo, nodeOf } from './package';

/** Time between two rounds of a workflow. */
const PAUSE_MS = 400;
const VITALS_MS = 5000;
const TIMEOUT_SECONDS = 2;
/** Rounds without faults after which everything has to be done. */
const MOST_FINISHING = 200;

const say = (message: FromEngine) => process.send?.(message);
const notes: Note[] = [];
let isOver = false;

process.on('message', (message: ToEngine) => {
	if (message.do === 'finish') isOver = true;
	else void soak(message);
});

async function soak({ target, seed, tooSlowMs }: Extract<ToEngine, { do: 'start' }>): Promise<void> {
	const random = randomFrom(seed);
	const control = new Floor(target, 1);
	const note = (one: Note) => void notes.push(one);
	const credential = (format: 'json' | 'xml') => ({ ...credentialTo(target, format, 8), timeout: TIMEOUT_SECONDS });
	const action = nodeOf('IbmSterlingOms');
	const run: RunNode = async (parameters, input) => {
		const finished = await runWorkflow(oneNode(parameters, { onError: 'continueRegularOutput' }), {
			nodeTypes: { [NODE_TYPE]: action },
			credentials: { [CREDENTIAL_ID]: credential(random() < 0.5 ? 'json' : 'xml') },
			input: input as Array<Record<string, unknown>>,
		});
		if (finished.error) throw finished.error;
		return finished.items('Sterling');
	};
	/** What has reached the server before the first question has begun by then; its delay ends before the second. */
	const settle = async () => {
		for (let i = 0; i < 2; i++) {
			await wait(tooSlowMs);
			await control.tokens();
		}
	};
	const engine = {
		trigger: nodeOf('IbmSterlingOmsTrigger'),
		credential: credential('json'),
		note,
		random,
		rules: { lag: 1, overlap: 6 },
		advance: async (seconds: number) => await control.advance(seconds),
	};
	const triggers: Activated[] = triggersOf(engine);
	const products = { nodeOf, targets: target.products, note, settle, random };
	const listener = new MqListener(products);
	triggers.push(...productTriggers(products), listener);
	await Promise.all(triggers.map(activate));
	const writers = [...writersOf({ run, note, settle }, { orders: 6, changes: 5 }), ...productWriters(products, 2)];

	const began = performance.now();
	const watch = async () => {
		const tokens = await control.tokens();
		say({ say: 'vitals', vitals: vitalsOf((performance.now() - began) / 1000, tokens) });
		say({ say: 'notes', notes: notes.splice(0) });
	};
	const timer = setInterval(() => void watch(), VITALS_MS);
	await Promise.all([...writers, ...triggers].map(repeat));
	clearInterval(timer);
	// The last transactions of others come to their end.
	await control.advance(300);
	const left: Record<string, number> = {};
	const end = async (flow: Flow) => {
		left[flow.name] = await finish(flow);
	};
	await Promise.all(writers.map(end));
	await Promise.all(triggers.map(end));
	await settle();
	await listener.close();
	await control.close();
	say({ say: 'notes', notes: notes.splice(0) });
	say({ say: 'finished', left });
}

type Activated = Flow & { activate: () => Promise<void> };

/** n8n repeats an activation that fails, too. */
async function activate(trigger: Activated): Promise<void> {
	for (;;) {
		try {
			await trigger.activate();
			return;
		} catch {
			await wait(PAUSE_MS);
		}
	}
}

async function repeat(flow: Flow): Promise<void> {
	while (!isOver) {
		await flow.round();
		await wait(PAUSE_MS);
	}
}

async function finish(flow: Flow): Promise<number> {
	let left = Infinity;
	for (let i = 0; i < MOST_FINISHING && left > 0; i++) left = await flow.finish();
	return left;
}
