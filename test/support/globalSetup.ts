import { generateKeyPair } from 'node:crypto';
import { promisify } from 'node:util';

/** What the user's environment says of his network; it knows nothing of the servers of the tests. */
const OF_THE_NETWORK = /^((https?|no|all)_proxy|node_extra_ca_certs)$/i;

/** Roles of the sandbox's keys, and the keys that tests have beside them (see keys.ts). */
const ROLES = ['authority', 'server', 'client', 'foreign authority', 'shop'];
const SPARE = ['0', '1', '2', '3'];

/** Takes out of the environment what would lead tests through a proxy, or have them trust an authority. */
export function forgetTheNetwork(env: NodeJS.ProcessEnv): void {
	const named = Object.keys(env).filter((name) => OF_THE_NETWORK.test(name));
	for (const name of named) Reflect.deleteProperty(env, name);
}

/** Before all tests, for all their processes. */
export default async function prepare(): Promise<void> {
	forgetTheNetwork(process.env);
	// Jest calls this once for each of its projects, and the keys are for all.
	if (process.env.SANDBOX_KEYS) return;
	// Each file would make its own keys else.
	process.env.SANDBOX_KEYS = await newKeys(ROLES);
	process.env.SPARE_KEYS = await newKeys(SPARE);
}

async function newKeys(names: string[]): Promise<string> {
	const keys = names.map(async (name) => {
		const { privateKey } = await promisify(generateKeyPair)('rsa', {
			modulusLength: 2048,
			publicKeyEncoding: { type: 'spki', format: 'pem' },
			privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
		});
		return [name, privateKey];
	});
	return JSON.stringify(Object.fromEntries(await Promise.all(keys)));
}
