/**
 * The tree that every part of `edi/` works on. It is plain JSON: it can be stored, compared and edited.
 *
 * Values are the text of the wire, never JavaScript numbers: an amount of type N2 is `123450`, not `1234.5`. The forms
 * in `edi/documents/` convert them.
 */

/** The four separators of an interchange. Each is one character (a line break may be CR LF). */
export interface Delimiters {
	/** Between elements; the character after `ISA`. */
	element: string;
	/** Between the components of a composite (ISA16). Empty where the file names none. */
	component: string;
	/** After each segment. */
	segment: string;
	/** Between repetitions (ISA11, version 00402 and later). Empty where there is none. */
	repetition: string;
}

/** A plain value, or the components of a composite. A component that is left out is an empty string. */
export type SimpleElement = string | string[];

/** An element; one that occurs several times holds its repetitions. */
export type Element = SimpleElement | { repetitions: SimpleElement[] };

/** What is needed to write a segment: `elements[0]` is the element 01. */
export interface SegmentContent {
	id: string;
	elements: Element[];
}

/** A segment that was read. */
export interface Segment extends SegmentContent {
	/**
	 * Position in the file, counted in segments; the first ISA is 1. The position within a transaction set, with ST as 1,
	 * is `segment.ordinal - transaction.header.ordinal + 1`.
	 */
	ordinal: number;
	/** Position of the first character of the segment in the text, from 0. */
	offset: number;
}

/** `error`: the content breaks the standard. `warning`: readable, but a partner may refuse it. */
export type Severity = 'error' | 'warning';

/** One thing that was found, and where. */
export interface Diagnostic {
	/** Names the kind; see {@link ./diagnostics}. Stable: programs may compare it. */
	code: string;
	severity: Severity;
	/** {@link Segment.ordinal} of the segment, where there is one. */
	ordinal?: number;
	segment?: string;
	/** ST02 of the transaction set, where there are several and it lies in one of them. */
	controlNumber?: string;
	/** Number of the element from 1. */
	element?: number;
	/** Number of the component from 1, in a composite. */
	component?: number;
	/** Number of the repetition from 1, in an element that is repeated. */
	repetition?: number;
	/** The bad value, shortened. */
	value?: string;
	message: string;
}

/** Who sends or receives: ISA05/06 or ISA07/08, without padding. */
export interface Party {
	/** E.g. `01` DUNS, `12` phone, `ZZ` mutually defined. */
	qualifier: string;
	id: string;
}

/** A qualifier and its information: ISA01/02 (authorization) or ISA03/04 (security). */
interface Credential {
	qualifier: string;
	information: string;
}

/** What is needed to write a transaction set. */
export interface TransactionSetContent {
	/** ST01, e.g. `850`. */
	id: string;
	/** ST02. */
	controlNumber: string;
	/** ST03, implementation convention reference (005010 and later). */
	implementation?: string;
	/** The segments between ST and SE. */
	segments: SegmentContent[];
}

/** A transaction set (document) that was read. */
export interface TransactionSet extends TransactionSetContent {
	segments: Segment[];
	/** The ST segment. */
	header: Segment;
	/** The SE segment; missing where the file is cut off. */
	trailer?: Segment;
	diagnostics: Diagnostic[];
}

/** What is needed to write a functional group. */
export interface GroupContent {
	/** GS01, e.g. `PO`. */
	functionalId: string;
	/** GS02. */
	sender: string;
	/** GS03. */
	receiver: string;
	/** GS04, CCYYMMDD (YYMMDD up to version 003060). */
	date: string;
	/** GS05, HHMM, HHMMSS or HHMMSSDD. */
	time: string;
	/** GS06. */
	controlNumber: string;
	/** GS07: `X` (ASC X12) or `T`. */
	agency: string;
	/** GS08, e.g. `004010` or `005010UCS`. */
	version: string;
	transactions: TransactionSetContent[];
}

/** A functional group that was read. */
export interface Group extends GroupContent {
	transactions: TransactionSet[];
	/** The GS segment. */
	header: Segment;
	/** The GE segment; missing where the file is cut off. */
	trailer?: Segment;
	diagnostics: Diagnostic[];
}

/** What is needed to write an interchange. */
export interface InterchangeContent {
	authorization: Credential;
	security: Credential;
	sender: Party;
	receiver: Party;
	/** ISA09, YYMMDD. */
	date: string;
	/** ISA10, HHMM. */
	time: string;
	/** ISA12, e.g. `00401`. */
	version: string;
	/** ISA13, nine digits. */
	controlNumber: string;
	/** ISA14: whether the sender asks for a TA1. */
	isAcknowledgementRequested: boolean;
	/** ISA15: `P` production, `T` test, `I` information. */
	usage: string;
	delimiters: Delimiters;
	/** TA1 segments between ISA and the first group. */
	acknowledgements: SegmentContent[];
	groups: GroupContent[];
}

/** An interchange that was read. */
export interface Interchange extends InterchangeContent {
	acknowledgements: Segment[];
	groups: Group[];
	/** The ISA segment, its values with their padding. */
	header: Segment;
	/** The IEA segment; missing where the file is cut off. */
	trailer?: Segment;
	diagnostics: Diagnostic[];
}

/** All that was read of a text. */
export interface Reading {
	interchanges: Interchange[];
	/** What concerns the file and none of its interchanges. */
	diagnostics: Diagnostic[];
}
