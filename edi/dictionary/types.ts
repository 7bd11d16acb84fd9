/** The versions of the standard that the tables hold. */
export type Version = '004010' | '005010';

export type ElementType = 'AN' | 'ID' | 'DT' | 'TM' | 'R' | 'N0' | 'N2';

/** An element (or a component) where it occurs in a segment. */
export interface ElementSpec {
	/** Reference number of the data element, e.g. `355`; of a composite, e.g. `C001`. */
	reference: string;
	name: string;
	isMandatory: boolean;
	type: ElementType;
	/** Characters; of R and N0/N2 digits alone. */
	minimum: number;
	maximum: number;
	/** The codes that are allowed, where they are known. */
	codes?: ReadonlySet<string>;
	/** Of a composite. */
	components?: ElementSpec[];
}

/** P: all or none. R: at least one. E: at most one. C: the first asks for all others. L: the first asks for one. */
export interface SyntaxNote {
	kind: 'P' | 'R' | 'E' | 'C' | 'L';
	/** Numbers of the elements from 1. */
	elements: number[];
	/** As the standard writes it, e.g. `P0304`. */
	text: string;
}

export interface SegmentSpec {
	id: string;
	elements: ElementSpec[];
	notes: SyntaxNote[];
}

/** A transaction set as it is written in `sets/`. */
export interface SetTable {
	/** ST01. */
	id: string;
	/** GS01. */
	functionalId: string;
	name: string;
	/**
	 * The segments in their order: `!` mandatory, `*3` at most three times, `*` without a bound, `( )` a loop that its
	 * first segment begins.
	 */
	segments: string;
	/** Where 005010 differs. */
	segments5010?: string;
}

/** A segment or a loop at its place in a transaction set. */
export interface SetItem {
	/** Id of the segment, or of the first segment of the loop. */
	id: string;
	isMandatory: boolean;
	/** Most occurrences in a row. */
	maximum: number;
	loop?: Loop;
}

export interface Loop {
	items: SetItem[];
	/** Where in {@link items} an id occurs, in rising order. */
	places: ReadonlyMap<string, number[]>;
}

export interface SetSpec {
	id: string;
	functionalId: string;
	name: string;
	root: Loop;
	/** Ids of all segments of the set. */
	ids: ReadonlySet<string>;
}
