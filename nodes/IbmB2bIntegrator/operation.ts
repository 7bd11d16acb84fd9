import type { B2biClient } from '../../clients/b2bi';
import type { CatalogueOperation, Resource as CatalogueResource } from '../../kit/n8n/catalogue';
import type { ItemContext, Row, RowWithFiles } from '../../kit/n8n/items';
import type { Parameters } from '../../kit/n8n/parameters';
import type { Files } from '../../kit/n8n/files';

/** What an operation has at hand while it works on one item. */
export interface RunContext extends ItemContext {
	client: B2biClient;
	files: Files;
	/** Cancels what waits. */
	signal?: AbortSignal;
}

export type Result = Array<Row | RowWithFiles>;

/** One entry of the catalogue: everything that n8n shows for it, and how it is carried out. */
export interface Operation extends CatalogueOperation {
	/** The REST services behind it, the main one first; for the documentation. */
	api: string | readonly string[];
	/** Names what a write is about: items of the same name run one after another. */
	turn?: (parameters: Parameters) => string;
	run: (context: RunContext) => Promise<Result>;
}

export type Resource = CatalogueResource<Operation>;
