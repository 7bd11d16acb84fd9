import { destinationOf, ENTITIES, SterlingClient } from '../clients/oms';
import type { Answer, Call, Connection, EntityName } from '../clients/oms';
import { readPage, rowsOf, type PageOptions } from '../clients/oms/paging';
import type { Document } from '../kit/xml/document';
import { pooledTransport } from '../kit/http/pools';
import { ServiceError } from '../kit/errors';
import type { Notes } from './notes';
import { assertRead, readCall } from './reads';
import type { Settings } from './settings';
import { Tape } from './tape';

/** What later checks build on: the login, reading orders, and getPage. */
export type Ability = 'login' | 'orders' | 'getPage';

/** One check of a run. */
export interface Check {
	id: string;
	title: string;
	/** Left out unless an earlier check found this to work. */
	needs?: Ability;
	run(visit: Visit, notes: Notes): Promise<void>;
}

/** A run against one instance: what is known so far, and the only way to ask. */
export class Visit {
	readonly tape = new Tape();
	/** Set when going on makes no sense: the host cannot be reached. */
	isOver = false;
	/** What was found to work. */
	readonly abilities = new Set<Ability>();
	/** Where reads are narrowed to one. */
	readonly enterprise?: string;
	private used: Connection;
	private client: SterlingClient;

	constructor(
		{ connection, enterprise }: Settings,
		/** Ends the run in time. */
		readonly signal: AbortSignal,
	) {
		this.enterprise = enterprise;
		this.used = connection;
		this.client = this.clientOf(connection);
	}

	get connection(): Connection {
		return this.used;
	}

	/** Goes on with another authentication style. */
	use(authentication: Connection['authentication']): void {
		this.used = { ...this.used, authentication };
		this.client = this.clientOf(this.used);
	}

	/** Sends one read, once. Throws ServiceError, also for anything that is not a read of this check. */
	async send(call: Call): Promise<Answer> {
		assertRead(call);
		return await this.client.send(call);
	}

	/** The same, with a refusal as an outcome. */
	async ask(call: Call): Promise<Outcome<Answer>> {
		return await attempt(async () => await this.send(call));
	}

	/** The smallest read: one order. */
	oneOrder(more: Partial<Call> = {}): Call {
		return readCall('getOrderList', { ...this.ofEnterprise, MaximumRecords: '1' }, more);
	}

	/** The rows of a list API, by the name of their element. */
	async rows(list: string, api: string, input: Document, more: Partial<Call> = {}): Promise<Document[]> {
		const { document } = await this.send(readCall(api, input, more));
		return rowsOf(document, list);
	}

	/**
	 * One page of the documents of an entity by its key, with the reader of Get Many and the trigger: their keys.
	 *
	 * @throws ServiceError `badAnswer` where the list does not follow its key
	 */
	async keys(entity: EntityName, options: Pick<PageOptions, 'size' | 'after' | 'descending'>): Promise<string[]> {
		const { listApi, row: list, key } = ENTITIES[entity];
		const call = readCall(listApi, this.ofEnterprise, { template: { [list]: {} } });
		const { rows } = await readPage(async (page) => await this.send(page), call, { key, list, ...options });
		return rows.map((row) => textOf(row, key));
	}

	/** Sends several reads in one transaction. */
	async transaction(calls: Call[]): Promise<Answer[]> {
		calls.forEach(assertRead);
		return await this.client.transactionAnswers(calls);
	}

	/** The filter on orders and what belongs to them: the enterprise, where one is set. */
	get ofEnterprise(): Document {
		return this.enterprise ? { EnterpriseCode: this.enterprise } : {};
	}

	private clientOf(connection: Connection): SterlingClient {
		const transport = this.tape.over(pooledTransport(destinationOf(connection)));
		return new SterlingClient(connection, { attempts: 1, signal: this.signal, transport });
	}
}

/** The text of an attribute, empty where it is none. */
export function textOf(row: Document, name: string): string {
	const value = row[name];
	return typeof value === 'string' ? value.trim() : '';
}

/** What came of a call: its value, or how Sterling refused it. */
type Outcome<T> = { value: T } | { refusal: ServiceError };

/** The outcome of a call: its value, or Sterling's refusal. Other failures, such as a lost connection, are thrown. */
export async function attempt<T>(work: () => Promise<T>): Promise<Outcome<T>> {
	try {
		return { value: await work() };
	} catch (error) {
		if (!(error instanceof ServiceError) || isTrouble(error)) throw error;
		return { refusal: error };
	}
}

/** Failures that every other call would meet as well. */
function isTrouble({ category }: ServiceError): boolean {
	return ['authentication', 'cancelled', 'connection', 'throttled', 'tls'].includes(category);
}
