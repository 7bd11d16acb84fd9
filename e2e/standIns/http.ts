import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onCleanup } from '../lib/cleanup';

/** One request that a stand-in got. */
export interface Received {
	method: string;
	path: string;
	query: URLSearchParams;
	headers: IncomingMessage['headers'];
	/** The body as text; use `json` for the parsed one. */
	body: string;
	json: <T>() => T;
}

/** What a stand-in returns: 200 and no body unless specified otherwise; a body that is no text is sent as JSON. */
export interface Answer {
	status?: number;
	headers?: Record<string, string>;
	body?: unknown;
}

export interface HttpStandIn {
	url: string;
	/** All requests so far, oldest first. */
	received: Received[];
	close: () => Promise<void>;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(chunk as Buffer);
	return Buffer.concat(chunks).toString('utf8');
}

async function receive(request: IncomingMessage): Promise<Received> {
	const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
	const body = await bodyOf(request);
	return {
		method: request.method ?? 'GET',
		path: decodeURIComponent(pathname),
		query: searchParams,
		headers: request.headers,
		body,
		json: <T>() => JSON.parse(body) as T,
	};
}

/**
 * Starts an HTTP server on a free port of 127.0.0.1 that responds as the function says. A function that
 * throws returns 500 with the message.
 */
export async function startHttp(answer: (request: Received) => Answer | Promise<Answer>): Promise<HttpStandIn> {
	const received: Received[] = [];
	const server = createServer((incoming, outgoing) => {
		void (async () => {
			const request = await receive(incoming);
			received.push(request);
			const { status = 200, headers = {}, body } = await answer(request);
			const text = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
			const type = typeof body === 'string' ? 'text/plain' : 'application/json';
			outgoing.writeHead(status, { ...(text === undefined ? {} : { 'content-type': type }), ...headers });
			outgoing.end(text);
		})().catch((error: Error) => {
			outgoing.writeHead(500, { 'content-type': 'text/plain' });
			outgoing.end(error.message);
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const close = onCleanup(async () => {
		server.closeAllConnections();
		await new Promise((resolve) => server.close(resolve));
	});
	return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, received, close };
}
