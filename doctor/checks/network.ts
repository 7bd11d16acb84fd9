import { lookup } from 'node:dns/promises';
import { connect } from 'node:net';

import { fromNetwork } from '../../kit/http/networkErrors';
import { proxyFor } from '../../kit/http/proxies';
import { originOf } from '../address';
import { amount } from '../words';
import type { Check } from '../visit';

/** Name resolution and a plain TCP connection. */
export const network: Check = {
	id: 'network',
	title: 'Network',
	async run(visit, notes) {
		const { host, port, url } = originOf(visit.connection.endpoint);
		if (proxyFor(new URL(url).origin)) {
			notes.skipped(
				'A proxy is set for this host (HTTPS_PROXY, HTTP_PROXY or ALL_PROXY); everything below goes through it.',
			);
			return;
		}
		try {
			const addresses = await lookup(host, { all: true });
			const ms = await timeToConnect(host, port, visit.connection.timeoutMs);
			notes.ok(`The name resolves to ${amount(addresses.length, 'address')}; TCP took ${ms} ms.`);
		} catch (error) {
			notes.error('failed', '', fromNetwork(error, url));
			visit.isOver = true;
		}
	},
};

/** Milliseconds until a TCP connection stands. Rejects with the error of Node.js. */
function timeToConnect(host: string, port: number, timeoutMs: number): Promise<number> {
	return new Promise((resolve, reject) => {
		const started = performance.now();
		const socket = connect({ host, port });
		socket.setTimeout(timeoutMs, () => socket.destroy(Object.assign(new Error(), { code: 'UND_ERR_CONNECT_TIMEOUT' })));
		socket.once('error', reject);
		socket.once('connect', () => {
			socket.destroy();
			resolve(Math.round(performance.now() - started));
		});
	});
}
