import type { ShopBehaviour } from './options';
import type { ShopStore } from './store';

export interface ShopAsked {
	params: Record<string, string>;
	query: URLSearchParams;
	body: Record<string, unknown>;
	/** The body unchanged, where it may be a list. */
	list: unknown[];
	store: ShopStore;
	behaviour: ShopBehaviour;
}

/** One operation of the shop's REST services. */
export interface ShopRoute {
	name: string;
	method: 'GET' | 'POST';
	/** Below the store code, with `{names}` for what varies. */
	path: string;
	/** Whether it is open to everybody. */
	isOpen?: boolean;
	/** HTTP status of success; 200 by default. */
	status?: number;
	handle: (asked: ShopAsked) => unknown;
}
