import type { Element } from '../document/element';

/** A stored record: columns that are blank are left out. Extension columns are named `Extn_<Name>`. */
export type Row = Readonly<Record<string, string>>;

export type ColumnType = 'text' | 'flag' | 'quantity' | 'amount' | 'integer' | 'dateTime' | 'date';

/** What an entity definition may ask of the database. */
export interface Reader {
	entity(name: string): Entity;
	get(entity: string, key: string): Row | undefined;
	/** Rows whose indexed column has the value, in key order. */
	where(entity: string, column: string, value: string): Row[];
	/** The row with these values of one of the entity's unique constraints. */
	find(entity: string, values: Row): Row | undefined;
}

/** A container with members that are rows of another entity, such as OrderLines/OrderLine. */
export interface ListRelation {
	kind: 'list';
	member: string;
	entity: string;
	/** Column of the members that holds this row's key (or its `from` column). */
	by: string;
	from?: string;
	/** Values that every member has beside the key: they narrow the list and are set on new members. */
	fixed?: Row;
	/** Attributes by which an incoming member is matched with a stored one; none: always added. */
	identity?: string[];
	/** Counter that the container shows, such as NumberOfNotes. */
	count?: string;
	/** False for lists that other calls maintain: they are read, not written through the parent. */
	writable?: boolean;
}

/** A single row of another entity, such as PersonInfoShipTo. */
interface OneRelation {
	kind: 'one';
	entity: string;
	/** Column of this row that holds the other one's value. */
	column: string;
	/** Indexed column of the other entity; its key when left out. */
	target?: string;
	writable?: boolean;
}

/** Columns of the row itself that are shown as a child element, such as PriceInfo or Extn. */
export type EmbeddedRelation =
	| { kind: 'embedded'; columns: Record<string, string> }
	| {
			kind: 'embedded';
			prefix: string;
			names: string[];
			/** The names that a row has, where they are not the same for all rows. */
			of?(row: Row, reader: Reader): string[];
	  };

/** A child element that is worked out when asked for, such as OverallTotals. */
interface BuiltRelation {
	kind: 'built';
	build(row: Row, reader: Reader, template: Element): Element | undefined;
}

export type Relation = ListRelation | OneRelation | EmbeddedRelation | BuiltRelation;

export interface Entity {
	/** Element name, such as OrderLine. */
	name: string;
	/** Database table, such as YFS_ORDER_LINE. */
	table: string;
	key: string;
	columns: Record<string, ColumnType>;
	/** What blank columns answer with, such as N for a flag. */
	defaults: Record<string, string>;
	unique: string[][];
	indexes: string[];
	relations: Record<string, Relation>;
	/** Attributes that are worked out when asked for. */
	computed: Record<string, (row: Row, reader: Reader) => string>;
	/** Filter attributes that are met when any of several values meets them, such as an order's Status. */
	filters: Record<string, (row: Row, reader: Reader) => string[]>;
	/** ComplexQuery is allowed on few entities only [SSFS 9.4: Defining complex queries]. */
	complexQuery: boolean;
}

type Columns = Partial<Record<ColumnType, string>>;

interface EntityDefinition
	extends Partial<Omit<Entity, 'name' | 'table' | 'key' | 'columns'>>, Pick<Entity, 'name' | 'table' | 'key'> {
	/** Column names by type, separated by blanks. */
	columns: Columns;
	/** Names of the extension columns; their presence gives the entity its `Extn` element. */
	extension?: string[];
}

/** Columns every table has; no default template shows them [factory templates]. */
export const systemColumns: Record<string, ColumnType> = {
	Createts: 'dateTime',
	Modifyts: 'dateTime',
	Createuserid: 'text',
	Modifyuserid: 'text',
	Createprogid: 'text',
	Modifyprogid: 'text',
	Lockid: 'integer',
	isHistory: 'flag',
};

function typed(columns: Columns): Record<string, ColumnType> {
	return Object.fromEntries(
		Object.entries(columns).flatMap(([type, names]) =>
			names
				.trim()
				.split(/\s+/)
				.map((name) => [name, type as ColumnType]),
		),
	);
}

const blanks: Partial<Record<ColumnType, string>> = {
	amount: '0.00',
	flag: 'N',
	integer: '0',
	quantity: '0',
};

/** Completes a definition: key and system columns, defaults by type, the Extn element. */
export function defineEntity(definition: EntityDefinition): Entity {
	const own: Record<string, ColumnType> = {
		[definition.key]: 'text',
		...typed(definition.columns),
		...systemColumns,
	};
	for (const name of definition.extension ?? []) own[`Extn_${name}`] = 'text';
	const defaults = Object.fromEntries(
		Object.entries(own).flatMap(([name, type]) => (blanks[type] ? [[name, blanks[type]]] : [])),
	) as Record<string, string>;
	const extn: Record<string, Relation> = definition.extension
		? { Extn: { kind: 'embedded', prefix: 'Extn_', names: definition.extension } }
		: {};
	return {
		unique: [],
		indexes: [],
		computed: {},
		filters: {},
		complexQuery: false,
		...definition,
		columns: own,
		defaults: { ...defaults, ...definition.defaults },
		relations: { ...extn, ...definition.relations },
	};
}

/** The column's value, or what a blank column responds with. */
export function valueOf(entity: Entity, row: Row, column: string): string {
	return row[column] ?? entity.defaults[column] ?? '';
}
