import type { Exchange, Reply } from '../kit/exchange';
import { routes } from './api';
import { encoded } from './entities';
import { badRequest, notFound, Refusal } from './refusal';
import { match, type Answered, type Parts } from './route';
import type { InventoryTokens } from './tokens';

const DAY = 24 * 60 * 60_000;

interface Target {
	service: string;
	tenantId: string;
	/** What stands below the tenant. */
	segments: string[];
}

/** The web services of one tenant: `/{service}/{tenantId}/…` [IBM: Getting Started]. */
export class InventoryService {
	/** The response to each Transaction-Id of the last day. */
	private readonly seen = new Map<string, { at: number; answered: Answered }>();

	constructor(
		private readonly parts: Parts,
		private readonly tokens: InventoryTokens,
	) {}

	/** The operation that a request asks for, as faults and the log name it. */
	nameOf({ method, path }: Pick<Exchange, 'method' | 'path'>): string | undefined {
		const { service, segments } = targetOf(path);
		if (isToken(segments)) return 'token';
		return match(routes, service, method, segments)?.route.name;
	}

	handle(exchange: Exchange): Reply {
		const { world, events } = this.parts;
		try {
			for (const expired of world.settle()) events.availability(expired);
			const { status, body } = this.answer(exchange);
			const isEncoding = world.behaviour.htmlEntities;
			return reply(status, body === undefined ? '' : encoded(body, isEncoding));
		} catch (error) {
			if (!(error instanceof Refusal)) throw error;
			return reply(error.status, JSON.stringify(error.body));
		}
	}

	private answer(exchange: Exchange): Answered {
		const { world } = this.parts;
		const { service, tenantId, segments } = targetOf(exchange.path);
		if (tenantId !== world.tenantId) throw notFound(`Tenant ${tenantId} does not exist.`);
		if (isToken(segments)) {
			if (exchange.method !== 'POST') throw new Refusal(405, { error_message: 'Method not allowed.' });
			return this.tokens.grant(service, exchange);
		}
		this.tokens.check(service, exchange);
		const found = match(routes, service, exchange.method, segments);
		if (!found) throw notFound('No such resource.');
		if (Buffer.byteLength(exchange.body) > world.behaviour.bodyLimit) {
			throw new Refusal(413, { error_message: 'The request body exceeds 500 KB.' });
		}
		const actions = found.route.actions?.(exchange.body) ?? 1;
		if (actions > world.behaviour.actionLimit) {
			throw badRequest(
				`Number of actions in input (${actions}) is greater than the tenant limit of ${world.behaviour.actionLimit}.`,
			);
		}
		const { query, body } = exchange;
		return this.once(exchange, () => found.route.handle({ params: found.params, query, body }, this.parts));
	}

	/** A request whose Transaction-Id was seen is not processed again [IBM's catalogue]; how long is inferred. */
	private once({ headers, method }: Exchange, work: () => Answered): Answered {
		const id = headers['transaction-id'];
		if (id === undefined || method === 'GET') return work();
		const now = this.parts.world.clock.now();
		const known = this.seen.get(id);
		if (known && known.at > now - DAY) return known.answered;
		const answered = work();
		this.seen.set(id, { at: now, answered });
		return answered;
	}
}

const isToken = (segments: string[]): boolean => segments.join('/') === 'v1/oauth2/token';

function targetOf(path: string): Target {
	const [, service = '', tenantId = '', ...segments] = path.split('/');
	return { service, tenantId, segments };
}

function reply(status: number, body: string): Reply {
	return { status, headers: body === '' ? {} : { 'content-type': 'application/json' }, body };
}
