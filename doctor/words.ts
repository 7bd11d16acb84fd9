import { ServiceError } from '../kit/errors';
import { adviceOf } from './variables';

/** A code as Sterling's own product has them; a company's codes and sentences in their place stay out of a report. */
const PRODUCT_CODE = /^(?!EXTN)[A-Z]{2,4}\d[\d_]{1,9}$/;
const JAVA_CODE = /^(?:java|javax|org\.(?:json|xml))\.(?:\w+\.)*(\w+)$/;

/** An error code that may be shared: one of the product, or the name of one of Java's own failures. */
export function codeOf({ code }: ServiceError): string | undefined {
	if (code === undefined || PRODUCT_CODE.test(code)) return code;
	return JAVA_CODE.exec(code)?.[1] ?? 'a code of its own';
}

/**
 * An error in words that may be shared. What a server wrote is never quoted, since it may hold data of the business:
 * its code and status stand for it, and the hint is the client's own.
 */
export function inWords(error: unknown): { text: string; advice?: string } {
	if (!(error instanceof ServiceError))
		return { text: 'The check itself failed.', advice: `Please report it: ${kindOf(error)}.` };
	const { category, httpStatus, message } = error;
	// Hints on unreadable responses quote from them.
	const advice = category === 'badAnswer' ? undefined : adviceOf(error);
	if (httpStatus !== undefined) {
		const facts = [codeOf(error), `HTTP ${httpStatus}`].filter(Boolean).join(', ');
		return { text: `The server refused it (${facts}).`, advice };
	}
	// Without a status it is the client's own sentence, and the code one of Node.js.
	return { text: error.code ? `${message} (${error.code})` : message, advice };
}

function kindOf(error: unknown): string {
	return error instanceof Error ? error.name : typeof error;
}

/** "1 order", "2 orders", "2 statuses". */
export function amount(number: number, noun: string): string {
	return `${number} ${noun}${number === 1 ? '' : noun.endsWith('s') ? 'es' : 's'}`;
}
