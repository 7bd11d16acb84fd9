import { ServiceError } from '../../kit/errors';
import { clockworkOf, type Clockwork } from '../../kit/http/retry';
import type { Transport } from '../../kit/http/transport';
import type { PostOptions, PostResult, SysproApi } from './api';
import { readChanges, type Changes, type ChangeOptions, type ChangesCursor } from './changes';
import { checkConnection, settled, type SysproConnection } from './connection';
import type { BusinessObjectCall, Outcome, PreparedCall } from './enet/call';
import { Enet } from './enet/caller';
import { readMetadata, type EntitySet } from './odata/metadata';
import { ODataService } from './odata/service';
import { ODataTables } from './odata/tables';
import type { PurchaseOrderChange, ReceiptInput, SalesOrderInput, SupplierInvoiceInput } from './inputs';
import { Poster } from './posts/poster';
import type { Key, ListQuery, Page, ReadOptions, TableQuery } from './query';
import { Reader } from './reader';
import type { Field, Kind, SysproRecord } from './records';
import { ComfndTables } from './tables/comfnd';

export interface ClientOptions extends Partial<Clockwork> {
	/** Replaces the pooled transports, for example where an egress policy demands another way out. */
	transport?: Transport;
	/** Cancels everything the client does; an open session is logged off all the same. */
	signal?: AbortSignal;
	/** Most attempts of one request, the first included. */
	attempts?: number;
}

/**
 * Talks to one SYSPRO company. Clients of the same operator wait for each other, in this process.
 *
 * @example Two reads in one session of e.net
 * const client = new SysproClient(connection);
 * await client.inOneSession(async () => {
 * 	const order = await client.read('purchaseOrder', { purchaseOrder: '000000000000001' });
 * 	for await (const { records } of client.list('supplier')) console.log(order, records);
 * });
 */
export class SysproClient implements SysproApi {
	/** The e.net service; undefined where the connection has none. */
	readonly enet?: Enet;
	/** The OData service; undefined where the connection has none. */
	readonly odata?: ODataService;
	private readonly reader: Reader;
	private readonly now: () => number;

	/** @throws ServiceError `configuration` for settings that cannot work */
	constructor(given: SysproConnection, options: ClientOptions = {}) {
		const connection = settled(given);
		checkConnection(connection);
		const { transport, signal, attempts } = options;
		const clockwork: Clockwork = clockworkOf(options);
		const parts = { connection, clockwork, transport, signal, attempts };
		const { enet, odata } = connection;
		if (enet) this.enet = new Enet({ ...parts, settings: enet });
		if (odata) this.odata = new ODataService({ ...parts, settings: odata });
		const own = this.enet;
		this.reader = new Reader(
			{
				...(this.odata ? { odata: new ODataTables(this.odata) } : {}),
				...(own && enet
					? {
							comfnd: new ComfndTables(
								async (call) => await own.call(call),
								[enet.baseUrl, enet.operator, enet.company],
							),
						}
					: {}),
			},
			own,
		);
		this.now = clockwork.now;
	}

	async read<K extends Kind>(kind: K, key: Key, options?: ReadOptions): Promise<SysproRecord<K>> {
		return await this.inOneSession(async () => await this.reader.read(kind, key, options));
	}

	list<K extends Kind>(
		kind: K,
		query?: ListQuery,
		options: Pick<ReadOptions, 'ways'> = {},
	): AsyncIterable<Page<SysproRecord<K>>> {
		return this.pages(this.reader.list(kind, query, options.ways));
	}

	table(
		table: string,
		query?: TableQuery,
		options: Pick<ReadOptions, 'ways'> = {},
	): AsyncIterable<Page<Record<string, Field>>> {
		return this.pages(this.reader.table(table, query, options.ways));
	}

	async entitySets(): Promise<EntitySet[]> {
		if (this.odata) return await readMetadata(this.odata);
		throw new ServiceError('configuration', 'This connection has no OData, so there is no list of tables.', {
			hint: 'Enter the address of OData, or the name of the table.',
			remedy: { field: 'odata.endpoint' },
			effect: 'none',
		});
	}

	async call(call: BusinessObjectCall): Promise<Outcome> {
		return await this.business().call(call);
	}

	prepare(call: BusinessObjectCall): PreparedCall {
		return this.business().prepare(call);
	}

	async postSalesOrder(order: SalesOrderInput, options?: PostOptions): Promise<PostResult> {
		return await this.posting(async (poster) => await poster.salesOrder(order, options));
	}

	async changePurchaseOrder(change: PurchaseOrderChange, options?: PostOptions): Promise<PostResult> {
		return await this.posting(async (poster) => await poster.purchaseOrder(change, options));
	}

	async postReceipt(receipt: ReceiptInput, options?: PostOptions): Promise<PostResult> {
		return await this.posting(async (poster) => await poster.receipt(receipt, options));
	}

	async postSupplierInvoice(invoice: SupplierInvoiceInput, options?: PostOptions): Promise<PostResult> {
		return await this.posting(async (poster) => await poster.supplierInvoice(invoice, options));
	}

	async updateSupplier(
		supplier: string,
		fields: Readonly<Record<string, string>>,
		options?: PostOptions,
	): Promise<PostResult> {
		return await this.posting(async (poster) => await poster.master('supplier', 'update', supplier, fields, options));
	}

	async updateCustomer(
		customer: string,
		fields: Readonly<Record<string, string>>,
		options?: PostOptions,
	): Promise<PostResult> {
		return await this.posting(async (poster) => await poster.master('customer', 'update', customer, fields, options));
	}

	async addSupplier(
		supplier: string,
		fields: Readonly<Record<string, string>>,
		options?: PostOptions,
	): Promise<PostResult> {
		return await this.posting(async (poster) => await poster.master('supplier', 'add', supplier, fields, options));
	}

	async changes<K extends Kind>(
		kind: K,
		cursor: ChangesCursor | undefined,
		options?: ChangeOptions,
	): Promise<Changes<K>> {
		return await this.inOneSession(async () => await readChanges(this.reader, kind, cursor, this.now(), options));
	}

	async inOneSession<T>(work: () => Promise<T>): Promise<T> {
		return this.enet ? await this.enet.sessions.together(work) : await work();
	}

	/** Each page in a session of its own: nobody holds a seat while the pages are worked on. */
	private async *pages<T>(pages: AsyncGenerator<T>): AsyncGenerator<T> {
		for (;;) {
			const { done, value } = await this.inOneSession(async () => await pages.next());
			if (done) return;
			yield value;
		}
	}

	private async posting<T>(work: (poster: Poster) => Promise<T>): Promise<T> {
		const enet = this.business();
		return await enet.sessions.alone(async () => await work(new Poster(enet, this.reader)));
	}

	private business(): Enet {
		if (this.enet) return this.enet;
		throw new ServiceError(
			'configuration',
			'This connection has no e.net, which all writes and business objects need.',
			{
				hint: 'OData only reads. Enter the address of e.net.',
				remedy: { field: 'endpoint' },
				effect: 'none',
			},
		);
	}
}
