/** An RSA key that is made once for the whole run (globalSetup.ts), as PEM: the keys 0 to 3, none of them the sandbox's. */
export function spareKey(number = 0): string {
	const keys = JSON.parse(process.env.SPARE_KEYS ?? '{}') as Partial<Record<number, string>>;
	const key = keys[number];
	if (key === undefined) throw new Error(`globalSetup.ts makes no key ${number}`);
	return key;
}
