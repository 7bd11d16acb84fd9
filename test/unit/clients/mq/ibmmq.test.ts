import { createPrivateKey, generateKeyPairSync, X509Certificate } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import forge from 'node-forge';

import { ibmmqTransportOf } from '../../../../clients/mq/ibmmq';
import { messageIdOf } from '../../../../clients/mq';
import { writePkcs12 } from '../../../../clients/mq/ibmmq/pkcs12';
import { readCertificates } from '../../../../kit/http/tls/certificates';
import { loadBinding } from '../../../../clients/mq/ibmmq/load';
import type { ConnectionSettings } from '../../../../clients/mq/connection';
import { Authority } from '../../../../sandbox/kit/certificates';
import { ImitatedBinding } from '../../../support/mq/imitatedBinding';

const settings = (more: Partial<ConnectionSettings> = {}): ConnectionSettings => ({
	address: 'mq.example:1414, other(1415)',
	queueManager: 'QM1',
	channel: 'APP.SVRCONN',
	cipherSpec: '',
	...more,
});

async function connected(more: Partial<ConnectionSettings> = {}) {
	const binding = new ImitatedBinding();
	const connection = await ibmmqTransportOf(() => binding.module).connect(settings(more));
	return { binding, connection };
}

describe('loading', () => {
	test('the package is not installed', () => {
		expect(() => loadBinding()).toThrow(
			expect.objectContaining({
				category: 'configuration',
				message: expect.stringContaining('not installed'),
				remedy: { field: 'transport' },
			}),
		);
	});

	test('the C library is missing: the binding throws a plain object', () => {
		const load = () => {
			throw { message: '/opt/mqm/lib/libmqm_r.so: cannot open shared object file' };
		};
		expect(() => loadBinding(load)).toThrow(/cannot be loaded: \/opt\/mqm\/lib\/libmqm_r\.so/);
	});

	test('something that the package requires is missing', () => {
		const load = () => {
			throw Object.assign(new Error("Cannot find module 'node-gyp-build'"), { code: 'MODULE_NOT_FOUND' });
		};
		expect(() => loadBinding(load)).toThrow(/cannot be loaded: .*node-gyp-build/);
	});
});

test('what a connect is given', async () => {
	const { binding, connection } = await connected({ user: 'app', password: 'pass-word-1' });
	expect(binding.connectedWith).toMatchObject({
		Options: 0x800,
		ClientConn: {
			ChannelName: 'APP.SVRCONN',
			ConnectionName: 'mq.example(1414),other(1415)',
			MaxMsgLength: 104_857_600,
			SharingConversations: 0,
			HeartbeatInterval: 5,
		},
		SecurityParms: { UserId: 'app', Password: 'pass-word-1' },
	});
	expect(binding.connectedWith?.SSLConfig).toBeUndefined();
	await connection.close();
});

test('the key repository: a PKCS#12 file that only its owner reads, gone when the connection is closed', async () => {
	const authority = new Authority();
	const { certificate, key: privateKey } = authority.client();
	const { binding, connection } = await connected({
		cipherSpec: 'ECDHE_RSA_AES_128_GCM_SHA256',
		certificate,
		privateKey,
		certificateAuthorities: authority.certificate,
		certificateLabel: 'oms',
	});
	const {
		KeyRepository: path,
		KeyRepoPassword: passphrase,
		CertificateLabel,
	} = binding.connectedWith?.SSLConfig as Record<string, string>;
	expect([statSync(path).mode & 0o777, statSync(dirname(path)).mode & 0o777]).toEqual([0o600, 0o700]);
	const file = forge.pkcs12.pkcs12FromAsn1(forge.asn1.fromDer(readFileSync(path, 'latin1')), passphrase);
	expect(file.getBags({ bagType: forge.pki.oids.certBag })[forge.pki.oids.certBag]).toHaveLength(2);
	expect(CertificateLabel).toBe('oms');
	expect(file.getBags({ friendlyName: 'oms' }).friendlyName?.length).toBeGreaterThan(0);
	await connection.close();
	expect(existsSync(dirname(path))).toBe(false);
});

test('the kit reads the file again, also with a key of an elliptic curve', async () => {
	const authority = new Authority();
	const { certificate, key } = authority.client();
	const contents = { chain: [certificate], authorities: [authority.certificate], label: 'Größe' };
	const file = await writePkcs12({ ...contents, key }, 'pass phrase');
	const read = await readCertificates({ pkcs12: file.toString('base64'), passphrase: 'pass phrase' });
	expect(new X509Certificate(read.cert ?? '').checkPrivateKey(createPrivateKey(read.key ?? ''))).toBe(true);
	const curve = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
	const pem = curve.export({ type: 'pkcs8', format: 'pem' }).toString();
	expect((await writePkcs12({ ...contents, key: pem }, 'x')).length).toBeGreaterThan(1_000);
});

test('it is gone, too, where connecting fails', async () => {
	const authority = new Authority();
	const binding = new ImitatedBinding();
	binding.failures.Connx = 2393;
	const transport = ibmmqTransportOf(() => binding.module);
	const tls = { cipherSpec: 'ANY_TLS12', certificateAuthorities: authority.certificate };
	await expect(transport.connect(settings(tls))).rejects.toMatchObject({ code: '2393', category: 'tls' });
	const { KeyRepository } = binding.connectedWith?.SSLConfig as Record<string, string>;
	expect(existsSync(dirname(KeyRepository))).toBe(false);
});

