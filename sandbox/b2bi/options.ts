/** A login of the sandbox. */
export interface B2biUser {
	userId: string;
	password: string;
	name: string;
	/** Whether the account has the permission "API User". */
	isApiUser: boolean;
	/** Mailboxes that the account may use, by path with everything below; all of them by default. */
	mailboxes?: readonly string[];
}

/** How the sandbox responds where installations differ or the facts leave room. */
export interface B2biBehaviour {
	/** What a list without matches is: an error body with this status, or `[]`. Seen as 400 and 404. */
	emptyList: 400 | 404 | 'array';
	/** Status of a create: 201 for communities and 200 for most others were seen. */
	created: 200 | 201;
	/** Origin in `Location`, `$ref` and `href`, where the server does not know its public name. */
	origin: string | undefined;
	/** Whether document IDs in `Location` are percent-encoded. */
	encodesDocumentIds: boolean;
	/** Enumerations and booleans as `{"code":…,"display":…}` or as plain values. */
	enumerations: 'object' | 'plain';
	/** Body of an error: the documented JSON, a page of HTML, or nothing. */
	errorBody: 'json' | 'html' | 'empty';
	/** Status for an account without "API User". */
	missingPermission: 401 | 403;
	/** Where the content of a document is: a member with Base64, or the bytes themselves. */
	documentForm: 'payload' | 'content' | 'body' | 'raw';
	/** Whether reading a trading partner leaves `customProtocolName` out (seen in 6.1.0.4). */
	hidesCustomProtocol: boolean;
	/** Whether PUT replaces the whole record, or changes only what it names. */
	updates: 'whole' | 'named';
	/** Longest name of a message: 255, or 100 on Db2 for z/OS. */
	longestName: number;
	/** Rows of a list that is read without `_range`, and the most that one range gets. */
	defaultPage: number;
	largestPage: number;
	/** Whether responses are compressed for clients that accept gzip. */
	compresses: boolean;
	/** Whether `Accept` and `Content-Type` are demanded with every request, as the documentation says. */
	demandsHeaders: boolean;
	/** How long a routing channel takes to deliver. */
	routingMs: number;
	/** How often automatic routing rules are evaluated. */
	ruleIntervalMs: number;
	/** What the trading partner sends back for what it receives. */
	partner: PartnerManner;
}

/** How the trading partner handles what it receives: a 997 for each file, and an 855 for a purchase order (850). */
export interface PartnerManner {
	/** `rejectSyntax`: a 997 that rejects, no 855. `rejectOrder`: an 855 that rejects. `never`: nothing at all. */
	verdict: 'accept' | 'rejectOrder' | 'rejectSyntax' | 'never';
	/** Numbers of purchase orders that it rejects in the 855, whatever the verdict is on others. */
	rejectedOrders: string[];
	/** Milliseconds from the arrival of the order to the 997, and to the 855. */
	acknowledgeAfterMs: number;
	respondAfterMs: number;
}

export interface B2biOptions {
	/** 0 (default) takes a free port. */
	port?: number;
	/** Plain HTTP instead of HTTPS. */
	plainHttp?: boolean;
	/** Ask every client for a certificate of the sandbox's own authority. */
	mutualTls?: boolean;
	/** One setting for the whole installation, as in 6.2.2. */
	authentication?: 'basic' | 'oauth';
	/** Life of an OAuth2 access token; 5 minutes by default. */
	tokenLifeMs?: number;
	/** Leave out the demo messages; mailboxes and partners are always there. */
	withoutMessages?: boolean;
	behaviour?: Partial<B2biBehaviour>;
	/** Requests per second above which it responds 429; none by default. */
	rateLimit?: number;
	machineClock?: () => number;
	/** Seed of the random numbers that decide on faults with a probability. */
	randomSeed?: number;
}

export const defaultBehaviour: B2biBehaviour = {
	emptyList: 400,
	created: 201,
	origin: undefined,
	encodesDocumentIds: true,
	enumerations: 'object',
	errorBody: 'json',
	missingPermission: 403,
	documentForm: 'payload',
	hidesCustomProtocol: true,
	updates: 'whole',
	longestName: 255,
	defaultPage: 100,
	largestPage: 1000,
	compresses: true,
	demandsHeaders: true,
	routingMs: 2_000,
	ruleIntervalMs: 60_000,
	partner: { verdict: 'accept', rejectedOrders: [], acknowledgeAfterMs: 5_000, respondAfterMs: 20_000 },
};

/** Accounts of the sandbox. */
export const users: readonly B2biUser[] = [
	{ userId: 'integration', password: 'Integration-1', name: 'Integration user', isApiUser: true },
	{ userId: 'admin', password: 'Admin-1', name: 'Administrator', isApiUser: true },
	{ userId: 'limited', password: 'Limited-1', name: 'May use /ACME only', isApiUser: true, mailboxes: ['/ACME'] },
	{ userId: 'outsider', password: 'Outsider-1', name: 'Lacks the permission API User', isApiUser: false },
];

/** The OAuth2 client of the sandbox. */
export const oauthClient = {
	id: 'n8n-client',
	secret: 'Client-Secret-1',
	scope: 'b2bi.api',
	tokenPath: '/identity/oauth2/token',
} as const;
