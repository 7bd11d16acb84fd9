import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { INodeType } from 'n8n-workflow';

import type * as B2bi from '../../clients/b2bi';
import type * as Inventory from '../../clients/inventory';
import type * as Sterling from '../../clients/oms';
import type { Target } from '../jobs';

const built = createRequire(join(process.cwd(), 'dist', 'index.js'));

/** The client library as it is published. */
export const sterling = () => built('./clients/oms/index.js') as typeof Sterling;

/** The client library of Inventory Visibility as it is published. */
export const inventory = () => built('./clients/inventory/index.js') as typeof Inventory;

/** The client library of B2B Integrator as it is published. */
export const b2bi = () => built('./clients/b2bi/index.js') as typeof B2bi;

/** Loads what the library loads on first use, as the floor's undici is loaded before the work begins. */
export function loadAll(): void {
	const chunks = readdirSync(join(process.cwd(), 'dist', 'chunks'));
	for (const name of chunks.filter((chunk) => /^(undici|forge)-/.test(chunk))) built(`./chunks/${name}`);
}

/** A node as it is published. */
export function nodeOf(name: string, folder = 'IbmSterlingOms'): INodeType {
	const classes = built(`./nodes/${folder}/${name}.node.js`) as Record<string, new () => INodeType>;
	return new classes[name]();
}

/** How the client library reaches the server. */
export function connectionTo(target: Target, dataFormat: 'json' | 'xml', maxInFlight: number): Sterling.Connection {
	const { url, ca, certificate, key, loginId, password } = target;
	const tls = { ca, certificate, key };
	return {
		endpoint: url,
		authentication: 'standard',
		loginId,
		password,
		tls,
		dataFormat,
		timeoutMs: 60_000,
		maxInFlight,
	};
}

/** The same as data of a credential. */
export function credentialTo(target: Target, dataFormat: 'json' | 'xml', maxInFlight: number) {
	return {
		endpoint: target.url,
		authentication: 'standard',
		loginId: target.loginId,
		password: target.password,
		clientIdentity: 'pem',
		certificate: target.certificate,
		privateKey: target.key,
		caCertificate: target.ca,
		enterpriseCode: 'AURORA',
		documentType: '0001',
		dataFormat,
		advanced: true,
		maxInFlight,
		timeout: 60,
	};
}
