import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createHttpsServer, type ServerOptions } from 'node:https';
import type { AddressInfo, Server } from 'node:net';
import type { TLSSocket } from 'node:tls';
import { setTimeout as wait } from 'node:timers/promises';
import type { Clock } from './clock';
import { Control } from './control';
import { htmlReply, type Exchange, type Reply } from './exchange';
import { replyOf, spoil } from './faultReplies';
import type { Fault, Faults } from './faults';
import type { RequestLog } from './requestLog';

/** What a product does behind the web server. */
export interface Application {
	/** The service that a request calls, for faults and the log; undefined for paths that call none. */
	target(exchange: Exchange): string | undefined;
	/** The login that a request names, for faults that hit one user only. */
	login?(exchange: Exchange): string | undefined;
	handle(exchange: Exchange): Reply | Promise<Reply>;
	/** The product's own form of a fault: the reply in place of the true one, or undefined. */
	replyOf?(fault: Fault, exchange: Exchange): Reply | undefined;
	/** Ends all logins, for the fault `expireToken`. */
	expireTokens?(): void;
}

interface Parts {
	clock: Clock;
	control: Control;
	faults: Faults;
	log: RequestLog;
	application: Application;
	/** Requests per second above which 429 is returned. */
	rateLimit: number | undefined;
}

/** What happens to a request: a reply and how to send it, or a cut connection. */
type Outcome = { reply: Reply; fault?: Fault } | { drop: true; fault: Fault };

/** Requests of the present second of the sandbox's clock. */
interface Second {
	second: number;
	count: number;
}

async function readBytes(request: IncomingMessage): Promise<Buffer> {
	const parts: Buffer[] = [];
	for await (const part of request) parts.push(part as Buffer);
	return Buffer.concat(parts);
}

/** The web server: reads requests, lets faults strike, returns, and keeps the log. */
export class Listener {
	private readonly server: ReturnType<typeof createHttpServer>;

	private readonly connections = new WeakMap<object, number>();

	private readonly stopping = new AbortController();

	private second: Second = { second: 0, count: 0 };

	constructor(
		private readonly parts: Parts,
		tls: ServerOptions | undefined,
		keepAliveMs: number,
	) {
		const handler = (request: IncomingMessage, response: ServerResponse): void => {
			this.serve(request, response).catch((error: unknown) => {
				if (!this.stopping.signal.aborted) process.emitWarning(error as Error);
				response.destroy();
			});
		};
		this.server = tls ? createHttpsServer(tls, handler) : createHttpServer(handler);
		this.server.keepAliveTimeout = keepAliveMs;
		this.watch(tls !== undefined);
	}

	/** Listens on the loopback address. @returns the port */
	async listen(port: number): Promise<number> {
		await new Promise<void>((resolve, reject) => {
			this.server.once('error', reject);
			this.server.listen(port, '127.0.0.1', () => resolve());
		});
		return ((this.server as Server).address() as AddressInfo).port;
	}

	/** Cuts every connection; nothing stays open. */
	async close(): Promise<void> {
		this.stopping.abort();
		await new Promise<void>((resolve) => {
			this.server.close(() => resolve());
			this.server.closeAllConnections();
		});
	}

	private watch(secure: boolean): void {
		const { counters } = this.parts.log;
		this.server.on(secure ? 'secureConnection' : 'connection', (socket: TLSSocket) => {
			counters.connections += 1;
			this.connections.set(socket, counters.connections);
			if (!secure) return;
			if (socket.isSessionReused()) counters.reusedSessions += 1;
			else counters.handshakes += 1;
		});
		this.server.on('tlsClientError', () => {
			counters.failedHandshakes += 1;
		});
	}

