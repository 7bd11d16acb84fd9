import prepare from '../../support/globalSetup';

const outside = { ...process.env };
afterEach(() => {
	process.env = outside;
});

test('tests go through no proxy of the user and trust no authority of his, in whatever case they are named', async () => {
	const ofTheNetwork = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'no_proxy', 'ALL_PROXY', 'NODE_EXTRA_CA_CERTS'];
	process.env = { PATH: '/bin', ...Object.fromEntries(ofTheNetwork.map((name) => [name, 'http://127.0.0.1:9'])) };
	await prepare();
	expect(Object.keys(process.env)).toEqual(['PATH', 'SANDBOX_KEYS', 'SPARE_KEYS']);
});
