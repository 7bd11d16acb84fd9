import prepare, { forgetTheNetwork } from '../../support/globalSetup';

test('tests go through no proxy of the user and trust no authority of his, in whatever case they are named', () => {
	const ofTheNetwork = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'no_proxy', 'ALL_PROXY', 'NODE_EXTRA_CA_CERTS'];
	const env = { PATH: '/bin', ...Object.fromEntries(ofTheNetwork.map((name) => [name, 'http://127.0.0.1:9'])) };
	forgetTheNetwork(env);
	expect(env).toEqual({ PATH: '/bin' });
});

test('it is done before all tests, whose keys are made once', async () => {
	const { SANDBOX_KEYS: keys } = process.env;
	expect(Object.keys(JSON.parse(keys!) as object)).toEqual([
		'authority',
		'server',
		'client',
		'foreign authority',
		'shop',
	]);
	process.env.HTTPS_PROXY = 'http://127.0.0.1:9';
	await prepare();
	expect(process.env).not.toHaveProperty('HTTPS_PROXY');
	expect(process.env.SANDBOX_KEYS).toBe(keys);
});
