import type { Document } from './document';
import { readQuickly, STUMBLED } from './quick';
import { scan } from './scan';
import { readStrictly } from './strict';
import { unreadable } from './unreadable';

/** The strict parser takes a second for so many characters; the quick one reads many times as much. */
const MAX_STRICT = 4_000_000;

/**
 * Reads an XML document. Values stay strings; entities other than the five of XML stay as they are; characters that XML
 * cannot carry, raw or by reference, become U+FFFD; attribute names carry no prefix unless an element of that name is
 * beside them. A quick reader reads what systems usually write. Whatever it stumbles over goes to a strict parser, which
 * reads it after all or says in which line it is broken; before that, a scan bounds depth and number and refuses document
 * types and bare `&` and `<`.
 * @throws ServiceError `badAnswer` for anything that is not well-formed XML, or beyond a bound
 * @example fromXml('<Order OrderNo="1"><Note>a</Note></Order>') // { root: 'Order', document: { OrderNo: '1', Note: { '#text': 'a' } } }
 */
export function fromXml(xml: string): { root: string; document: Document } {
	const trimmed = xml.replace(/^\uFEFF/, '').trim();
	const text = trimmed.includes('\r') ? trimmed.replace(/\r\n?/g, '\n') : trimmed;
	try {
		return readQuickly(text);
	} catch (error) {
		if (error !== STUMBLED) throw error;
	}
	scan(text);
	if (text.length > MAX_STRICT) {
		throw unreadable(`The XML is unusual or not well-formed, and longer than ${MAX_STRICT} characters.`);
	}
	return readStrictly(text);
}
