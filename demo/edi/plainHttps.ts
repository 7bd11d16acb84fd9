import { request } from 'node:https';

import type { Json } from '../plainSterling';

/** Where a server is and who asks, with plain HTTPS of Node.js: nothing of the client libraries is in it. */
export interface Access {
	url: string;
	user: string;
	password: string;
	/** The server's authority as PEM. */
	ca: string;
}

/** Reads a resource as JSON. Throws an Error for every response but HTTP 200. */
export function readJson({ url, user, password, ca }: Access, path: string): Promise<Json | Json[]> {
	const headers = {
		Accept: 'application/json',
		'Content-Type': 'application/json',
		Authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`,
	};
	return new Promise((resolve, reject) => {
		const sent = request(url + path, { ca, headers, agent: false }, (response) => {
			const parts: Buffer[] = [];
			response.on('data', (part: Buffer) => parts.push(part));
			response.on('error', reject);
			response.on('end', () => {
				const text = Buffer.concat(parts).toString('utf8');
				if (response.statusCode === 200) resolve(JSON.parse(text) as Json);
				else reject(new Error(`${path.split('?')[0]} responded HTTP ${response.statusCode}: ${text.slice(0, 200)}`));
			});
		});
		sent.on('error', reject);
		sent.end();
	});
}
