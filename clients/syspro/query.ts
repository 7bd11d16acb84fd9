import type { Kind, Way } from './records';

export type Operator = 'eq' | 'ne' | 'gt' | 'ge' | 'lt' | 'le' | 'contains' | 'startswith';

/** A condition on a column of a table. Texts are compared as they are: the databases distinguish upper and lower case. */
export interface Condition {
	column: string;
	operator: Operator;
	value: string;
	/** How the value is written: by default as text. Dates are `YYYY-MM-DD`. */
	type?: 'text' | 'number' | 'date';
}

/** What to list. Everything is optional; what is given must all hold. */
export interface ListQuery {
	/** Codes of the status column, such as ['4']; {@link DEFAULT_STATUSES} has what is ready to be sent. */
	statuses?: readonly string[];
	/** Whether cancelled documents come, too; not by default. */
	withCancelled?: boolean;
	/** Bounds of the document's date, both included, `YYYY-MM-DD`. */
	dateFrom?: string;
	dateTo?: string;
	/** Code of the supplier or customer of a document. */
	supplier?: string;
	customer?: string;
	/** Further conditions on the header's table. */
	conditions?: readonly Condition[];
	/** Whether lines, addresses and what else belongs to a record are read as well; they are by default. */
	withLines?: boolean;
	/** Most records in all. */
	limit?: number;
	/** Most records of one page; 100 by default. */
	pageSize?: number;
}

/** What is ready to be sent to a partner. Sites differ, so these are defaults of a parameter. */
export const DEFAULT_STATUSES: Readonly<Partial<Record<Kind, readonly string[]>>> = {
	purchaseOrder: ['4'],
	dispatchNote: ['7', '9'],
};

/** Codes and their meaning; sites have others, too. */
export const STATUSES: Readonly<Partial<Record<Kind, Readonly<Record<string, string>>>>> = {
	purchaseOrder: {
		'0': 'In process',
		'1': 'Ready to print',
		'4': 'Printed',
		'9': 'Complete',
		'*': 'Cancelled',
	},
	dispatchNote: {
		'3': 'Ready to print',
		'5': 'Printed',
		'7': 'Ready to invoice',
		'9': 'Complete',
		H: 'On hold',
		S: 'In suspense',
		'*': 'Cancelled',
	},
	salesOrder: {
		'0': 'In process',
		'1': 'Open',
		'2': 'Open back order',
		'3': 'Released back order',
		'4': 'In warehouse',
		'8': 'To invoice',
		'9': 'Complete',
		F: 'Forward',
		S: 'In suspense',
		'*': 'Cancelled during entry',
		'\\': 'Cancelled',
		'/': 'Cancelled',
	},
};

/** What a table is asked for. */
export interface TableQuery {
	conditions?: readonly Condition[];
	/** A filter in OData's own language, joined to the conditions by `and`. */
	filter?: string;
	/** Columns; all of them by default. */
	select?: readonly string[];
	/** Columns in order, with ` desc` behind those that descend. A stable order is needed for paging. */
	orderby?: readonly string[];
	/** Most rows in all. */
	limit?: number;
	/** Most rows of one request, 1000 by default; OData gives at most 5000. */
	pageSize?: number;
}

export interface Page<T> {
	records: T[];
	way: Way;
}

export interface ReadOptions {
	/**
	 * `exact` (default) takes the key as it is. `tolerant` tries it as it is, then padded with zeros to the column's
	 * length, then without leading zeros, for keys that come from a partner.
	 */
	match?: 'exact' | 'tolerant';
	/** The ways to try, in this order; by default OData, then the business object, then COMFND. */
	ways?: readonly Way[];
}

/** The key of a record: its number, or its columns. An invoice number alone must be unique. */
export type Key = string | Readonly<Record<string, string>>;
