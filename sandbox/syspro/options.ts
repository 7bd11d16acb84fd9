/** An operator of the sandbox. */
export interface SysproOperator {
	operator: string;
	password: string;
	name: string;
	/** Whether the operator may use OData; the service reads this when it starts. */
	isODataUser: boolean;
}

/** How the sandbox responds where sites differ or the facts leave room. Each member may be changed while it runs. */
export interface SysproBehaviour {
	/** Whether there is an e.net service. */
	enet: boolean;
	/** What hosts put around the text of a response. */
	wrap: 'none' | 'json' | 'string';
	/** Licence seats; each session holds one. */
	seats: number;
	/** Milliseconds after which an idle session ends. */
	sessionIdleMs: number;
	/** Conditions of COMFND: only EQ was captured. */
	comfndOperators: 'all' | 'eq';
	/** Columns that the tables of this site lack, such as ArInvoice.DocumentType. */
	missingColumns: string[];
	/** Business objects that the site has no licence for. */
	missingObjects: string[];
	/** Texts of refusals by call (Logon) or business object; `*` refuses every call that has a session. */
	refusals: Record<string, string>;
	/** Whether there is an OData service: without it IIS sends its page for 404. */
	odata: boolean;
	/** Which literal of a date the filter takes. */
	dateLiterals: 'datetime' | 'date' | 'both' | 'none';
	/** Whether pages hold `@odata.nextLink`, and the host that is in it where it is another. */
	nextLink: boolean;
	nextLinkOrigin: string | undefined;
	/** Rows of one response at most. */
	rowCap: number;
	/** Numbers as JSON numbers or as strings. */
	numbers: 'number' | 'string';
	/** Entity sets that are not exposed. */
	missingSets: string[];
}

export interface SysproOptions {
	/** 0 (default) takes a free port. */
	port?: number;
	/** Plain HTTP instead of HTTPS. */
	plainHttp?: boolean;
	/** Leave out the documents; suppliers, customers and stock items are always there. */
	empty?: boolean;
	behaviour?: Partial<SysproBehaviour>;
	/** The machine's clock, in milliseconds. */
	machineClock?: () => number;
	/** Seed of the random numbers that decide on faults with a probability. */
	randomSeed?: number;
}

export const defaultSysproBehaviour: SysproBehaviour = {
	enet: true,
	wrap: 'none',
	seats: 5,
	sessionIdleMs: 20 * 60_000,
	comfndOperators: 'all',
	missingColumns: [],
	missingObjects: [],
	refusals: {},
	odata: true,
	dateLiterals: 'datetime',
	nextLink: false,
	nextLinkOrigin: undefined,
	rowCap: 5000,
	numbers: 'number',
	missingSets: [],
};

export const company = { id: 'EDU1', password: 'Company-1', name: 'Outdoors Manufacturing' } as const;

export const operators: readonly SysproOperator[] = [
	{ operator: 'N8N', password: 'Operator-1', name: 'Integration operator', isODataUser: true },
	{ operator: 'BATCH', password: 'Batch-1', name: 'Another integration', isODataUser: true },
	{ operator: 'CLERK', password: 'Clerk-1', name: 'Not an OData user', isODataUser: false },
];
