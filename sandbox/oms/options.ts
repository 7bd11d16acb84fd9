import type { SingleMember } from './document/json';

/**
 * `servlet.authstyle` of the server; `jwt` is the Standard style with JWT switched on [IBM:
 * xapirest.properties].
 */
export type AuthenticationStyle = 'standard' | 'basic' | 'jwt';

/** A login of the sandbox. */
export interface SandboxUser {
	loginId: string;
	password: string;
	name: string;
	userGroup: string;
	organization: string;
	/** APIs and services that the user group may not use; `write` and `read` stand for all of a kind. */
	denied: string[];
	/** Whether the user may lift modification rules with Override="Y". */
	mayOverride: boolean;
}

/** How the sandbox returns where installations differ or the facts leave room. */
export interface Behaviour {
	/** List members that stand alone: arrays (as mostly captured) or objects. */
	singleMember: SingleMember;
	/** Code of a second order with the same number. */
	duplicateOrderCode: 'YFC0001' | 'YFS10012';
	/** Whether the order header's Modifyts moves when only the status of its lines changes. */
	statusChangeTouchesHeader: boolean;
	/** Whether confirming a shipment makes its invoice at once; if not, createShipmentInvoice does. */
	invoiceOnConfirm: boolean;
	/** Whether a login responds with a UserToken (token security on). */
	issueTokens: boolean;
	/** APIs that the user group may not use (YCP0428), or that this release does not have. */
	closedApis: Record<string, 'denied' | 'unknown'>;
	/** Which names getEntityAttributeList takes: elements (Order), tables (YFS_ORDER_HEADER), or both. */
	entityNames: 'both' | 'root' | 'table';
	/** What getEntityAttributeList does with a name that it does not take: an error, or empty lists. */
	unknownEntity: 'refused' | 'empty';
	/** How blank columns below Extn and CustomAttributes come back; all three were captured. */
	blankCustomFields: 'empty' | 'space' | 'absent';
	/** Code for a customer that is not there; sources name both. */
	unknownCustomerCode: 'YFS10319' | 'YCP0165';
	/** Whether createCustomer, modifyCustomer and manageCustomer answer the customer, or nothing (204). */
	customerWritesAnswer: 'document' | 'none';
}

export interface SandboxOptions {
	/** 0 (default) takes a free port. */
	port?: number;
	/** Plain HTTP instead of HTTPS. */
	plainHttp?: boolean;
	/** Ask every client for a certificate of the sandbox's own authority. */
	mutualTls?: boolean;
	/** The only version of TLS that it speaks; by default what Node.js speaks. */
	tlsVersion?: 'TLSv1.2' | 'TLSv1.3';
	/** Context root of the address; `smcfs` by default. */
	contextRoot?: string;
	authentication?: AuthenticationStyle;
	/** Idle life of a login token; 30 minutes by default [IBM support 733363]. */
	tokenIdleMs?: number;
	/** Life of a JWT; 5 minutes by default [IBM support 7172391]. */
	jwtLifeMs?: number;
	/** Requests per second of the sandbox's clock above which it returns 429; none by default. */
	rateLimit?: number;
	/** Runs the asynchronous request agent at this interval; only on request by default. */
	asyncAgentMs?: number;
	/** How long an idle connection is kept open. */
	keepAliveMs?: number;
	/** Milliseconds between a row's time stamps and its visibility. */
	commitLagMs?: number;
	/** Leave out the demo orders; master data is always there. */
	withoutOrders?: boolean;
	/** Add packed, shipped and returned demo orders (AUR-0950, AUR-0960, RO-3001, RO-3002). */
	withFulfilment?: boolean;
	behaviour?: Partial<Behaviour>;
	/** The machine's clock, in milliseconds. */
	machineClock?: () => number;
	/** Seed of the random numbers that decide on faults with a probability. */
	randomSeed?: number;
}

export const defaultBehaviour: Behaviour = {
	singleMember: 'array',
	duplicateOrderCode: 'YFC0001',
	statusChangeTouchesHeader: true,
	invoiceOnConfirm: true,
	issueTokens: true,
	closedApis: {},
	entityNames: 'both',
	unknownEntity: 'refused',
	blankCustomFields: 'empty',
	unknownCustomerCode: 'YFS10319',
	customerWritesAnswer: 'document',
};
