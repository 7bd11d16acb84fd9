import type { Outcome, BusinessObjectCall } from '../enet/call';
import type { Condition } from '../query';
import type { Kind, Row, SysproRecord } from '../records';
import type { TableSource } from '../tables/source';

/** How one kind of record is read, over tables and by its business object. */
export interface KindOfRecord<K extends Kind> {
	/** The table of its headers. */
	table: string;
	/** Columns of its key, the one that a bare number is of first. */
	key: readonly string[];
	/** Characters of the first key column, for padding with zeros. */
	keyLength: number;
	statusColumn?: string;
	dateColumn?: string;
	supplierColumn?: string;
	customerColumn?: string;
	/** Whether a bare number may be of several records. */
	isAmbiguous?: boolean;
	/** Whether a header is of what the kind means; rows that are not are left out. */
	isOne?: (row: Row) => boolean;
	/** The records of some headers, in their order; with lines and addresses unless `isBare`. */
	assemble(headers: readonly Row[], source: TableSource, isBare: boolean): Promise<Array<SysproRecord<K>>>;
	/** The business object that reads one record. */
	object?: {
		name: string;
		call(key: Readonly<Record<string, string>>): BusinessObjectCall;
		/** Undefined where the response holds no such record. */
		read(outcome: Outcome): SysproRecord<K> | undefined;
	};
}

/** The conditions that find a record by its key. */
export function keyConditions(key: Readonly<Record<string, string>>): Condition[] {
	return Object.entries(key).map(([column, value]) => ({ column, operator: 'eq', value }));
}
