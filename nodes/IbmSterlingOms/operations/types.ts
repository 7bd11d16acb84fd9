import type { SterlingClient } from '../../../clients/oms/client';
import type { Document } from '../../../kit/xml/document';
import type { Defaults } from '../connect';
import type { CatalogueOperation, Resource as CatalogueResource } from '../../../kit/n8n/catalogue';
import type { Identity } from '../fields/identity';
import type { ItemContext, Row } from '../../../kit/n8n/items';
import type { Documents } from '../documents/output';

/** One entry of the catalogue. Everything that n8n shows or does for it is derived from this. */
export type Operation = GetOperation | GetManyOperation | QueryOperation | WriteOperation | CustomOperation;

interface OperationBase extends CatalogueOperation {
	/** The Sterling APIs behind it, the main one first; for the documentation. */
	api: string | readonly string[];
	identity?: Identity;
	/** Last touch on the document, for what fields alone cannot say. */
	build?: (document: Document, context: RunContext) => Document | Promise<Document>;
}

/** Where the documents of a list API stand, and what gives their statuses names. */
export interface ListResult extends Documents {
	/** Pipeline that gives status codes their names, by document type; only where documents have a status. */
	processTypes?: Readonly<Record<string, string>>;
	/** Document type where neither the document nor what it was asked for with tells one. */
	documentType?: string;
}

/** Reads one document through its list API: no row lock, and "not found" is an empty list instead of an error code. */
export interface GetOperation extends OperationBase {
	type: 'get';
	kind: 'read';
	root: string;
	result: ListResult;
	identity: Identity;
}

/** A list API that finds a document by its natural key, which must be a unique index. */
export interface LookUp {
	api: string;
	root: string;
	result: ListResult;
}

export interface GetManyOperation extends OperationBase {
	type: 'getMany';
	kind: 'read';
	root: string;
	result: ListResult;
}

/** Asks with one document and makes rows of the answer; for APIs that compute instead of listing. */
export interface QueryOperation extends OperationBase {
	type: 'query';
	kind: 'read';
	root: string;
	outputRoot: string;
	/** The simplified answer. */
	rows: (answer: Document, context: RunContext) => Row[];
}

/** Builds one document from the fields and sends it. */
export interface WriteOperation extends OperationBase {
	type: 'write';
	kind: 'write';
	api: string;
	/** The API for this document, where it depends on what was filled in. */
	apiFor?: (document: Document) => string;
	/** Root element of the document. */
	root: string;
	/** The element that the fields describe, where the API takes it inside a list: `Item` of an `ItemList`. */
	entry?: string;
	/** Attributes that name the document where no identity does, also in the result when Sterling answers nothing. */
	names?: readonly string[];
	/** For creates: the list that finds the document by `names` after its answer was lost. */
	lookUp?: LookUp;
	/** Said in the result beside the identifying attributes: `{ deleted: true }`. Default `{ success: true }`. */
	done?: Row;
}

/** The few operations that are more than one call. */
export interface CustomOperation extends OperationBase {
	type: 'custom';
	/** Loads what it needs on its first run: the catalogue is read at n8n's start. */
	run: (context: RunContext) => Promise<Row[]>;
}

export type Resource = CatalogueResource<Operation>;

/** What an operation has at hand while it works on one item. */
export interface RunContext extends ItemContext {
	client: SterlingClient;
	defaults: Defaults;
}
