import { gzipSync } from 'node:zlib';

import { htmlReply, type Exchange, type Reply } from '../kit/exchange';
import type { Fault } from '../kit/faults';
import type { Application } from '../kit/listener';
import { ADAPTER_PREFIX, ADAPTER_URIS, startByUri } from './adapters';
import { readParts, readRecord, toXml, wantsXml } from './body';
import type { Login } from './login';
import { oauthClient, type B2biBehaviour, type B2biUser } from './options';
import type { Processes } from './processes';
import { forbidden, invalid, notFound, Refusal } from './refusal';
import { chosen, hrefOf, pageOf, render, sorted } from './render';
import { mayUse, usable } from './services/mailboxes';
import { checkedName } from './services/messages';
import type { Row, Service } from './services/service';
import type { Store } from './store';

const ROOT = '/B2BAPIs/svc/';
/** With this `Accept` a POST to workflowmonitors restarts; with any other one it terminates [captured]. */
const RESTART = 'application/vnd.ibm.tenx.workflowmonitor.restartworkflowmonitor';

interface ApiParts {
	store: Store;
	services: ReadonlyMap<string, Service>;
	processes: Processes;
	login: Login;
	behaviour: B2biBehaviour;
	isHttps: boolean;
}

/** What a path names: `{service}/{key}/actions/{action}`. */
interface Target {
	service: string;
	key: string | undefined;
	action?: string;
}

/** The listener of the REST services, with the identity service and the HTTP Server adapter behind the same port. */
export class B2biApi implements Application {
	constructor(private readonly parts: ApiParts) {}

	/** What the log and the faults call a request: the service, `token`, or `adapter`. */
	target({ path }: Pick<Exchange, 'path'>): string | undefined {
		if (path === oauthClient.tokenPath) return 'token';
		if (path.startsWith(ADAPTER_PREFIX)) return 'adapter';
		return this.targetOf(path)?.service;
	}

	/** Faults in the form of this product. */
	replyOf(fault: Fault, exchange: Exchange): Reply | undefined {
		if (fault.kind === 'redirect') return { status: 302, headers: { location: '/dashboard/Login' }, body: '' };
		if (exchange.path.startsWith(ADAPTER_PREFIX)) return undefined;
		const content = { errorCode: 400, errorDescription: 'API000999: java.lang.NullPointerException' };
		if (fault.kind === 'errorUnder200') return this.reply(exchange, 200, content);
		if (fault.kind === 'lock') return this.reply(exchange, 400, content);
		return undefined;
	}

	expireTokens(): void {
		this.parts.login.expire();
	}

	handle(exchange: Exchange): Reply {
		return this.packed(exchange, this.handled(exchange));
	}

	/** Compressed where the client accepts it. */
	private packed({ headers }: Exchange, reply: Reply): Reply {
		const accepts = /\bgzip\b/.test(headers['accept-encoding'] ?? '');
		if (!this.parts.behaviour.compresses || !accepts || reply.body.length < 100) return reply;
		return { ...reply, headers: { ...reply.headers, 'content-encoding': 'gzip' }, body: gzipSync(reply.body) };
	}

	private handled(exchange: Exchange): Reply {
		const { store } = this.parts;
		store.agenda.catchUp(store.clock.now());
		const { path } = exchange;
		if (path === oauthClient.tokenPath) return this.token(exchange);
		if (path.startsWith(ADAPTER_PREFIX)) return this.adapter(exchange);
		if (!path.startsWith('/B2BAPIs')) return htmlReply(404, 'Context Root Not Found');
		if (path === `${ROOT}doc`) return htmlReply(200, 'Web Service Browser: API Reference');
		const user = this.parts.login.userOf({ authorization: exchange.headers.authorization });
		if (!user) return { status: 401, headers: { 'www-authenticate': 'Basic realm="B2Bi"' }, body: '' };
		exchange.user = user.userId;
		try {
			if (!user.isApiUser) throw new Refusal(this.parts.behaviour.missingPermission, '');
			return this.serve(exchange, user);
		} catch (error) {
			if (error instanceof Refusal) return this.refused(error, exchange);
			throw error;
		}
	}

	private targetOf(path: string): Target | undefined {
		const [service, key, actions, action, ...rest] = path.slice(ROOT.length).split('/');
		if (!path.startsWith(ROOT) || service === '' || rest.length > 0) return undefined;
		// A list without its slash is a wrong path [every client that was seen sends it].
		if (key === undefined || (actions !== undefined && actions !== 'actions')) return undefined;
		return { service, key: key === '' ? undefined : decodeURIComponent(key), action };
	}

	private serve(exchange: Exchange, user: B2biUser): Reply {
		const target = this.targetOf(exchange.path);
		const service = target && this.parts.services.get(target.service);
		if (!target) return htmlReply(404, 'Error 404: Not Found');
		if (target.service === 'messagebatches') return this.batch(exchange, user);
		if (!service) throw new Refusal(404, `API000404: The service ${target.service} does not exist.`);
		const { accept, 'content-type': contentType } = exchange.headers;
		if (this.parts.behaviour.demandsHeaders && (!accept || !contentType)) {
			throw new Refusal(406, 'API000406: Accept and Content-Type are mandatory.');
		}
		return this.work(exchange, target, service, user);
	}

