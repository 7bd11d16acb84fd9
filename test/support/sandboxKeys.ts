import { newPrivateKey } from '../../sandbox/server/certificates';

/** Before all tests: the keys that their sandboxes use, because each file would make its own else. */
export default function makeSandboxKeys(): void {
	const keys = Object.fromEntries(['authority', 'server', 'client'].map((role) => [role, newPrivateKey()]));
	process.env.SANDBOX_KEYS = JSON.stringify(keys);
}
