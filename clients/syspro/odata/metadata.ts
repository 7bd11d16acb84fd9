/** A table or business activity query that OData exposes. */
export interface EntitySet {
	name: string;
	/** Columns of its key, in order; empty where the metadata name none. */
	key: string[];
	columns: Array<{ name: string; type: string }>;
}
