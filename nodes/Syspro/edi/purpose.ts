import { PURPOSES } from '../../../edi/documents/tables/codes';
import { lookup } from '../../../kit/lookup';
import { textOf, type Form } from './values';

/** Codes of element 353 without a name in the forms: a document that is sent once more, or issued again. */
const SENT_AGAIN = ['15', '18', '5C'];
/** The first or only one of its kind: the final transmission, an original without a response, an initial document. */
const SENT_FIRST = ['20', '49', '57'];
const AS_NEW = ['original', 'confirmation', 'duplicate', ...SENT_AGAIN, ...SENT_FIRST];

/**
 * Purposes (element 353) of documents that may be posted as they are. A replacement of an invoice or ship notice is compared
 * with what is in SYSPRO by its number. A sales order is found by its number alone, so a replacement would be lost.
 */
const POSTED: Readonly<Record<string, readonly string[]>> = {
	purchaseOrder: AS_NEW,
	invoice: [...AS_NEW, 'replace'],
	creditNote: [...AS_NEW, 'replace'],
	shipNotice: [...AS_NEW, 'replace'],
	purchaseOrderAcknowledgement: [...AS_NEW, 'replace', 'change'],
};

/** The purpose, by name or code, of a document that must not be treated as a new one; undefined where it is one. */
export function otherPurpose(form: Form): string | undefined {
	const given = textOf(form.purpose)?.trim();
	const purpose = given && (lookup(PURPOSES, given) ?? given);
	return purpose === undefined || (POSTED[String(form.type)] ?? AS_NEW).includes(purpose) ? undefined : purpose;
}

/** @throws TypeError for a cancellation, a change or an information copy: posting it would create what it is about */
export function assertNew(form: Form, name: string): void {
	const purpose = otherPurpose(form);
	if (purpose === undefined) return;
	throw new TypeError(
		`${name} has the purpose "${purpose}", so it is not a new document, and posting it would create one. Handle it by hand, or set purpose of the document to original if it is one.`,
	);
}
