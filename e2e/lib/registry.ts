import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createSecureContext } from 'node:tls';
import { Authority } from '../../sandbox/kit/certificates';
import { onCleanup } from './cleanup';
import { run } from './process';

interface Registry {
	port: number;
	/** PEM file with the authority of its certificates. */
	authorityFile: string;
	/** Paths that were asked for and exist. */
	served: string[];
	close: () => Promise<void>;
}

/**
 * Starts a stand-in of the npm registry on 127.0.0.1 that knows one package in one version, and has a
 * certificate for whatever host a client believes to talk to.
 */
export async function startRegistry(tarball: string, folder: string): Promise<Registry> {
	const authority = new Authority('registry');
	const authorityFile = join(folder, 'registry-authority.pem');
	writeFileSync(authorityFile, authority.certificate);

	const content = readFileSync(tarball);
	const text = await run('tar', ['-xzOf', tarball, 'package/package.json']);
	const manifest = JSON.parse(text) as { name: string; version: string };
	const { name, version } = manifest;
	const digest = (algorithm: string, form: 'hex' | 'base64') => createHash(algorithm).update(content).digest(form);
	const file = `/${name}/-/${name}-${version}.tgz`;
	const published = (host = '') => ({
		...manifest,
		dist: {
			tarball: `https://${host}${file}`,
			shasum: digest('sha1', 'hex'),
			integrity: `sha512-${digest('sha512', 'base64')}`,
		},
	});

	const served: string[] = [];
	const server = createServer(
		{
			SNICallback: (host, done) => {
				const { certificate, key } = authority.server(host);
				done(null, createSecureContext({ cert: certificate, key }));
			},
		},
		({ url = '', headers }, response) => {
			const documents: Record<string, (() => unknown) | undefined> = {
				[`/${name}`]: () => ({
					name,
					'dist-tags': { latest: version },
					versions: { [version]: published(headers.host) },
				}),
				[`/${name}/latest`]: () => published(headers.host),
				[`/${name}/${version}`]: () => published(headers.host),
			};
			const document = documents[url];
			if (!document && url !== file) return response.writeHead(404).end('{}');
			served.push(url);
			const type = document ? 'application/json' : 'application/octet-stream';
			return response.writeHead(200, { 'content-type': type }).end(document ? JSON.stringify(document()) : content);
		},
	);
	await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
	const close = onCleanup(async () => {
		server.closeAllConnections();
		await new Promise((closed) => server.close(closed));
	});
	return { port: (server.address() as AddressInfo).port, authorityFile, served, close };
}
