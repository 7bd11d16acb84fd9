import { normalise } from '../../../../clients/oms/normalise';
import { isElement, type Document, type Value } from '../../../../kit/xml/document';
import { KINDS } from '../kinds';
import { read, text } from './envelope';

/** A document of one of the kinds that events are about, wherever it was in what arrived. */
export interface Found {
	/** Name of the element: `Order`. */
	root: string;
	document: Document;
	/** YFSTranEventID of the document, or of what is around it. */
	eventId?: string;
}

const ROOTS = new Set(Object.values(KINDS).map(({ inputRoot }) => inputRoot));
/** What identifies an element without its name: its primary key, or a number that only it has. */
const BY_OWN = [
	...[KINDS.shipment, KINDS.release, KINDS.line, KINDS.order].map(({ key, inputRoot }) => [key, inputRoot] as const),
	['ShipmentNo', 'Shipment'],
	['ReleaseNo', 'OrderRelease'],
	['PrimeLineNo', 'OrderLine'],
] as const;

/** Wrappers of wrappers as text: more than this is no document of Sterling. */
const MOST_TEXTS = 5;

/**
 * The documents in what arrived: under their root element or without it, alone or in a list, in any number of
 * wrappers, also where a wrapper holds them as text. Lists of a document are arrays, as in a response.
 */
export function documentsIn(value: Value, eventId?: string, texts = 0): Found[] {
	if (Array.isArray(value)) return value.flatMap((entry) => documentsIn(entry, eventId, texts));
	if (typeof value === 'string') return texts < MOST_TEXTS ? documentsInText(value, eventId, texts + 1) : [];
	const id = text(value.YFSTranEventID) ?? eventId;
	const named = Object.entries(value).filter(([name, member]) => ROOTS.has(name) && typeof member !== 'string');
	const own = BY_OWN.find(([name]) => text(value[name]))?.[1];
	// An element of its own kind in it makes it a wrapper; one of another kind belongs to it.
	if (own && !named.some(([name]) => name === own)) return [found(own, value, id)];
	if (named.length > 0) {
		return named.flatMap(([root, member]) =>
			[member]
				.flat()
				.filter(isElement)
				.map((element) => found(root, element, text(element.YFSTranEventID) ?? id)),
		);
	}
	if (text(value.OrderNo)) return [found('Order', value, id)];
	return Object.values(value).flatMap((member) => documentsIn(member, id, texts));
}

function found(root: string, document: Document, eventId: string | undefined): Found {
	return { root, document: normalise(document, root), eventId };
}

function documentsInText(value: string, eventId: string | undefined, texts: number): Found[] {
	if (!/^\s*[<{[]/.test(value)) return [];
	try {
		const content = read(value);
		return content ? documentsIn(content.value, eventId, texts) : [];
	} catch {
		return [];
	}
}
