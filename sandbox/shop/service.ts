import type { Exchange, Reply } from '../kit/exchange';
import { orderRoutes } from './api/orders';
import { stockRoutes } from './api/stock';
import type { ShopBehaviour } from './options';
import { ShopRefusal } from './refusal';
import type { ShopRoute } from './route';
import type { ShopStore } from './store';

export interface ShopAdmin {
	username: string;
	password: string;
}

const ROUTES: readonly ShopRoute[] = [...stockRoutes, ...orderRoutes];
const TOKEN = 'V1/integration/admin/token';

/** The REST services of one shop: `/rest/{store}/V1/…` [Adobe: web API]. */
export class ShopService {
	private readonly tokens = new Set<string>();

	constructor(
		private readonly store: ShopStore,
		private readonly behaviour: ShopBehaviour,
		private readonly admin: ShopAdmin,
	) {}

	/** The operation that a request asks for, as faults and the log name it. */
	nameOf({ method, path }: Pick<Exchange, 'method' | 'path'>): string | undefined {
		const below = pathOf(path);
		return below === TOKEN ? 'token' : match(method, below)?.route.name;
	}

	expireTokens(): void {
		this.tokens.clear();
	}

	handle(exchange: Exchange): Reply {
		try {
			const { status, body } = this.answer(exchange);
			return reply(status, body);
		} catch (error) {
			if (!(error instanceof ShopRefusal)) throw error;
			return reply(error.status, error.body);
		}
	}

	private answer({ method, path, headers, query, body }: Exchange): { status: number; body: unknown } {
		const below = pathOf(path);
		const parsed = parse(body);
		if (below === TOKEN) return { status: 200, body: this.token(parsed as Partial<ShopAdmin>) };
		const found = match(method, below);
		if (!found) throw new ShopRefusal(404, 'Request does not match any route.');
		const { route, params } = found;
		const bearer = /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1];
		if (!route.isOpen && (bearer === undefined || !this.tokens.has(bearer))) {
			throw new ShopRefusal(401, "The consumer isn't authorized to access %resources.", { resources: route.name });
		}
		const { store, behaviour } = this;
		const [object, list] = Array.isArray(parsed) ? [{}, parsed as unknown[]] : [parsed as Record<string, unknown>, []];
		return { status: route.status ?? 200, body: route.handle({ params, query, body: object, list, store, behaviour }) };
	}

	/** A token is a bare JSON text, in quotes. */
	private token({ username, password }: Partial<ShopAdmin>): string {
		if (username !== this.admin.username || password !== this.admin.password) {
			throw new ShopRefusal(401, 'The account sign-in was incorrect or your account is disabled temporarily.');
		}
		const token = `shop${String(this.store.next()).padStart(28, '0')}`;
		this.tokens.add(token);
		return token;
	}
}

const pathOf = (path: string): string => path.replace(/^\/rest(?:\/(?!V1\/|async\/)[^/]+)?\//, '');

function match(method: string, path: string): { route: ShopRoute; params: Record<string, string> } | undefined {
	const segments = path.split('/');
	for (const route of ROUTES) {
		const pattern = route.path.split('/');
		if (route.method !== method || pattern.length !== segments.length) continue;
		const params: Record<string, string> = {};
		const fits = pattern.every((part, i) => {
			if (!part.startsWith('{')) return part === segments[i];
			params[part.slice(1, -1)] = decodeURIComponent(segments[i]);
			return true;
		});
		if (fits) return { route, params };
	}
	return undefined;
}

function parse(body: string): unknown {
	if (body.trim() === '') return {};
	try {
		return JSON.parse(body) as unknown;
	} catch {
		throw new ShopRefusal(400, 'Decoding error.');
	}
}

const reply = (status: number, body: unknown): Reply => ({
	status,
	headers: { 'content-type': 'application/json; charset=utf-8' },
	body: JSON.stringify(body),
});
