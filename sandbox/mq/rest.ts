import type { Exchange, Reply } from '../kit/exchange';
import type { Application } from '../kit/listener';
import type { MqUser } from './options';
import type { Descriptor, Match, Queue, Stored } from './queue';
import { plainDescriptor, type QueueManager } from './queueManager';
import { RC, Refusal } from './reasons';
import { isReadable, ownCorrelation, restMessage, textAndProperties } from './restMessage';

const ROUTE = /^\/ibmmq\/rest\/v3\/messaging\/qmgr\/([^/]+)\/queue\/([^/]+)\/(messagelist|message)$/;
const CSRF = 'ibm-mq-rest-csrf-token';
const TYPES = /^(?:text\/(?:plain|html|xml)|application\/(?:json|xml))\s*(?:;\s*charset=utf-8\s*)?$/i;
const NAMES: Record<string, string> = {
	'POST message': 'putMessage',
	'DELETE message': 'getMessage',
	'GET message': 'browseMessage',
	'GET messagelist': 'listMessages',
};

interface Wanted {
	queue: Queue;
	match: Match;
}

/** A refusal of the REST server itself, with its status. */
class RestError extends Error {
	constructor(
		readonly status: number,
		readonly id: string,
		message: string,
		readonly reason?: number,
	) {
		super(message);
	}
}

/** Messaging REST API, version 3, of mqweb: one message for each request, no units of work. */
export class RestApi implements Application {
	constructor(
		private readonly manager: QueueManager,
		private readonly users: readonly MqUser[],
	) {}

	target({ method, path }: Exchange): string | undefined {
		return NAMES[`${method} ${ROUTE.exec(path)?.[3]}`];
	}

	async handle(exchange: Exchange): Promise<Reply> {
		try {
			return await this.answer(exchange);
		} catch (error) {
			if (error instanceof RestError) return errorReply(error);
			if (error instanceof Refusal) return errorReply(fromReason(error.reason));
			throw error;
		}
	}

	private async answer(exchange: Exchange): Promise<Reply> {
		const user = this.userOf(exchange);
		const [, qmgr, name] = ROUTE.exec(exchange.path) ?? [];
		const operation = this.target(exchange);
		if (!operation) throw new RestError(404, 'MQWB0002E', 'The URL is not known.');
		if (exchange.method !== 'GET' && exchange.headers[CSRF] === undefined) {
			throw new RestError(403, 'MQWB0101E', `The header ${CSRF} is missing.`);
		}
		if (decodeURIComponent(qmgr) !== this.manager.name) throw new Refusal(RC.queueManagerName);
		if (!this.manager.behaviour.isRunning) throw new RestError(503, 'MQWB0009E', 'The queue manager is not running.');
		const queue = this.manager.queue(decodeURIComponent(name));
		if (user.isLimited || queue.attributes.deniedTo.includes(user.userId)) throw new Refusal(RC.notAuthorized);
		if (operation === 'putMessage') return this.put(queue, exchange, user);
		const wanted = { queue, match: matchOf(exchange) };
		if (operation === 'listMessages') return this.list(wanted, exchange);
		if (operation === 'browseMessage') return replyOf(this.readable(wanted.queue.peek(wanted.match)));
		return await this.take(wanted, exchange);
	}

	private userOf(exchange: Exchange): MqUser {
		const [scheme, token = ''] = (exchange.headers.authorization ?? '').split(' ');
		const [userId, ...rest] = Buffer.from(token, 'base64').toString().split(':');
		const user = this.users.find((known) => known.userId === userId && known.password === rest.join(':'));
		if (scheme !== 'Basic' || !user) throw new RestError(401, 'MQWB0104E', 'The request is not authenticated.');
		exchange.user = user.userId;
		return user;
	}

	private put(queue: Queue, { headers, bytes }: Exchange, user: MqUser): Reply {
		if (!TYPES.test(headers['content-type'] ?? ''))
			throw new RestError(415, 'MQWB0025E', 'The content type is not supported.');
		const { data, format } = restMessage(bytes, headers);
		const descriptor: Descriptor = {
			...plainDescriptor(),
			format,
			encoding: 273,
			persistence: persistenceOf(headers['ibm-mq-md-persistence']),
			priority: headers['ibm-mq-md-priority'] === undefined ? -1 : Number(headers['ibm-mq-md-priority']),
			expiry: expiryOf(headers['ibm-mq-md-expiry']),
			correlationId: correlationOf(headers['ibm-mq-md-correlationid']),
			replyToQueue: headers['ibm-mq-md-replyto']?.split('@')[0] ?? '',
			replyToQueueManager: headers['ibm-mq-md-replyto']?.split('@')[1] ?? '',
			userId: user.userId,
			putApplication: 'mqweb',
		};
		const stored = this.manager.put(queue, descriptor, data);
		return { status: 201, headers: { 'ibm-mq-md-messageid': shownId(stored.descriptor.messageId) }, body: '' };
	}

