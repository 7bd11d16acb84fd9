import { isElement, TEXT, type Document, type Value } from '../../../kit/xml/document';
import { ServiceError } from '../../../kit/errors';

/** First digits of the networks' cards (ISO/IEC 7812); references of payment providers begin with others as well. */
const MAY_BE_A_CARD = /^[2-6]/;

const FEWEST_DIGITS = 12;

/** Elements whose attributes may hold what a customer paid with. */
const PAYMENT = /^(Payment|CreditCard|Person.*Payment)/;

/**
 * Refuses card numbers anywhere in a document that is written: they would be in n8n's execution data. Found by
 * name (CreditCardNo and the like, with more than the last four digits) and, inside payment elements, by a valid
 * check digit.
 * @throws ServiceError `invalidInput`; the number itself is not repeated
 */
export function refuseCardNumbers(document: Document): void {
	visit(document, '', false);
}

function visit(value: Value, name: string, isPayment: boolean): void {
	if (Array.isArray(value)) {
		for (const entry of value) visit(entry, name, isPayment);
	} else if (isElement(value)) {
		const isInside = isPayment || PAYMENT.test(name);
		for (const member in value) visit(value[member], plainName(member) || name, isInside);
	} else if (isCardNumber(value, name, isPayment)) {
		throw new ServiceError('invalidInput', `${name} contains a card number, which this node does not send`, {
			hint: 'Send the token or reference from the payment provider, or the last four digits.',
		});
	}
}

/** Without the mark of an attribute; empty for the text of an element, which goes by the element's name. */
function plainName(member: string): string {
	if (member === TEXT) return '';
	return member.startsWith('@') ? member.slice(1) : member;
}

function isCardNumber(text: string, name: string, isPayment: boolean): boolean {
	// Most values are shorter, and there is one to look at for each attribute of each document.
	if (text.length < FEWEST_DIGITS) return false;
	const digits = text.replace(/[ -]/g, '');
	if (!/^\d{12,19}$/.test(digits)) return false;
	return /Card(No|Number)$/i.test(name) || (isPayment && MAY_BE_A_CARD.test(digits) && hasCheckDigit(digits));
}

/** Luhn's check, which every payment card number passes (ISO/IEC 7812). */
function hasCheckDigit(digits: string): boolean {
	const sum = [...digits].reverse().reduce((total, digit, i) => {
		const doubled = Number(digit) * (i % 2 === 1 ? 2 : 1);
		return total + (doubled > 9 ? doubled - 9 : doubled);
	}, 0);
	return sum % 10 === 0;
}
