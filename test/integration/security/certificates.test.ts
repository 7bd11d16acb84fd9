import { type INodeProperties, NodeHelpers } from 'n8n-workflow';

import { closeAllPools } from '../../../kit/http/pools';
import { forgetSharedState } from '../../../kit/http/sharedState';
import { giveBack } from '../../support/canaries/plant';
import { PRODUCTS, type Product, type Scene } from '../../support/canaries/products';
import { readOf, runAction } from '../../support/canaries/run';
import { textsOf } from '../../support/secrets';

/** What lets a connection go on without a check of the server's certificate. */
const isUnchecked = ({ name, displayName, type }: INodeProperties) =>
	type !== 'notice' && /ssl|insecure|unauthori[sz]ed|verif|trust/i.test(`${name} ${displayName}`);

const scenes: Scene[] = [];
afterEach(async () => {
	await closeAllPools();
	for (const scene of scenes.splice(0)) await scene.close();
	giveBack();
	forgetSharedState();
});

const open = async (product: Product, login: string): Promise<Scene> => {
	const scene = await product.logins[login]();
	scenes.push(scene);
	return scene;
};
const mq = PRODUCTS.find(({ name }) => name === 'MQ')!;
const others = PRODUCTS.filter((product) => product !== mq);

test('one credential alone can leave the check out, in the one way to connect that heeds it', () => {
	const found = PRODUCTS.flatMap(({ name, credential }) =>
		credential.properties.filter(isUnchecked).map((field) => [name, field] as const),
	);
	expect(found.map(([name, field]) => [name, field.name, field.default])).toEqual([['MQ', 'ignoreSslIssues', false]]);
	const [, field] = found[0];
	const ways = ['builtIn', 'client', 'rest'].filter((connectWith) =>
		NodeHelpers.displayParameter({ connectWith } as never, field, null, null),
	);
	expect(ways).toEqual(['builtIn']);
});

test('it counts for the connections of that credential alone, also while they are open', async () => {
	const insecure = { caCertificate: '', ignoreSslIssues: true };
	const scene = await open(mq, 'built-in');
	const read = readOf(mq);
	const strangers = await Promise.all(others.map(async (other) => await open(other, Object.keys(other.logins)[0])));
	const [first, ...rest] = await Promise.all([
		runAction(mq, scene, read, { changes: insecure }),
		runAction(mq, scene, read, { changes: { caCertificate: '' } }),
		...others.map(async (other, i) => {
			const changes = { caCertificate: '', ignoreSslIssues: true, allowUnauthorizedCerts: true };
			return await runAction(other, strangers[i], readOf(other), { changes });
		}),
	]);
	const later = await runAction(mq, scene, read, { changes: { caCertificate: '' } });
	expect(first.error).toBeUndefined();
	const all = [...rest, later].map(({ error }) =>
		textsOf([error?.message, (error as { description?: string } | undefined)?.description]).join(' '),
	);
	expect(all).toEqual(all.map(() => expect.stringMatching(/certificate|self-signed|authority/i)));
	expect(strangers.map(({ calls }) => calls())).toEqual(strangers.map(() => 0));
});

test('MQ REST checks the certificate whatever the credential kept from the built-in client', async () => {
	const scene = await open(mq, 'REST');
	const { error } = await runAction(mq, scene, readOf(mq), { changes: { caCertificate: '', ignoreSslIssues: true } });
	expect(error?.message).toMatch(/certificate/i);
	expect(scene.calls()).toBe(0);
});
