import type { SysproApi } from '../../clients/syspro';
import type { CatalogueOperation, Resource as CatalogueResource } from '../../kit/n8n/catalogue';
import type { ItemContext, Row } from '../../kit/n8n/items';
import type { Parameters } from '../../kit/n8n/parameters';

/** What an operation has at hand while it works on one item. */
export interface RunContext extends ItemContext {
	client: SysproApi;
}

export type Result = Row[];

/** One entry of the catalogue: everything that n8n shows for it, and how it is carried out. */
export interface Operation extends CatalogueOperation {
	/** Tables and business objects behind it, the main one first; for the documentation. */
	api: string | readonly string[];
	/** Names what a write is about: items of the same name run one after another. */
	turn?: (parameters: Parameters) => string;
	run: (context: RunContext) => Promise<Result>;
}

export type Resource = CatalogueResource<Operation>;
