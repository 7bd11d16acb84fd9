import type { KeyObject } from 'node:crypto';

/** How the sandbox responds where the documentation leaves room. Each member may be changed while it runs. */
export interface InventoryBehaviour {
	/** Actions that one call may hold [IBM: iv_api_line_limit]. */
	actionLimit: number;
	/** Largest body in bytes [IBM: API best practices, 500 KB]. */
	bodyLimit: number;
	/** Tokens that each service issues in an hour [IBM: t_IS_TokenBasedAuthentication]. */
	tokensPerHour: number;
	/** Life of a token in seconds [IBM: Getting Started]. */
	tokenLife: number;
	/** Whether a new token ends the older ones of its service; IBM's pages leave it open. */
	newTokenRevokesOld: boolean;
	/** Whether a token of one service opens the others; IBM's pages leave it open. */
	oneTokenForAll: boolean;
	/** Whether string fields of responses show special characters as HTML entities [IBM: API reference]. */
	htmlEntities: boolean;
	/** Which form of `requestedEndTs` is valid: the newer rule takes dates alone [IBM: API best practices]. */
	endDates: 'dateOnly' | 'timestamp' | 'both';
	/** What availability says of an item or node that IV does not know; IBM's pages leave it open. */
	unknownItems: 'zero' | 'refused';
	/** Milliseconds between a supply or demand that was accepted and its effect. */
	processingMs: number;
	/** Whether V2 reservations can be listed by reference; only the V1 list is documented. */
	listsReservationsV2: boolean;
	/** Whether the read of a reservation says its node; the members known of it have none. */
	readsNodeOfReservation: boolean;
	/** Days that availability looks ahead (`dateBreakups.defaultLimitInDays`). */
	defaultDays: number;
	/** Events a change raises: all of them, or those the tenant's event threshold lets through. */
	eventThreshold:
		| 'ALL'
		| 'NONE'
		| 'BELOW_LOW'
		| 'BELOW_MEDIUM'
		| 'BELOW_HIGH'
		| 'ABOVE_LOW'
		| 'ABOVE_MEDIUM'
		| 'ABOVE_HIGH';
}

export const defaultInventoryBehaviour: InventoryBehaviour = {
	actionLimit: 100,
	bodyLimit: 500 * 1024,
	tokensPerHour: 1000,
	tokenLife: 43_200,
	newTokenRevokesOld: false,
	oneTokenForAll: false,
	htmlEntities: true,
	endDates: 'dateOnly',
	unknownItems: 'zero',
	processingMs: 0,
	listsReservationsV2: true,
	readsNodeOfReservation: true,
	defaultDays: 15,
	eventThreshold: 'ALL',
};

/** A client of the tenant's OAuth2 token service. */
export interface OAuthClient {
	clientId: string;
	clientSecret: string;
}

export interface InventorySandboxOptions {
	/** 0 (default) takes a free port. */
	port?: number;
	/** Plain HTTP instead of HTTPS. */
	plainHttp?: boolean;
	/** Lets in only those with the client certificate, as a gateway may. */
	mutualTls?: boolean;
	tenantId?: string;
	/** Bearers that are valid permanently, as a gateway or an OMS hands them out. */
	bearers?: string[];
	/** Keys whose signed JSON web tokens are accepted: a public key (RS256), or a text (HS256). */
	jwtKeys?: Array<KeyObject | string>;
	/** Leave out the demo stock; nodes and groups are always there. */
	empty?: boolean;
	behaviour?: Partial<InventoryBehaviour>;
	/** The machine's clock, in milliseconds. */
	machineClock?: () => number;
	/** Seed of the random numbers that decide on faults and on the order of events. */
	randomSeed?: number;
}
