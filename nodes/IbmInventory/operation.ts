import type { InventoryCall, InventoryClient, Outcome } from '../../clients/inventory';
import type { CatalogueOperation, Resource } from '../../kit/n8n/catalogue';
import type { ItemContext, Row } from '../../kit/n8n/items';

/** What an operation has at hand while it works on one item. */
export interface RunContext extends ItemContext {
	client: InventoryClient;
	/** IANA name of the workflow's zone. */
	timezone: string;
	/** Names the item among all that n8n ever runs: execution, node and index. */
	itemName: string;
}

/** One call for an item, and the rows that its response makes. */
interface CallWork {
	call: (context: RunContext) => InventoryCall | Promise<InventoryCall>;
	rows: (body: unknown, context: RunContext) => Row[];
}

/** More than one call for an item. A write says what it would send first, for a dry run. */
interface OwnWork {
	run: (context: RunContext) => Promise<Row[]>;
	call?: CallWork['call'];
}

/** Many items in few calls: what one item asks for is a line of a call that it shares with others. */
interface SharedWork {
	runAll: (contexts: readonly RunContext[], options: { stopOnFailure: boolean }) => Promise<Array<Outcome<Row[]>>>;
	call?: CallWork['call'];
}

/** How an operation is carried out. */
export type Work = CallWork | OwnWork | SharedWork;

export interface InventoryOperation extends CatalogueOperation {
	/** Methods and paths below the tenant, the main one first; for the documentation. */
	api: string | readonly string[];
	/** Loaded when the operation first runs: n8n reads the catalogue at its start, where nothing else is needed. */
	work: () => Promise<Work>;
}

export type InventoryResource = Resource<InventoryOperation>;
