import type { Remedy } from '../../kit/errors';
import type { ClientOptions } from './client';
import type { SysproConnection } from './connection';

/** One step of the connection test: the version, logon and logoff of e.net, the metadata of OData. */
export interface Part {
	name: 'version' | 'logon' | 'logoff' | 'odata';
	ok: boolean;
	message: string;
	remedy?: Remedy;
}

/** The outcome of a connection test: every part said apart, and all of it in one message. */
export interface Diagnosis {
	ok: boolean;
	message: string;
	/** The setting that helps with the first part that failed. */
	remedy?: Remedy;
	parts: Part[];
}

/** Tries every service of a connection. Never throws. */
export declare function diagnose(
	connection: SysproConnection,
	options?: Pick<ClientOptions, 'transport'>,
): Promise<Diagnosis>;
