import { entryOfList } from '../../../clients/oms/identities';
import { inField, refuse } from '../../../kit/n8n/refusal';
import { asArray, isElement, type Document, type Value } from '../../../kit/xml/document';

/** Elements whose attributes a company names as it likes. */
const OWN_NAMES: readonly string[] = ['Extn', 'CustomAttributes'];
/** Namespaces and text of XML, and the one name of Sterling's that begins with a lowercase letter (factory templates). */
const NO_NAME = /^(?:xmlns$|[\w-]+:|[#@]|isHistory$)/;

const AS_READ = 'A document that this node has read can be sent if Simplify was off.';

/**
 * Checks a document for what Sterling would leave out without a word: names that begin with a lowercase letter, and lists
 * without the element that repeats.
 * @throws Refusal that names the element or attribute
 */
export function checkNames(document: Document): void {
	for (const [name, value] of Object.entries(document)) {
		if (/^\p{Ll}/u.test(name) && !NO_NAME.test(name)) {
			refuse(`"${name}" begins with a lowercase letter, but no name in Sterling does`, AS_READ);
		}
		if (typeof value === 'string' || OWN_NAMES.includes(name)) continue;
		const entry = Array.isArray(value) ? entryOfList(name) : undefined;
		inField(name, () => {
			if (entry) refuse(`must be { "${entry}": […] }, got a list`, AS_READ);
			checkAll(value);
		});
	}
}

function checkAll(value: Value): void {
	const elements = asArray<Value>(value).filter(isElement);
	elements.forEach((element, i) => {
		if (elements.length === 1) checkNames(element);
		else inField(String(i + 1), () => checkNames(element));
	});
}