	private list({ queue, match }: Wanted, { query }: Exchange): Reply {
		if (queue.attributes.getInhibited) return json({ messages: [] });
		const limit = Number(query.get('limit') ?? 10);
		const found = queue
			.visible()
			.filter(({ descriptor }) => !match.messageId || descriptor.messageId.equals(match.messageId))
			.filter(({ descriptor }) => !match.correlationId || descriptor.correlationId.equals(match.correlationId))
			.slice(0, limit);
		return json({
			messages: found.map(({ descriptor }) => ({
				correlationId: shownId(descriptor.correlationId),
				format: descriptor.format,
				messageId: shownId(descriptor.messageId),
			})),
		});
	}

	private async take({ queue, match }: Wanted, { query }: Exchange): Promise<Reply> {
		const ms = Number(query.get('wait') ?? 0);
		const here = this.readable(queue.peek(match));
		if (here) queue.take(here, undefined);
		if (here || ms === 0) return replyOf(here);
		const { found, cancel } = queue.wait(match, undefined);
		const timer = setTimeout(cancel, ms);
		const message = await found.finally(() => clearTimeout(timer));
		return replyOf(message);
	}

	/** Other formats than text stay where they are. */
	private readable(message: Stored | undefined): Stored | undefined {
		if (message && !['MQSTR', 'MQHRF2'].includes(message.descriptor.format)) {
			throw new RestError(501, 'MQWB0317E', `The format "${message.descriptor.format}" is not supported.`);
		}
		if (message && !isReadable(message)) throw new Refusal(RC.notConverted);
		return message;
	}
}

function matchOf({ query }: Exchange): Match {
	const messageId = idOf(query.get('messageId') ?? undefined);
	const correlationId = idOf(query.get('correlationId') ?? undefined);
	return { ...(messageId ? { messageId } : {}), ...(correlationId ? { correlationId } : {}) };
}

function idOf(text: string | undefined): Buffer | undefined {
	if (text === undefined) return undefined;
	const digits = text.replace(/^ID:/, '');
	if (!/^(?:[\da-f]{2}){1,24}$/i.test(digits)) throw new RestError(400, 'MQWB0020E', `"${text}" is not an identifier.`);
	return Buffer.concat([Buffer.from(digits, 'hex')], 24);
}

/** What is not an ID is one that an application of JMS has made up, which has its place in MQRFH2. */
const correlationOf = (text = 'x'): Buffer => (text.startsWith('ID:') ? idOf(text) : undefined) ?? Buffer.alloc(24);

const shownId = (id: Buffer) => `ID:${id.toString('hex')}`;

function persistenceOf(text = 'nonPersistent'): number {
	if (text !== 'persistent' && text !== 'nonPersistent')
		throw new RestError(400, 'MQWB0020E', 'The persistence is not valid.');
	return text === 'persistent' ? 1 : 0;
}

function expiryOf(text = 'unlimited'): number {
	if (text === 'unlimited') return -1;
	if (!/^\d{1,11}$/.test(text)) throw new RestError(400, 'MQWB0020E', 'The expiry is not valid.');
	return Math.max(1, Math.floor(Number(text) / 100));
}

function replyOf(message: Stored | undefined): Reply {
	if (!message) return { status: 204, headers: {}, body: '' };
	const { descriptor, expiresAt } = message;
	const { text, properties } = textAndProperties(message);
	const own = ownCorrelation(message);
	const hasCorrelation = descriptor.correlationId.some((byte) => byte !== 0);
	const headers: Record<string, string> = {
		'content-type': 'text/plain; charset=utf-8',
		'ibm-mq-md-messageid': shownId(descriptor.messageId),
		'ibm-mq-md-expiry': expiresAt === undefined ? 'unlimited' : String(descriptor.expiry * 100),
		'ibm-mq-md-persistence': descriptor.persistence === 1 ? 'persistent' : 'nonPersistent',
		'ibm-mq-md-priority': String(descriptor.priority),
		...(own === undefined ? {} : { 'ibm-mq-md-correlationid': own }),
		...(own === undefined && hasCorrelation ? { 'ibm-mq-md-correlationid': shownId(descriptor.correlationId) } : {}),
		...(descriptor.replyToQueue
			? { 'ibm-mq-md-replyto': `${descriptor.replyToQueue}@${descriptor.replyToQueueManager}` }
			: {}),
		...(properties ? { 'ibm-mq-usr': properties } : {}),
	};
	return { status: 200, headers, body: text };
}

function json(body: unknown, status = 200): Reply {
	return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

const STATUSES: Record<number, number> = { 2016: 405, 2051: 405, 2035: 403, 2058: 404, 2085: 404 };

function fromReason(reason: number): RestError {
	return new RestError(
		STATUSES[reason] ?? 502,
		'MQWB0009E',
		`The queue manager reported reason code ${reason}.`,
		reason,
	);
}

function errorReply({ status, id, message, reason }: RestError): Reply {
	const type = reason === undefined ? 'rest' : 'java';
	const codes = reason === undefined ? {} : { completionCode: 2, reasonCode: reason };
	const entry = {
		type,
		messageId: id,
		message: `${id}: ${message}`,
		explanation: message,
		action: 'Resubmit the request.',
	};
	return json({ error: [{ ...entry, ...codes }] }, status);
}
