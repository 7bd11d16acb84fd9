import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';

import type { INodeParameters, INodeTypeDescription } from 'n8n-workflow';

import { PRODUCTS } from '../../support/canaries/products';
import { operationsOf, runAction } from '../../support/canaries/run';
import { sceneFor } from '../../support/canaries/scene';

/** IDs and names that lead out of their place in an address, as they may come in an item. */
const HOSTILE = ['..', '../../elsewhere', '.', '..\\..\\elsewhere', '%2e%2e', 'a/../../elsewhere', '%2E%2E/elsewhere'];

/** Addresses as they travel, before a server has tidied them up. */
const asked: string[] = [];
const note = (message: unknown) =>
	void asked.push((message as { request: IncomingMessage }).request.url?.split('?')[0] ?? '');
beforeAll(() => subscribe('http.server.request.start', note));
afterAll(() => void unsubscribe('http.server.request.start', note));

/** Steps of an address, with everything that some server or proxy takes for a slash. */
const stepsOf = (path: string) => path.split(/\/|\\|%2f|%5c/i).map((step) => step.replace(/%2e/gi, '.'));

/** The same parameters with one text or picker at a time replaced. */
function* spoiled(
	{ properties }: INodeTypeDescription,
	parameters: INodeParameters,
	text: string,
): Generator<INodeParameters> {
	const isChoice = (name: string) => properties.some((one) => one.name === name && one.type === 'options');
	for (const [name, value] of Object.entries(parameters)) {
		if (isChoice(name)) continue;
		if (typeof value === 'string') yield { ...parameters, [name]: text };
		else if (typeof value === 'object' && value !== null && '__rl' in value) {
			yield { ...parameters, [name]: { ...value, value: text } as never };
		}
	}
}

const TABLE = PRODUCTS.filter(({ name }) => name !== 'Order Management').flatMap((product) =>
	Object.keys(product.logins)
		.filter((login, i) => (product.name === 'MQ' ? login === 'REST' : i === 0))
		.map((login) => [product.name, login, product] as const),
);

describe.each(TABLE)('%s, %s', (_name, login, product) => {
	const opened = sceneFor(product, login);

	it('no value of an item leads a request out of its place', async () => {
		let runs = 0;
		let requests = 0;
		for (const { name, parameters } of operationsOf(product)) {
			const known = { ...parameters, ...opened.scene.parameters?.[name] };
			for (const changed of spoiled(product.action.description, known, HOSTILE[runs % HOSTILE.length])) {
				asked.length = 0;
				await runAction(product, opened.scene, changed);
				runs += 1;
				requests += asked.length;
				const left = asked.filter((path) => stepsOf(path).some((step) => step === '.' || step === '..'));
				expect([name, changed, left]).toEqual([name, changed, []]);
			}
		}
		expect(runs).toBeGreaterThan(10);
		// Most values are refused; those that reach nothing else still go out.
		expect(requests).toBeGreaterThan(0);
	}, 120_000);
});
