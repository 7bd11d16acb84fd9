import type { CatalogueOperation, Resource as CatalogueResource } from '../../kit/n8n/catalogue';
import type { Files } from '../../kit/n8n/files';
import type { ItemContext, Row, RowWithFiles } from '../../kit/n8n/items';
import type { Session } from '../../clients/mq/session';

/** What an operation has at hand while it works on one item. */
export interface RunContext extends ItemContext {
	session: Session;
	files: Files;
	/** Cancels what waits. */
	signal?: AbortSignal;
}

export type Result = Array<Row | RowWithFiles>;

/** One entry of the catalogue: everything that n8n shows for it, and how it is carried out. */
export interface Operation extends CatalogueOperation {
	/** The calls of the MQI behind it, the main one first; for the documentation. */
	api: string | readonly string[];
	run: (context: RunContext) => Promise<Result>;
}

export type Resource = CatalogueResource<Operation>;
