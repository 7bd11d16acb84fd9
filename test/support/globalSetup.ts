import { newPrivateKey } from '../../sandbox/kit/certificates';

/** What the user's environment says of his network; it knows nothing of the servers of the tests. */
const OF_THE_NETWORK = /^((https?|no|all)_proxy|node_extra_ca_certs)$/i;

/** Before all tests, for all their processes. */
export default function prepare(): void {
	const named = Object.keys(process.env).filter((name) => OF_THE_NETWORK.test(name));
	for (const name of named) Reflect.deleteProperty(process.env, name);
	// Jest calls this once for each of its projects, and the keys are for all.
	if (process.env.SANDBOX_KEYS) return;
	// Each file would make its own keys for its sandbox else.
	const keys = Object.fromEntries(['authority', 'server', 'client'].map((role) => [role, newPrivateKey()]));
	process.env.SANDBOX_KEYS = JSON.stringify(keys);
}