	private work(exchange: Exchange, target: Target, service: Service, user: B2biUser): Reply {
		const { behaviour } = this.parts;
		const { key } = target;
		const caller = { user };
		const place = { origin: this.originOf(exchange), service: target.service };
		const input = () => readRecord(exchange.headers['content-type'], exchange.body);
		switch (exchange.method) {
			case 'GET': {
				if (key === undefined) return this.list(exchange, service, place, user);
				const row = service.get?.(key, caller);
				if (!row) throw notFound(service.title, key);
				if (service.title === 'Document' && behaviour.documentForm === 'raw') return this.rawDocument(key);
				return this.reply(exchange, 200, chosen(render(row, service, place, behaviour), exchange.query));
			}
			case 'POST': {
				if (target.service === 'workflowmonitors') return this.control(exchange);
				if (!service.create || key !== undefined) break;
				const made = service.create(input(), caller);
				const encodes = service.title !== 'Document' || behaviour.encodesDocumentIds;
				return this.reply(exchange, behaviour.created, { Location: hrefOf(place, made, encodes) });
			}
			case 'PUT':
				if (!service.update || key === undefined) break;
				if (!service.get?.(key, caller)) throw notFound(service.title, key);
				service.update(key, input(), caller);
				return this.reply(exchange, 200, { rowsAffected: 1 });
			case 'DELETE':
				if (!service.remove || key === undefined) break;
				if (!service.get?.(key, caller)) throw notFound(service.title, key);
				service.remove(key, caller);
				return this.reply(exchange, 200, { rowsAffected: 1 });
		}
		throw new Refusal(405, `API000405: ${exchange.method} is not possible for ${target.service}.`);
	}

	private list(
		exchange: Exchange,
		service: Service,
		place: { origin: string; service: string },
		user: B2biUser,
	): Reply {
		const { behaviour } = this.parts;
		if (!service.list) throw new Refusal(405, `API000405: ${place.service} has no list.`);
		const rows = pageOf(sorted(service.list(exchange.query, { user }), exchange.query), exchange.query, behaviour);
		if (rows.length === 0 && behaviour.emptyList !== 'array') {
			throw new Refusal(behaviour.emptyList, 'API000103: No records were found.');
		}
		const shown = rows.map((row) => chosen(render(row, service, place, behaviour), exchange.query));
		return this.reply(exchange, 200, shown);
	}

	private rawDocument(key: string): Reply {
		const body = this.parts.store.documents.get(key)?.bytes ?? Buffer.alloc(0);
		return { status: 200, headers: { 'content-type': 'application/octet-stream' }, body };
	}

	private control(exchange: Exchange): Reply {
		const restarts = (exchange.headers.accept ?? '').toLowerCase().includes(RESTART);
		this.parts.processes.service().act(readRecord(exchange.headers['content-type'], exchange.body), restarts);
		return { status: 201, headers: {}, body: '' };
	}

	/** An upload in one call: each `upstream` with the `mailboxName` beside it. Such messages are extractable always. */
	private batch(exchange: Exchange, user: B2biUser): Reply {
		if (exchange.method !== 'POST') throw new Refusal(405, 'API000405: messagebatches takes POST only.');
		const { store, behaviour } = this.parts;
		const parts = readParts(exchange.headers['content-type'], exchange.bytes);
		const files = parts.filter(({ name }) => name === 'upstream');
		const paths = parts.filter(({ name }) => name === 'mailboxName').map(({ content }) => content.toString());
		if (files.length === 0 || files.length !== paths.length) {
			throw invalid('API000135: Each upstream needs one mailboxName.');
		}
		const ids = files.map(({ filename = '', content }, index) => {
			const mailbox = usable(store, { user }, { path: paths[index] });
			if (!mayUse({ user }, mailbox.path)) throw forbidden(mailbox.path);
			const name = checkedName(filename, behaviour);
			return store.addMessage(mailbox, name, store.addDocument(content).id, { always: true }).id;
		});
		const place = { origin: this.originOf(exchange), service: 'messagebatches' };
		return this.reply(exchange, behaviour.created, { Location: hrefOf(place, String(ids[0]), false) });
	}

	private token({ method, headers, body }: Exchange): Reply {
		if (method !== 'POST') return htmlReply(405, 'Method Not Allowed');
		const { status, body: content } = this.parts.login.token(headers.authorization, new URLSearchParams(body));
		return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(content) };
	}

	private adapter({ path, method, headers, bytes, query }: Exchange): Reply {
		const uri = ADAPTER_URIS[path.slice(ADAPTER_PREFIX.length)];
		if (!uri || method !== 'POST') return htmlReply(404, 'Not Found');
		const { login, processes, store } = this.parts;
		if (uri.needsLogin && !login.byPassword(headers.authorization ?? '')) {
			return { status: 401, headers: { 'www-authenticate': 'Basic realm="HTTP Server adapter"' }, body: '' };
		}
		const { status, contentType, body } = startByUri(uri, { body: bytes, query }, processes, store);
		return { status, headers: contentType ? { 'content-type': contentType } : {}, body };
	}

	private originOf({ headers }: Exchange): string {
		const { behaviour, isHttps } = this.parts;
		return behaviour.origin ?? `${isHttps ? 'https' : 'http'}://${headers.host ?? 'localhost'}`;
	}

	private reply({ headers }: Exchange, status: number, content: Row | Row[]): Reply {
		if (wantsXml(headers.accept)) {
			return { status, headers: { 'content-type': 'application/xml;charset=utf-8' }, body: toXml(content) };
		}
		const type = { 'content-type': 'application/json;charset=utf-8' };
		return { status, headers: type, body: JSON.stringify(content) };
	}

	private refused({ status, description }: Refusal, exchange: Exchange): Reply {
		const form = this.parts.behaviour.errorBody;
		if (form === 'html') return htmlReply(status, `Error ${status}`);
		if (form === 'empty' || description === '') return { status, headers: {}, body: '' };
		const content = { errorCode: status, errorDescription: description };
		if (!wantsXml(exchange.headers.accept)) return this.reply(exchange, status, content);
		const body = toXml(content, 'error');
		return { status, headers: { 'content-type': 'application/xml;charset=utf-8' }, body };
	}
}