	private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const url = new URL(request.url ?? '/', 'http://sandbox');
		const bytes = await readBytes(request);
		const exchange: Exchange = {
			method: request.method ?? 'GET',
			path: url.pathname,
			query: url.searchParams,
			headers: request.headers as Record<string, string | undefined>,
			body: bytes.toString('utf8'),
			bytes,
			connection: this.connections.get(request.socket) ?? 0,
		};
		if (exchange.path.startsWith(Control.prefix)) {
			await this.send(response, this.parts.control.handle(exchange), undefined);
			return;
		}
		exchange.api = this.parts.application.target(exchange);
		const outcome = await this.decide(exchange);
		this.record(exchange, request, outcome);
		if ('drop' in outcome) request.socket.destroy();
		else await this.send(response, outcome.reply, outcome.fault);
	}

	private async decide(exchange: Exchange): Promise<Outcome> {
		const { application } = this.parts;
		const fault = this.parts.faults.strike(exchange.api, application.login?.(exchange));
		if (!fault) return { reply: await this.answer(exchange) };
		if (fault.kind === 'delay') await this.pause(fault.ms ?? 1000);
		if (fault.kind === 'expireToken') application.expireTokens?.();
		const instead = application.replyOf?.(fault, exchange) ?? replyOf(fault, exchange);
		if (instead) {
			const reply = fault.afterWork ? await this.answer(exchange) : instead;
			// A success stands in for a success: what was refused stays refused.
			return { reply: instead.status < 300 && reply.status >= 400 ? reply : instead, fault };
		}
		if (fault.kind === 'drop' && !fault.afterWork) return { drop: true, fault };
		const reply = await this.answer(exchange);
		return fault.kind === 'drop' ? { drop: true, fault } : { reply: spoil(fault, reply), fault };
	}

	private async answer(exchange: Exchange): Promise<Reply> {
		if (this.isTooFast()) {
			return {
				status: 429,
				headers: { 'retry-after': '1', 'content-type': 'text/plain' },
				body: 'Too many requests',
			};
		}
		try {
			return await this.parts.application.handle(exchange);
		} catch (error) {
			process.emitWarning(error as Error);
			return htmlReply(500, 'Error 500: Internal Server Error');
		}
	}

	private isTooFast(): boolean {
		const { rateLimit, clock } = this.parts;
		if (rateLimit === undefined) return false;
		const second = Math.floor(clock.now() / 1000);
		if (this.second.second !== second) this.second = { second, count: 0 };
		this.second.count += 1;
		return this.second.count > rateLimit;
	}

	private record(exchange: Exchange, request: IncomingMessage, outcome: Outcome): void {
		const socket = request.socket as Partial<TLSSocket>;
		this.parts.log.add({
			at: new Date(this.parts.clock.now()).toISOString(),
			method: exchange.method,
			path: exchange.path,
			api: exchange.api,
			user: exchange.user,
			templateKey: exchange.templateKey,
			status: 'reply' in outcome ? outcome.reply.status : 0,
			connection: exchange.connection,
			sessionReused: socket.isSessionReused?.() ?? false,
			fault: outcome.fault?.kind,
		});
	}

	private async send(response: ServerResponse, reply: Reply, fault: Fault | undefined): Promise<void> {
		const body = Buffer.from(reply.body);
		if (fault?.kind === 'cutHeaders') {
			response.socket?.end('HTTP/1.1 200 O');
			return;
		}
		if (fault?.kind === 'slowHeaders') await this.pause(fault.ms ?? 1000);
		if (fault?.kind === 'interim') sendInterim(response, fault.status);
		response.sendDate = false;
		response.writeHead(reply.status, {
			date: new Date(this.parts.clock.now()).toUTCString(),
			...reply.headers,
			...(reply.status === 204 ? {} : { 'content-length': String(body.length) }),
		});
		if (fault?.kind === 'truncate') {
			response.write(body.subarray(0, body.length >> 1), () => response.destroy());
			return;
		}
		if (fault?.kind === 'slowBody') {
			const size = Math.max(1, Math.ceil(body.length / 8));
			for (let at = 0; at < body.length && !response.destroyed; at += size) {
				response.write(body.subarray(at, at + size));
				await this.pause(fault.ms ?? 100);
			}
			response.end();
			return;
		}
		response.end(body);
	}

	private async pause(ms: number): Promise<void> {
		await wait(ms, undefined, { signal: this.stopping.signal });
	}
}

function sendInterim(response: ServerResponse, status = 100): void {
	if (status === 102) response.writeProcessing();
	else if (status === 103) response.writeEarlyHints({ link: '</style.css>; rel=preload' });
	else response.writeContinue();
}
