import { CODES } from './codes';
import { ELEMENTS, ELEMENTS_5010 } from './elements';
import { NOTES, NOTES_5010 } from './notes';
import { parseCodes, parseElement, parseNotes, parseReferences, parseSet, rowsOf, type ElementRow } from './parse';
import { COMPOSITES, SEGMENTS, SEGMENTS_5010 } from './segments';
import { SETS } from './sets';
import { FUNCTIONAL_IDS } from './sets/functionalIds';
import type { ElementSpec, SegmentSpec, SetSpec, Version } from './types';

/** What the standard says in one of its versions. Entries are read from their tables when they are first asked for. */
export class Dictionary {
	private readonly elements: Map<string, string>;
	private readonly segments: Map<string, string>;
	private readonly notes: Map<string, string>;
	private readonly composites = new Map(rowsOf(COMPOSITES));
	private readonly readSegments = new Map<string, SegmentSpec>();
	private readonly readSets = new Map<string, SetSpec>();
	private readonly readElements = new Map<string, ElementRow>();
	private readonly readCodes = new Map<string, ReadonlySet<string>>();

	constructor(readonly version: Version) {
		const table = (base: string, later: string) =>
			new Map([...rowsOf(base), ...(version === '005010' ? rowsOf(later) : [])]);
		this.elements = table(ELEMENTS, ELEMENTS_5010);
		this.segments = table(SEGMENTS, SEGMENTS_5010);
		this.notes = table(NOTES, NOTES_5010);
	}

	/** The elements of a segment; nothing where the segment is not known. */
	segment(id: string): SegmentSpec | undefined {
		const known = this.readSegments.get(id);
		if (known) return known;
		const row = this.segments.get(id);
		if (row === undefined) return undefined;
		const notes = this.notes.get(id);
		const spec = { id, elements: this.elementsOf(row), notes: notes === undefined ? [] : parseNotes(notes) };
		this.readSegments.set(id, spec);
		return spec;
	}

	/** The segments of a transaction set; nothing where the set is not known. */
	set(id: string): SetSpec | undefined {
		const known = this.readSets.get(id);
		if (known) return known;
		const table = SETS.find((one) => one.id === id);
		if (!table) return undefined;
		const { functionalId, name, segments, segments5010 } = table;
		const parsed = parseSet(this.version === '005010' ? (segments5010 ?? segments) : segments);
		const spec = { id, functionalId, name, ...parsed };
		this.readSets.set(id, spec);
		return spec;
	}

	private elementsOf(row: string): ElementSpec[] {
		return parseReferences(row).map((token) => {
			const isMandatory = token.endsWith('!');
			return this.element(isMandatory ? token.slice(0, -1) : token, isMandatory);
		});
	}

	private element(reference: string, isMandatory: boolean): ElementSpec {
		const composite = this.composites.get(reference);
		if (composite !== undefined) {
			const components = this.elementsOf(composite);
			return { ...components[0], reference, isMandatory, components };
		}
		let row = this.readElements.get(reference);
		if (!row) this.readElements.set(reference, (row = parseElement(this.elements.get(reference)!)));
		const codes = this.codes(reference);
		return { reference, isMandatory, ...row, ...(codes ? { codes } : {}) };
	}

	private codes(reference: string): ReadonlySet<string> | undefined {
		const list = CODES[reference];
		if (list === undefined) return undefined;
		let codes = this.readCodes.get(reference);
		if (!codes) this.readCodes.set(reference, (codes = new Set(parseCodes(list))));
		return codes;
	}
}

const dictionaries = new Map<Version, Dictionary>();

/**
 * The dictionary for a version as GS08 names it: `005010` and later (`005010UCS`, `006020`) are held against 005010,
 * everything earlier against 004010.
 */
export function dictionaryFor(version: string): Dictionary {
	const key: Version = version.slice(0, 6) >= '005010' && /^\d{6}/.test(version) ? '005010' : '004010';
	let dictionary = dictionaries.get(key);
	if (!dictionary) dictionaries.set(key, (dictionary = new Dictionary(key)));
	return dictionary;
}

const functionalIds = new Map<string, string>();

/** GS01 for a transaction set, e.g. `PO` for `850`; nothing where the set is not known. */
export function functionalIdOf(set: string): string | undefined {
	if (functionalIds.size === 0) {
		for (const [functionalId, sets] of rowsOf(FUNCTIONAL_IDS))
			for (const one of sets.split(' ')) functionalIds.set(one, functionalId);
		for (const { id, functionalId } of SETS) functionalIds.set(id, functionalId);
	}
	return functionalIds.get(set);
}
