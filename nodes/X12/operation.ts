import type { IExecuteFunctions } from 'n8n-workflow';

import type { CatalogueOperation } from '../../kit/n8n/catalogue';
import type { ItemContext, Row, RowWithFiles } from '../../kit/n8n/items';

/** One entry of the catalogue. */
export interface Operation extends CatalogueOperation {
	/** Carries it out for one item; absent where several items come out as one. */
	run?: (context: RunContext) => Promise<Array<Row | RowWithFiles>>;
}

/** What an operation has at hand while it works on one item. */
export interface RunContext extends ItemContext {
	node: IExecuteFunctions;
}
