import type { Clockwork } from '../../kit/http/retry';
import type { Transport } from '../../kit/http/transport';

export interface ClientOptions extends Partial<Clockwork> {
	/** Replaces the pooled transports, for example where an egress policy demands another way out. */
	transport?: Transport;
	/** Cancels everything the client does; an open session is logged off all the same. */
	signal?: AbortSignal;
	/** Most attempts of one request, the first included. */
	attempts?: number;
}
import type { SysproApi } from './api';
import type { SysproConnection } from './connection';

export type { SysproApi };

/** Talks to one SYSPRO company. */
export declare class SysproClient implements SysproApi {
	constructor(connection: SysproConnection, options?: ClientOptions);
	read: SysproApi['read'];
	list: SysproApi['list'];
	table: SysproApi['table'];
	entitySets: SysproApi['entitySets'];
	call: SysproApi['call'];
	prepare: SysproApi['prepare'];
	postSalesOrder: SysproApi['postSalesOrder'];
	changePurchaseOrder: SysproApi['changePurchaseOrder'];
	postReceipt: SysproApi['postReceipt'];
	postSupplierInvoice: SysproApi['postSupplierInvoice'];
	updateSupplier: SysproApi['updateSupplier'];
	addSupplier: SysproApi['addSupplier'];
	changes: SysproApi['changes'];
	inOneSession: SysproApi['inOneSession'];
}
