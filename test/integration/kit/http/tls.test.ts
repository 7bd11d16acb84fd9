import type { TLSSocket } from 'node:tls';

import { SterlingClient, testConnection, type Connection } from '../../../../clients/oms';
import { closeAllPools } from '../../../../kit/http/pools';
import { issue, pkcs12 } from './pki';
import {
	connection,
	create,
	fatalAlert,
	ok,
	own,
	quick,
	read,
	root,
	serverTls,
	start,
	startPlain,
	startSockets,
	tls,
} from './servers';

describe('mutual TLS', () => {
	it.each<[string, Connection['tls']]>([
		['PEM', tls],
		['P12', { ca: root.cert, pkcs12: pkcs12(own, [root.cert], 'open sesame'), passphrase: 'open sesame' }],
	])('reaches the server with %s, over few connections', async (_what, settings) => {
		const tiny = await start(ok);
		const client = new SterlingClient(connection(tiny.origin, { tls: settings }), quick);
		await Promise.all(Array.from({ length: 40 }, async () => await client.send(read)));
		expect(tiny.connections()).toBeLessThanOrEqual(4);
		await closeAllPools();
		await client.send(read);
	});

	it.each<[string, Connection['tls'], RegExp]>([
		['no client certificate', { ca: root.cert }, /requires a client certificate/],
		['no private authority', { certificate: own.cert, key: own.key }, /private authority|unknown authority/],
		['a wrong passphrase', { ca: root.cert, pkcs12: pkcs12(own, [], 'right'), passphrase: 'wrong' }, /passphrase/],
	])('the connection test explains %s', async (_what, settings, text) => {
		const tiny = await start(ok);
		const result = await testConnection(connection(tiny.origin, { tls: settings }), quick);
		expect(result).toMatchObject({ ok: false, message: expect.stringMatching(text) });
	});

	describe.each(['TLSv1.2', 'TLSv1.3'] as const)('over %s', (version) => {
		const only = { ...serverTls, minVersion: version, maxVersion: version };

		it('reaches the server over few connections', async () => {
			const versions = new Set<string | null>();
			const tiny = await start((request, response) => {
				versions.add((request.socket as TLSSocket).getProtocol());
				response.end('{"Order":[]}');
			}, only);
			const client = new SterlingClient(connection(tiny.origin, { tls }), quick);
			await Promise.all(Array.from({ length: 40 }, async () => await client.send(read)));
			expect(tiny.connections()).toBeLessThanOrEqual(4);
			expect([...versions]).toEqual([version]);
		});

		it.each<[string, Connection['tls'], RegExp]>([
			['no client certificate', { ca: root.cert }, /requires a client certificate/],
			['an unknown authority', { certificate: own.cert, key: own.key }, /private authority|unknown authority/],
		])('a write with %s was never sent, and the message says why', async (_what, settings, text) => {
			const tiny = await start(ok, only);
			const sending = new SterlingClient(connection(tiny.origin, { tls: settings }), quick).send(create);
			await expect(sending).rejects.toMatchObject({
				category: 'tls',
				effect: 'none',
				message: expect.stringMatching(text),
			});
		});
	});

	it.each<[number, RegExp]>([
		[40, /probably requires a client certificate/],
		[42, /requires a client certificate/],
		[43, /does not accept the client certificate/],
		[44, /does not accept the client certificate/],
		[45, /has expired/],
		[46, /does not accept the client certificate/],
		[47, /TLS connection to .* failed/],
		[48, /does not accept the client certificate/],
		[49, /does not accept the client certificate/],
		[51, /TLS connection to .* failed/],
		[70, /TLS handshake .* failed/],
		[71, /TLS handshake .* failed/],
		[80, /TLS connection to .* failed/],
		[112, /has the name/],
		[116, /requires a client certificate/],
	])(
		'an alert of the server (%i) in the handshake: nothing was sent, and the message says why',
		async (alert, text) => {
			const endpoint = await startSockets((socket) => {
				socket.on('error', () => socket.destroy());
				socket.once('data', () => socket.end(fatalAlert(alert)));
			});
			const sending = new SterlingClient(connection(endpoint, { tls }), quick).send(create);
			await expect(sending).rejects.toMatchObject({
				category: 'tls',
				effect: 'none',
				message: expect.stringMatching(text),
			});
		},
	);

	it('explains a server that speaks nothing newer than TLS 1.1', async () => {
		const old = { ...serverTls, minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' };
		const tiny = await start(ok, old);
		const sending = new SterlingClient(connection(tiny.origin, { tls }), quick).send(create);
		await expect(sending).rejects.toMatchObject({
			category: 'tls',
			effect: 'none',
			hint: expect.stringMatching(/TLS versions/),
		});
	});

	it('names the date on which a certificate expired', async () => {
		const late = issue({ name: 'late', issuer: root, from: '2024-01-01', to: '2025-03-04' });
		const settings = { ca: root.cert, certificate: late.cert, key: late.key };
		const result = await testConnection(connection('https://127.0.0.1:1', { tls: settings }), quick);
		expect(result).toMatchObject({ ok: false, message: expect.stringContaining('expired on 2025-03-04') });
	});

	it('explains a server certificate for another host, and TLS on a plain port', async () => {
		const tiny = await start(ok);
		const elsewhere = tiny.origin.replace('127.0.0.1', 'localhost');
		expect(await testConnection(connection(elsewhere, { tls }), quick)).toMatchObject({
			ok: false,
			message: expect.stringContaining('another host name'),
		});
		const open = await startPlain(ok);
		const wrong = open.origin.replace('http:', 'https:');
		expect(await testConnection(connection(wrong), quick)).toMatchObject({
			ok: false,
			message: expect.stringContaining('does not speak TLS'),
		});
	});
});
