import type { Document, SterlingClient } from '../../../sterling';
import type { Defaults } from '../../shared/connect';
import type { Field } from '../../shared/fields/field';
import type { Identity } from '../../shared/fields/identity';
import type { Documents, Row } from '../../shared/output';
import type { Parameters } from '../../shared/parameters';

/** One entry of the catalogue. Everything that n8n shows or does for it is derived from this. */
export type Operation = GetOperation | GetManyOperation | QueryOperation | WriteOperation | CustomOperation;

interface OperationBase {
	/** Stored in workflows: never renamed. */
	value: string;
	/** Title Case, for the operation drop-down. */
	name: string;
	/** Sentence case, for the node creator and AI tools. */
	action: string;
	description: string;
	/** The Sterling APIs behind it, the main one first; for the documentation. */
	api: string | readonly string[];
	/** Decides what is repeated after a fault: reads are, writes that may have arrived are not. */
	kind: 'read' | 'write';
	identity?: Identity;
	/** Last touch on the document, for what fields alone cannot say. */
	build?: (document: Document, context: RunContext) => Document | Promise<Document>;
	/** The operation's own parameters, in the order of the editor. */
	fields?: Field[];
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
	rows: (answer: Document) => Row[];
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
	run: (context: RunContext) => Promise<Row[]>;
}

export interface Resource {
	value: string;
	name: string;
	operations: readonly Operation[];
}

/** What an operation has at hand while it works on one item. */
export interface RunContext {
	client: SterlingClient;
	defaults: Defaults;
	parameters: Parameters;
	/** Tells the user something that is no error, once per run. */
	hint: (message: string) => void;
	/** Does something once a run, whichever item asks first. */
	once: <T>(name: string, make: () => Promise<T>) => Promise<T>;
}
