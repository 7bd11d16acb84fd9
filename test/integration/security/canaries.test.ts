import { machine } from '../../../kit/polling/machine';
import { forgetSharedState } from '../../../kit/http/sharedState';
import type { Fault } from '../../../sandbox/kit/faults';
import { secretFields } from '../../support/canaries/plant';
import { PRODUCTS, type Product } from '../../support/canaries/products';
import { askEditor, operationsOf, polling, readOf, runAction, shownData } from '../../support/canaries/run';
import { sceneFor } from '../../support/canaries/scene';
import { CREDENTIALS } from '../../support/published';
import { textsOf } from '../../support/secrets';
import { assertNoSecrets, watching } from '../../support/watch';

const always = { times: 0 };
/** What a server may do with a request; most of these repeat all of it, login included. */
const FAULTS: ReadonlyArray<readonly [string, Fault]> = [
	['it is refused and repeated as JSON', { kind: 'echo', ...always }],
	['it is refused and repeated as XML', { kind: 'echo', contentType: 'application/xml', ...always }],
	['it fails and is repeated as text', { kind: 'echo', status: 500, contentType: 'text/plain', ...always }],
	['a page repeats it', { kind: 'echo', status: 403, contentType: 'text/html', ...always }],
	['it is not authorized and repeated', { kind: 'echo', status: 401, ...always }],
	['a page under 200 repeats it', { kind: 'echo', status: 200, contentType: 'text/html', ...always }],
	['a redirect repeats it', { kind: 'echo', status: 302, contentType: 'text/html', ...always }],
	['the response is lost', { kind: 'drop', afterWork: true, ...always }],
	['the response is cut off', { kind: 'truncate', ...always }],
	['half a response comes', { kind: 'malformed', ...always }],
	['a gateway responds', { kind: 'html', ...always }],
	['the login has expired', { kind: 'expireToken' }],
	['it is throttled', { kind: 'status', status: 429, retryAfter: 0 }],
];

const ECHOES = FAULTS.filter(([, { kind }]) => kind === 'echo');
/** MQ's own protocol knows some faults only. */
const strikes = (login: string, { kind }: Fault) => login !== 'built-in' || kind === 'drop' || kind === 'status';
const ON_ERROR = ['stopWorkflow', 'continueRegularOutput', 'continueErrorOutput'] as const;

const TABLE = PRODUCTS.flatMap((product) =>
	Object.keys(product.logins).map((login, i) => [product.name, login, product, i] as const),
);

/** Products in whose output something was masked, so that a look at nothing cannot pass. */
const masked = new Set<string>();
const look = (name: string, ...output: unknown[]) => {
	if (!masked.has(name) && /\*\*\*/.test(textsOf(output).join('\n'))) masked.add(name);
};
/** The secret fields that had a value in some login, by product. */
const used = new Map<Product, Set<string>>();

