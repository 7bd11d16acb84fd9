import { ServiceError, type ErrorCategory } from '../../../kit/errors';
import { currencyDoubt, textOf, type EdiSettings, type Form } from '../edi';
import type { RunContext } from '../operation';

/** The record is not there or not to be read: the post says so better than a look at its currency. */
const UNREADABLE: readonly ErrorCategory[] = ['notFound', 'permission', 'invalidInput'];

/**
 * Refuses amounts in another currency than that of the customer or supplier, and hints where the two cannot be compared.
 * Nothing is read where the document names no currency.
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
	if (textOf(form.currency) === undefined) return;
	const currency = await once(`currency:${kind}:${code}`, async () => {
		try {
			return (await client.read(kind, code)).header.currency;
		} catch (error) {
			if (error instanceof ServiceError && UNREADABLE.includes(error.category)) return undefined;
			throw error;
		}
	});
	if (currency === undefined) return;
	const doubt = currencyDoubt(form, { whose: `${kind} ${code}`, currency }, settings);
	if (doubt?.differs) {
		throw new TypeError(
			`${name} ${doubt.text} Enter it by hand, choose a ${kind} with this currency, or correct Currencies in the X12 Options.`,
		);
	}
	if (doubt) hint(doubt.text);
}
