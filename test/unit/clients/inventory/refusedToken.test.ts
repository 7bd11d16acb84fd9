import { InventoryClient, type Authentication } from '../../../../clients/inventory';

const refuse = async () => {
	const body = '{"error":"invalid_token","error_description":"The token is not valid."}';
	return await Promise.resolve({ status: 401, headers: { 'content-type': 'application/json' }, body });
};

test.each<[Authentication, RegExp]>([
	[{ style: 'bearer', token: 'a-bearer-token-of-somebody' }, /expired: get a new one/],
	[{ style: 'jwt', algorithm: 'HS256', key: 'a-shared-secret', lifetimeSeconds: 60 }, /issuer and audience .*clocks/],
	[
		{ style: 'oauth2', clientId: 'client', clientSecret: 'a-client-secret', oneTokenForAll: false },
		/client ID and secret/,
	],
])('what to do about HTTP 401 goes by how requests prove themselves', async (authentication, hint) => {
	const client = new InventoryClient(
		{
			baseUrl: 'https://iv.example',
			tenantId: 'us-1b8d5331',
			authentication,
			timeoutMs: 1000,
			maxInFlight: 1,
			actionsPerCall: 100,
		},
		{ transport: refuse, attempts: 1 },
	);
	const call = client.send({ service: 'inventory', method: 'GET', path: 'v1/supplies', kind: 'read' });
	await expect(call).rejects.toMatchObject({
		category: 'authentication',
		message: 'The token is not valid.',
		hint: expect.stringMatching(hint) as string,
	});
});