describe.each(TABLE)('%s, %s: no secret shows', (name, login, product, number) => {
	const opened = sceneFor(product, login);
	/** All operations and faults by the first login; a part of both by the others, which differ in the login alone. */
	const operations = operationsOf(product).filter((_operation, i) => number === 0 || i % 5 === number % 5);
	const faults = FAULTS.filter(([, fault]) => strikes(login, fault)).filter(
		([, { kind }], i) => number === 0 || (kind === 'echo' && i % 2 === number % 2),
	);
	const read = readOf(product);

	beforeAll(() => {
		machine.now = () => opened.scene.clock.now();
		const shown = shownData(product, opened.scene.credential);
		const fields = used.get(product) ?? new Set();
		used.set(product, fields);
		for (const field of secretFields(product.credential)) if (shown[field]) fields.add(field);
	});
	afterEach(() => opened.scene.faults.clear());

	if (product.trigger.description.polling) {
		it('in what the trigger passes on, throws and keeps', async () => {
			const workflow = polling(product, opened.scene);
			await watching(async () => await workflow.activate());
			let passedOn = 0;
			for (const [, fault] of faults) {
				opened.scene.happen();
				opened.scene.faults.add(fault);
				const failed = await watching(async () => await workflow.poll());
				opened.scene.faults.clear();
				const polled = await watching(async () => await workflow.poll());
				passedOn += (failed.items?.length ?? 0) + (polled.items?.length ?? 0);
				assertNoSecrets([failed, polled, workflow.stored], 'The trigger');
				look(name, failed, polled);
			}
			expect(passedOn).toBeGreaterThan(0);
		});
	}

	it('in any operation', async () => {
		const silent: string[] = [];
		for (const operation of operations) {
			const before = opened.scene.calls();
			const parameters = { ...operation.parameters, ...opened.scene.parameters?.[operation.name] };
			look(name, (await runAction(product, opened.scene, parameters)).run);
			if (opened.scene.calls() === before && !product.offline?.includes(operation.name)) silent.push(operation.name);
		}
		if (number === 0) expect(silent).toEqual([]);
	});

	it('in any operation that fails', async () => {
		for (const [i, operation] of operations.entries()) {
			const parameters = { ...operation.parameters, ...opened.scene.parameters?.[operation.name] };
			const [, fault] = ECHOES[i % ECHOES.length];
			opened.scene.faults.add(fault);
			const { run } = await runAction(product, opened.scene, parameters);
			opened.scene.faults.clear();
			look(name, run);
		}
	});

	it.each(faults)('when %s, at the login and after it', async (what, fault) => {
		const onError = ON_ERROR[FAULTS.findIndex(([one]) => one === what) % ON_ERROR.length];
		const part = FAULTS.findIndex(([one]) => one === what) + number;
		const struck = async (lists?: number) => {
			const { scene } = opened;
			scene.faults.add(fault);
			const { run } = await runAction(product, scene, read, { node: { onError } });
			const asked =
				fault.kind === 'echo' && (await askEditor(product, product.action, scene.credential, { part: lists }));
			look(name, run, asked);
			scene.faults.clear();
		};
		forgetSharedState();
		await struck(part);
		await runAction(product, opened.scene, read);
		// What is repeated now are the calls of the lists themselves, of which each has its own.
		await struck(number === 0 ? undefined : part);
	});

	it('when the credential is wrong', async () => {
		const { credential } = opened.scene;
		const shown = shownData(product, credential);
		const inAddress = `https://user:${encodeURIComponent(String(credential.password ?? 'canary'))}@127.0.0.1:1`;
		const urls = product.credential.properties.filter(({ displayName }) => /URL|Host/.test(displayName));
		const wrong: object[] = [
			...secretFields(product.credential)
				.filter((field) => typeof shown[field] === 'string')
				.map((field) => ({ [field]: `${String(shown[field])}-wrong` })),
			...urls.filter(({ name: field }) => field in shown).map((field) => ({ [field.name]: inAddress })),
		];
		// Without a login, so that one of them shows it.
		if (number === 0) {
			const secret = Object.keys(shown).find((field) => /header|Secret|assword/.test(field))!;
			const pkcs12Secret = Buffer.from(String(shown[secret]).repeat(20)).toString('base64');
			wrong.push(
				{ caCertificate: '' },
				{ clientIdentity: 'none' },
				{ clientIdentity: 'pkcs12', pkcs12Secret },
				{ headers: { header: [{ name: 'Host', value: 'canary-headers' }] } },
			);
		}
		for (const [part, changes] of wrong.entries()) {
			forgetSharedState();
			const { run } = await runAction(product, opened.scene, read, { changes });
			look(name, run, await askEditor(product, product.trigger, { ...credential, ...changes } as never, { part }));
		}
	});
});

test('every credential of the package is in the table', () => {
	const names = PRODUCTS.map(({ credential }) => credential.name);
	expect(names.sort()).toEqual(CREDENTIALS.map(({ name }) => name).sort());
});

test('every secret field of every credential had a canary', () => {
	for (const [{ credential }, fields] of used) expect([...fields].sort()).toEqual(secretFields(credential).sort());
});

test('what was looked at holds errors in which secrets were masked', () => {
	expect([...masked].sort()).toEqual(PRODUCTS.map(({ name }) => name).sort());
});
