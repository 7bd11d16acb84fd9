import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';

import { forgetSharedState } from '../../../kit/http/sharedState';
import { canary, planted } from '../../support/canaries/plant';
import { PRODUCTS } from '../../support/canaries/products';
import { readOf, runAction } from '../../support/canaries/run';
import { sceneFor } from '../../support/canaries/scene';
import { textsOf } from '../../support/secrets';

/** The names of the headers of every request that reached a server, and the request that nobody sent. */
const arrived: string[] = [];
const note = (message: unknown) => {
	const { rawHeaders, url = '' } = (message as { request: IncomingMessage }).request;
	arrived.push(...rawHeaders.filter((_text, i) => i % 2 === 0), ...(url === '/smuggled' ? [url] : []));
};
beforeAll(() => subscribe('http.server.request.start', note));
afterAll(() => void unsubscribe('http.server.request.start', note));
beforeEach(() => void (arrived.length = 0));

const ENDS = [
	'\r\nX-Smuggled: 1',
	'\nX-Smuggled: 1',
	'\r\n\r\nGET /smuggled HTTP/1.1\r\nX-Smuggled: 1',
	'\0X-Smuggled: 1',
	'\u010aX-Smuggled: 1',
];
const TABLE = PRODUCTS.flatMap((product) =>
	Object.keys(product.logins).map((login, i) => [product.name, login, product, i] as const),
);

describe.each(TABLE)('%s, %s', (_name, login, product, number) => {
	const opened = sceneFor(product, login);
	const read = readOf(product);
	const use = async (changes: object) => {
		forgetSharedState();
		const { error } = await runAction(product, opened.scene, read, { changes });
		expect(arrived.filter((text) => /smuggled/i.test(text))).toEqual([]);
		return textsOf([error?.message, (error as { description?: string } | undefined)?.description]).join(' ');
	};

	if (number === 0 && product.credential.properties.some(({ name }) => name === 'headers')) {
		it('an extra header cannot end its line, and nothing is sent with one that tries', async () => {
			const before = opened.scene.calls();
			for (const end of ENDS) {
				const value = planted('headers', canary('headers') + end);
				expect(await use({ headers: { header: [{ name: 'X-Key', value }] } })).toMatch(
					/X-Key.*characters that a header/,
				);
			}
			for (const name of ['X-Key: 1\r\nX-Smuggled', 'X Smuggled', 'X-Smuggled:', '\u00fc-smuggled']) {
				expect(await use({ headers: { header: [{ name, value: 'some value' }] } })).toMatch(
					/is not a valid header name/,
				);
			}
			for (const name of [
				'Host',
				'content-LENGTH',
				'Transfer-Encoding',
				'Cookie',
				'Connection',
				'Proxy-Authorization',
			]) {
				expect(await use({ headers: { header: [{ name, value: 'smuggled' }] } })).toMatch(/is set by the client/);
			}
			expect(opened.scene.calls() - before).toBe(0);
		});
	}

	it('no other text of the credential can either', async () => {
		const texts = product.credential.properties.filter(
			({ name, type }) =>
				type === 'string' && typeof opened.scene.credential[name] === 'string' && opened.scene.credential[name] !== '',
		);
		for (const [i, { name }] of texts.entries()) {
			await use({ [name]: `${String(opened.scene.credential[name])}${ENDS[i % ENDS.length]}` });
		}
		expect(texts.length).toBeGreaterThan(3);
	});
});
