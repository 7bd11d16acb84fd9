import { ServiceError, type ErrorCategory } from '../../../kit/errors';
import { currencyDoubt, textOf, type EdiSettings, type Form } from '../edi';
import type { RunContext } from '../operation';

/** Failures that concern every call: the post would meet them as well. A record that is not there is for the post to refuse. */
const OF_ALL: readonly ErrorCategory[] = [
	'authentication',
	'badAnswer',
	'cancelled',
	'configuration',
	'connection',
	'throttled',
	'timeout',
	'tls',
];

/**
 * Refuses amounts in another currency than that of the customer or supplier, and hints where the two cannot be compared,
 * such as by an operator who may post and not read. Nothing is read where the document names no currency.
 *
 * @param name of the document, such as "Invoice 7"
 * @throws TypeError for another currency, ServiceError where reading fails
 */
export async function checkCurrency(
	kind: 'customer' | 'supplier',
	code: string,
	{ form, name, settings }: { form: Form; name: string; settings: EdiSettings },
	{ client, once, hint }: Pick<RunContext, 'client' | 'once' | 'hint'>,
): Promise<void> {
	const theirs = textOf(form.currency)?.trim();
	if (theirs === undefined) return;
	const read = await once(`currency:${kind}:${code}`, async () => await currencyOf(kind, code, client));
	if ('refusal' in read) {
		if (read.refusal.category === 'notFound') return;
		hint(
			`The currency ${theirs} could not be checked, because ${kind} ${code} cannot be read: ${read.refusal.message}`,
		);
		return;
	}
	const doubt = currencyDoubt(form, { whose: `${kind} ${code}`, currency: read.currency }, settings);
	if (doubt?.differs) {
		throw new TypeError(
			`${name} ${doubt.text} Enter it by hand, choose a ${kind} with this currency, or correct Currencies in the X12 Options.`,
		);
	}
	if (doubt) hint(doubt.text);
}

/** The currency of a partner, or why SYSPRO refuses to say it. */
async function currencyOf(
	kind: 'customer' | 'supplier',
	code: string,
	client: RunContext['client'],
): Promise<{ currency: string | null } | { refusal: ServiceError }> {
	try {
		return { currency: (await client.read(kind, code)).header.currency };
	} catch (error) {
		if (!(error instanceof ServiceError) || error.passing === true || OF_ALL.includes(error.category)) throw error;
		return { refusal: error };
	}
}