test('a message goes there and back, also one longer than the first buffer', async () => {
	const { binding, connection } = await connected();
	const body = Buffer.alloc(100_000, 'x');
	const messageId = await connection.put('Q', { body, properties: { a: 1 } });
	const message = await connection.get('Q');
	expect(message?.body.equals(body)).toBe(true);
	expect(message?.properties).toMatchObject({ a: 1 });
	expect(message?.descriptor).toMatchObject({
		messageId,
		format: 'MQSTR',
		userId: 'app',
		putAt: '2026-01-15T09:30:00.000Z',
	});
	expect(binding.messages).toHaveLength(0);
	expect(await connection.get('Q')).toBeUndefined();
	await connection.close();
});

test('while another consumer takes the long message, a longer one comes instead', async () => {
	const { binding, connection } = await connected();
	for (const length of [100_000, 200_000]) await connection.put('Q', { body: Buffer.alloc(length, 'x') });
	binding.afterCall = (name) => {
		if (name !== 'GetSync') return;
		binding.messages.shift();
		binding.afterCall = undefined;
	};
	expect((await connection.get('Q'))?.body).toHaveLength(200_000);
	expect(binding.messages).toHaveLength(0);
	await connection.close();
});

test('what could not be backed out is never committed by the next call', async () => {
	const { binding, connection } = await connected();
	for (const text of ['a', 'b']) await connection.put('Q', { body: Buffer.from(text) });
	Object.assign(binding.failures, { Cmit: 2195, Back: 2195 });
	await expect(connection.get('Q')).rejects.toMatchObject({ code: '2195' });
	Object.assign(binding.failures, { Cmit: 0, Back: 0 });
	const refused = { category: 'connection', message: expect.stringContaining('could not be backed out') };
	await expect(connection.get('Q')).rejects.toMatchObject(refused);
	await expect(connection.get('Q', { inUnitOfWork: true })).rejects.toMatchObject(refused);
	await expect(connection.put('Q', { body: Buffer.from('c') }, { inUnitOfWork: true })).rejects.toMatchObject(refused);
	await expect(connection.commit()).rejects.toMatchObject(refused);
	await connection.close();
	expect(binding.messages).toHaveLength(2);
});

test('units of work, browsing and attributes', async () => {
	const { binding, connection } = await connected();
	for (const text of ['a', 'b']) await connection.put('Q', { body: Buffer.from(text) });
	const seen: string[] = [];
	for await (const { body } of connection.browse('Q')) seen.push(body.toString());
	expect(seen).toEqual(['a', 'b']);
	await connection.get('Q', { inUnitOfWork: true });
	await connection.backOut();
	expect((await connection.get('Q', { inUnitOfWork: true }))?.descriptor.backoutCount).toBe(1);
	await connection.commit();
	expect(binding.messages).toHaveLength(1);
	expect(await connection.inquire('Q')).toMatchObject({ depth: 3, maximumDepth: 15, backoutRequeueQueue: 'TEXT' });
	await connection.close();
});

test('a message that the channel does not let through stays, and a browse goes past it', async () => {
	const { binding, connection } = await connected();
	binding.maximumMessage = 80_000;
	const messageId = await connection.put('Q', { body: Buffer.alloc(100_000, 'x') });
	await connection.put('Q', { body: Buffer.from('behind') });
	const error: unknown = await connection.get('Q', { inUnitOfWork: true }).catch((reason: unknown) => reason);
	expect(error).toMatchObject({ code: '2080', attributes: { messageId } });
	expect(messageIdOf(error)).toBe(messageId);
	const seen: unknown[] = [];
	for await (const { body, problem, isPartial } of connection.browse('Q')) {
		seen.push([body.toString(), problem?.code, isPartial]);
	}
	expect(seen).toEqual([
		['', '2080', true],
		['behind', undefined, undefined],
	]);
	await connection.close();
	expect(binding.messages).toHaveLength(2);
});

test('a message with a damaged header comes as it is, and is put as it came', async () => {
	const { binding, connection } = await connected();
	const body = Buffer.from('RFH this is none');
	await connection.put('Q', { body });
	Object.assign(binding.messages[0].md, { Format: 'MQHRF2' });
	const message = await connection.get('Q', { inUnitOfWork: true });
	expect(message).toMatchObject({ problem: { code: '2334' } });
	await connection.put('ASIDE', message!, { inUnitOfWork: true });
	await connection.commit();
	expect(binding.messages).toMatchObject([{ data: body, md: { Format: 'MQHRF2', Offset: 0 } }]);
	await connection.close();
});

test('closing backs out, closes the queues, and disconnects last', async () => {
	const { binding, connection } = await connected();
	await connection.put('Q', { body: Buffer.from('x') });
	await connection.get('Q', { inUnitOfWork: true });
	binding.calls.length = 0;
	await connection.close();
	expect(binding.calls).toEqual(['Back', 'Close', 'Disc']);
	expect(binding.messages[0].isTaken).toBe(false);
});

test.each([
	['Put1', '2053'],
	['GetSync', '2009'],
] as const)('a reason code of %s', async (call, code) => {
	const { binding, connection } = await connected();
	binding.failures[call] = Number(code);
	const work = call === 'Put1' ? connection.put('Q', { body: Buffer.from('x') }) : connection.get('Q');
	await expect(work).rejects.toMatchObject({ code, attributes: { queue: 'Q' } });
	await connection.close();
});
