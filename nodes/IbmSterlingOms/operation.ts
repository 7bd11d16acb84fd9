import type { SterlingClient } from '../../clients/oms/client';
import type { Connection } from '../../clients/oms/connection';
import type { Entity } from '../../clients/oms/entities';
import type { Document } from '../../kit/xml/document';
import type { Deliveries } from '../IbmMq/run/delivery';
import type { Defaults } from './connect';
import type { CatalogueOperation, Resource as CatalogueResource } from '../../kit/n8n/catalogue';
import type { Identity } from './fields/identityOf';
import type { LineSource } from './fields/lineSource';
import type { ItemContext, Row } from '../../kit/n8n/items';
import type { Documents } from './documents/output';

/** One entry of the catalogue. Everything that n8n shows or does for it is derived from this. */
export type Operation = GetOperation | GetManyOperation | QueryOperation | WriteOperation | CustomOperation;

interface OperationBase extends CatalogueOperation {
	/** The Sterling APIs behind it, the main one first; for the documentation. */
	api: string | readonly string[];
	identity?: Identity;
	/** Attributes that name the document where no identity does, also in the result when Sterling returns nothing. */
	names?: readonly string[];
	/** The lines of the document, where they can come from data. */
	lines?: LineSource;
	/** Path of the lines that the document has to have, unless it is a draft. */
	needsLines?: string;
	/** Last touch on the document, for what fields alone cannot say. */
	build?: (document: Document, context: RunContext) => Document | Promise<Document>;
}

/** Reads one document through its list API: no row lock, and "not found" is an empty list instead of an error code. */
export interface GetOperation extends OperationBase {
	type: 'get';
	kind: 'read';
	result: Documents;
	identity: Identity;
}

export interface GetManyOperation extends OperationBase {
	type: 'getMany';
	kind: 'read';
	result: Documents;
}

/** Asks with one document and makes rows of the response; for APIs that compute instead of listing. */
export interface QueryOperation extends OperationBase {
	type: 'query';
	kind: 'read';
	inputRoot: string;
	outputRoot: string;
	/** The simplified answer. */
	rows: (answer: Document, context: RunContext) => Row[];
}

/**
 * What a look at the record proves after a write whose response was lost. `made`: a record of this name was created
 * since. `gone`: there is none. `cancelled`: it, or each listed line, has the status Cancelled or no quantity. `holds`:
 * it has everything that was sent. `uncertain`: nothing, because doing it twice would differ from doing it once, or
 * because others take the record the same way.
 */
export type AfterLoss = 'made' | 'gone' | 'cancelled' | 'holds' | 'uncertain';

/** Builds one document from the fields and sends it. */
export interface WriteOperation extends OperationBase {
	type: 'write';
	kind: 'write';
	api: string;
	/** The API for this document, where it depends on what was filled in. */
	apiFor?: (document: Document) => string;
	/** Root element of the document. */
	inputRoot: string;
	/** The element that the fields describe, where the API takes it inside a list: `Item` of an `ItemList`. */
	entry?: string;
	/** What settles a write whose response was lost. */
	afterLoss: AfterLoss;
	/** For creates: the entity whose list finds the document by its natural key after the response was lost. */
	lookUp?: Entity;
	/** The entity of the document, where neither `lookUp` nor `identity` has it. */
	entity?: Entity;
	/** Lines of the document name lines that exist (`true`), or are to be added (`orAdds`). */
	changesLines?: true | 'orAdds';
	/** Paths of which the document is hardly meant to have none. */
	expectsLines?: readonly string[];
	/** What Sterling may take and is hardly meant, in a sentence for a hint. `now` is in epoch milliseconds. */
	doubt?: (document: Document, now: number) => string | undefined;
	/** Where the document is read back from, for operations that offer an Output. */
	result?: Documents;
	/** What people may miss in Sterling's response, in a sentence for a hint. Not where the document is read back. */
	caution?: (answer: { document: Document; empty: boolean }) => string | undefined;
	/** Said in the result beside the identifying attributes: `{ deleted: true }`. Default `{ success: true }`. */
	done?: Row;
}

/** The few operations that are more than one call. */
export interface CustomOperation extends OperationBase {
	type: 'custom';
	/** Where the document is read back from, where it offers an Output. */
	result?: Documents;
	/** Loads what it needs on its first run: the catalogue is read at n8n's start. Gets its own entry as the last. */
	run: (context: RunContext, group: readonly RunContext[], operation: CustomOperation) => Promise<Row[]>;
}

export type Resource = CatalogueResource<Operation>;

/** What an operation has at hand while it works on one item. */
export interface RunContext extends ItemContext {
	client: SterlingClient;
	connection: Connection;
	defaults: Defaults;
	/** The way of documents into queues. */
	queues: Deliveries;
}
