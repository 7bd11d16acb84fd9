import type { EventQueue } from './events';
import type { World } from './world';

/** A request that has passed the checks of its service. */
export interface Asked {
	/** What is at the `{names}` of the route's path, decoded. */
	params: Record<string, string>;
	query: URLSearchParams;
	body: string;
}

export interface Answered {
	status: number;
	/** Sent as JSON; nothing where it is left out. */
	body?: unknown;
}

export interface Parts {
	world: World;
	events: EventQueue;
}

/** One operation of a service. */
export interface Route {
	/** Names the operation for faults and the log. */
	name: string;
	service: 'inventory' | 'promising' | 'configuration' | 'catalog';
	method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
	/** Below the tenant, with `{names}` for what varies. */
	path: string;
	/** Actions in the body of a request [IBM: iv_api_line_limit]. */
	actions?: (body: string) => number;
	handle: (asked: Asked, parts: Parts) => Answered;
}

/** What a path below the tenant asks for, with the values at the names of its route. */
export function match(
	routes: readonly Route[],
	service: string,
	method: string,
	segments: readonly string[],
): { route: Route; params: Record<string, string> } | undefined {
	for (const route of routes) {
		if (route.service !== service || route.method !== method) continue;
		const params = paramsOf(route.path.split('/'), segments);
		if (params) return { route, params };
	}
	return undefined;
}

function paramsOf(pattern: readonly string[], segments: readonly string[]): Record<string, string> | undefined {
	if (pattern.length !== segments.length) return undefined;
	const params: Record<string, string> = {};
	for (const [i, part] of pattern.entries()) {
		if (part.startsWith('{')) params[part.slice(1, -1)] = decodeURIComponent(segments[i]);
		else if (part !== segments[i]) return undefined;
	}
	return params;
}
