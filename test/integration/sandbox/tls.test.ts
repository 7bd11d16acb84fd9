import { createSecureContext } from 'node:tls';
import forge from 'node-forge';
import { startSandbox, type Sandbox } from '../../../sandbox';
import { Wire, type Tls } from './wire';

let sandbox: Sandbox;
const wires: Wire[] = [];

function wireWith(tls: Tls): Wire {
	const wire = new Wire(sandbox, tls);
	wires.push(wire);
	return wire;
}

beforeAll(async () => {
	sandbox = await startSandbox({ mutualTls: true, withoutOrders: true });
});

afterAll(async () => {
	await Promise.all(wires.map((wire) => wire.close()));
	await sandbox.close();
});

const pair = ({ certificate, key }: { certificate: string; key: string }): Tls => ({ cert: certificate, key });

test('a client certificate is accepted, beside the login [public clients of IBM SaaS]', async () => {
	const wire = wireWith(pair(sandbox.clientCertificate));
	expect((await wire.login()).status).toBe(200);
	expect((await wire.invoke('getOrderList', {})).status).toBe(200);
});

test('without a client certificate there is no connection', async () => {
	const failed = sandbox.log.counters.failedHandshakes;
	await expect(wireWith({}).login()).rejects.toThrow();
	expect(sandbox.log.counters.failedHandshakes).toBeGreaterThan(failed);
});

test('an expired client certificate is refused', async () => {
	await expect(wireWith(pair(sandbox.expiredClientCertificate())).login()).rejects.toThrow();
});

test('certificates of another authority are refused, the client’s and the server’s', async () => {
	const foreign = sandbox.foreignAuthority();
	await expect(wireWith(pair(foreign.clientCertificate)).login()).rejects.toThrow();
	await expect(wireWith({ ...pair(sandbox.clientCertificate), ca: foreign.ca }).login()).rejects.toThrow(/certificate/);
});

test('the PKCS#12 file opens with its passphrase', () => {
	const { p12Base64, passphrase } = sandbox.clientCertificate;
	expect(() => createSecureContext({ pfx: Buffer.from(p12Base64, 'base64'), passphrase })).not.toThrow();
	expect(() => createSecureContext({ pfx: Buffer.from(p12Base64, 'base64'), passphrase: 'wrong' })).toThrow();
});

test('the old PKCS#12 file is refused by OpenSSL 3 and holds the same key and certificate', () => {
	const { oldP12Base64, passphrase, certificate } = sandbox.clientCertificate;
	expect(() => createSecureContext({ pfx: Buffer.from(oldP12Base64, 'base64'), passphrase })).toThrow(/Unsupported/);
	const file = forge.pkcs12.pkcs12FromAsn1(forge.asn1.fromDer(forge.util.decode64(oldP12Base64)), passphrase);
	const bags = file.getBags({ bagType: forge.pki.oids.certBag })[forge.pki.oids.certBag] ?? [];
	expect(forge.pki.certificateToPem(bags[0].cert as forge.pki.Certificate)).toBe(certificate);
});

test('connections and handshakes are counted, and the log tells them apart', async () => {
	sandbox.log.clear();
	const wire = wireWith(pair(sandbox.clientCertificate));
	await wire.login();
	await wire.invoke('getOrderList', {});
	expect(sandbox.log.counters).toMatchObject({ logins: 1, requests: 2, requestsByApi: { login: 1, getOrderList: 1 } });
	expect(sandbox.log.counters.connections).toBeGreaterThan(0);
	expect(sandbox.log.list().every((entry) => entry.connection > 0)).toBe(true);
});

test('the log holds no password and no token', async () => {
	const wire = wireWith(pair(sandbox.clientCertificate));
	const { json } = await wire.login();
	await wire.invoke('getOrderList', {});
	const log = JSON.stringify(sandbox.log.list());
	expect(log).toContain('getOrderList');
	expect(log).not.toContain(String(json.UserToken));
	expect(log).not.toContain('Integration-1');
});
