import type { IHttpRequestOptions } from 'n8n-workflow';

import { requestAsN8n, withSsrfProtection } from '../../support/ssrfProtection';
import { machine } from '../../../kit/polling/machine';
import { PRODUCTS, type Scene } from '../../support/canaries/products';
import { askEditor, polling, readOf, runAction } from '../../support/canaries/run';
import { sceneFor } from '../../support/canaries/scene';
import { textsOf } from '../../support/secrets';
import { watching } from '../../support/watch';

/** `localhost` is allowed, and 127.0.0.1 is not. */
let endPolicy: () => void;
beforeAll(() => {
	endPolicy = withSsrfProtection('localhost');
});
afterAll(() => endPolicy());

const TABLE = PRODUCTS.flatMap((product) =>
	Object.keys(product.logins).map((login, number) => [product.name, login, product, number] as const),
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

describe.each(TABLE)("n8n's SSRF protection: %s, %s", (_name, login, product, number) => {
	const opened = sceneFor(product, login);
	const read = readOf(product);

	beforeAll(() => {
		machine.now = () => opened.scene.clock.now();
	});

	it('nothing that it forbids is called, and the error says why', async () => {
		const { error } = await runAction(product, opened.scene, read);
		expect(textsOf([error?.message, (error as { description?: string } | undefined)?.description]).join(' ')).toMatch(
			REFUSED,
		);
		// Some lists need another choice first and call nothing.
		const part = number === 0 ? undefined : number;
		const outcomes = await askEditor(product, product.action, opened.scene.credential, { helpers: HELPERS, part });
		const test = Object.keys(outcomes).filter((name) => name.endsWith('Connection'));
		expect(test).toHaveLength(1);
		expect(textsOf(outcomes[test[0]]).join(' ')).toMatch(REFUSED);
		if (product.trigger.description.polling) {
			const activation = watching(async () => await polling(product, opened.scene).activate());
			await expect(activation).rejects.toThrow(REFUSED);
		}
		expect(opened.scene.calls()).toBe(0);
	});

	it('what it allows is called, and no redirect is followed', async () => {
		const allowed = byName(opened.scene);
		expect((await runAction(product, allowed, read)).error).toBeUndefined();
		expect(opened.scene.calls()).toBeGreaterThan(0);
		opened.scene.faults.add({ kind: 'redirect', times: 0 });
		opened.scene.faults.add({ kind: 'echo', status: 302, times: 0 });
		await runAction(product, allowed, read);
		opened.scene.faults.clear();
		expect(opened.scene.log.list().filter(({ path }) => /login\?|^\/login/.test(path))).toEqual([]);
	});
});
