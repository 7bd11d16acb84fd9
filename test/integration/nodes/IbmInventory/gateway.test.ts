import type { RequestListener } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';

import { connectionOf } from '../../../../nodes/IbmInventory/connect';
import { InventoryClient } from '../../../../clients/inventory';
import { destinationOf } from '../../../../clients/inventory/connection';
import { closeAllPools, pooledTransport } from '../../../../kit/http/pools';
import { Authority } from '../../../../sandbox/kit/certificates';
import { startInventorySandbox, type InventorySandbox } from '../../../../sandbox/inventory';
import { inventoryCredential } from '../../../support/inventoryBench';

let sandbox: InventorySandbox;
beforeAll(async () => (sandbox = await startInventorySandbox({ mutualTls: true })));
afterEach(async () => await closeAllPools());
afterAll(async () => await sandbox.close());

const read = { service: 'inventory', method: 'GET', path: 'v1/configuration/settings', kind: 'read' } as const;

/** Reads the settings with a credential as n8n stores it. */
const ask = async (more: Record<string, unknown>) =>
	await new InventoryClient(connectionOf(inventoryCredential(sandbox, more) as never), { attempts: 1 }).send(read);

describe('a gateway in front of the services', () => {
	test('lets in a client certificate, as PEM or P12, beside a key that signs tokens', async () => {
		const { certificate, key, p12Base64, passphrase } = sandbox.clientCertificate;
		const privateKey = 'the key of signed tokens';
		const pem = { clientIdentity: 'pem', certificate, certificateKey: key, privateKey };
		const file = { clientIdentity: 'pkcs12', pkcs12Secret: p12Base64, passphrase, privateKey };
		for (const identity of [pem, file]) expect((await ask(identity)).status).toBe(200);
	});

	test('keeps out those without one', async () => {
		await expect(ask({})).rejects.toMatchObject({ name: 'ServiceError' });
	});

	test('gets the extra headers with every request, and no error shows them', async () => {
		const seen: Array<string | undefined> = [];
		const gateway = await startGateway((request, response) => {
			seen.push(request.headers['x-gateway-key'] as string | undefined);
			response.statusCode = 403;
			response.end(JSON.stringify({ error_description: `no ${String(request.headers['x-gateway-key'])}` }));
		});
		const headers = { header: [{ name: 'X-Gateway-Key', value: 'gateway-secret-1' }] };
		const failure = await ask({ ...gateway.credential, headers }).catch((error: Error) => error);
		gateway.close();
		expect((failure as Error).message).toBe('no ***');
		expect(seen).toEqual(['gateway-secret-1']);
	});

	test('a header that the client sets itself is refused before anything is sent', async () => {
		const headers = { header: [{ name: 'Authorization', value: 'Basic x' }] };
		await expect(ask({ headers })).rejects.toMatchObject({ category: 'configuration', remedy: { field: 'headers' } });
	});
});

test('a service that hangs costs two timeouts, not five', async () => {
	let requests = 0;
	const gateway = await startGateway(() => undefined);
	let now = 0;
	const clockwork = { now: () => now, sleep: async () => await Promise.resolve() };
	const connection = connectionOf(
		inventoryCredential(sandbox, {
			...gateway.credential,
			authentication: 'bearer',
			bearerToken: 'token',
			timeout: 0.1,
		}) as never,
	);
	const transport = pooledTransport(destinationOf(connection));
	const client = new InventoryClient(connection, {
		...clockwork,
		transport: async (request) => {
			requests += 1;
			return await transport(request).finally(() => (now += request.timeoutMs));
		},
	});
	await expect(client.send(read)).rejects.toMatchObject({ category: 'timeout' });
	gateway.close();
	expect(requests).toBe(2);
});

/** A web server with HTTPS that responds as told, and the fields of a credential that lead to it. */
async function startGateway(answer: RequestListener) {
	const authority = new Authority();
	const { certificate: cert, key } = authority.server();
	const server = createServer({ cert, key }, answer);
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		credential: { baseUrl: `https://127.0.0.1:${port}`, caCertificate: authority.certificate },
		close: () => {
			server.closeAllConnections();
			server.close();
		},
	};
}
