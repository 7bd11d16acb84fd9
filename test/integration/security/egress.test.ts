import type { IHttpRequestOptions } from 'n8n-workflow';

import { requestAsN8n, withSsrfProtection } from '../../support/ssrfProtection';
import { closeAllPools } from '../../../kit/http/pools';
import { forgetSharedState } from '../../../kit/http/sharedState';
import { machine } from '../../../kit/polling/machine';
import { giveBack } from '../../support/canaries/plant';
import { PRODUCTS, type Scene } from '../../support/canaries/products';
import { askEditor, operationsOf, polling, runAction } from '../../support/canaries/run';
import { textsOf } from '../../support/secrets';
import { watching } from '../../support/watch';

/** `localhost` is allowed, and 127.0.0.1 is not. */
let endPolicy: () => void;
beforeAll(() => {
	endPolicy = withSsrfProtection('localhost');
});
afterAll(() => endPolicy());

const TABLE = PRODUCTS.flatMap((product) =>
	Object.keys(product.logins).map((login) => [product.name, login, product] as const),
);
/** n8n's helper in the contexts of the editor. */
const HELPERS = {
	httpRequest: async (options: IHttpRequestOptions) => await requestAsN8n(options),
};
const REFUSED = /SSRF protection|blocked|not allowed/i;

/** The same system under the name that is allowed. */
const byName = ({ credential, ...scene }: Scene): Scene => ({
	...scene,
	credential: JSON.parse(JSON.stringify(credential).replaceAll('127.0.0.1', 'localhost')) as Scene['credential'],
});

describe.each(TABLE)("n8n's SSRF protection: %s, %s", (_name, login, product) => {
	let scene: Scene;
	const read = operationsOf(product).find(({ name: one }) => /:(getMany|browse|getNode)$/.test(one))!;

	beforeAll(async () => {
		forgetSharedState();
		scene = await product.logins[login]();
		machine.now = () => scene.clock.now();
	});
	afterAll(async () => {
		await closeAllPools();
		await scene.close();
		giveBack();
		forgetSharedState();
	});

	it('nothing that it forbids is called, and the error says why', async () => {
		const { error } = await runAction(product, scene, read.parameters);
		expect(textsOf([error?.message, (error as { description?: string } | undefined)?.description]).join(' ')).toMatch(
			REFUSED,
		);
		// Some lists need another choice first and call nothing.
		const outcomes = await askEditor(product, product.action, scene.credential, HELPERS);
		const test = Object.keys(outcomes).filter((name) => name.endsWith('Connection'));
		expect(test).toHaveLength(1);
		expect(textsOf(outcomes[test[0]]).join(' ')).toMatch(REFUSED);
		if (product.trigger.description.polling) {
			const activation = watching(async () => await polling(product, scene).activate());
			await expect(activation).rejects.toThrow(REFUSED);
		}
		expect(scene.calls()).toBe(0);
	});

	it('what it allows is called, and no redirect is followed', async () => {
		const allowed = byName(scene);
		expect((await runAction(product, allowed, read.parameters)).error).toBeUndefined();
		expect(scene.calls()).toBeGreaterThan(0);
		scene.faults.add({ kind: 'redirect', times: 0 });
		scene.faults.add({ kind: 'echo', status: 302, times: 0 });
		await runAction(product, allowed, read.parameters);
		scene.faults.clear();
		expect(scene.log.list().filter(({ path }) => /login\?|^\/login/.test(path))).toEqual([]);
	});
});
