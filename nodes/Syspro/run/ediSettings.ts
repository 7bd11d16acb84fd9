import { codesOf } from '../../../kit/n8n/fields/codeTable';
import type { Parameters } from '../../../kit/n8n/parameters';
import { inField } from '../../../kit/n8n/refusal';
import { DEFAULT_EDI_SETTINGS, type EdiSettings } from '../edi';

/** How documents are translated, as the options say. */
export function ediSettings(parameters: Parameters): EdiSettings {
	const option = <K extends keyof EdiSettings>(name: K) =>
		parameters.option('x12', name, DEFAULT_EDI_SETTINGS[name]) as EdiSettings[K];
	const codes = (name: string) =>
		inField(parameters.label(`x12.${name}`), () => codesOf(parameters.option<unknown>('x12', name, undefined)));
	return {
		...DEFAULT_EDI_SETTINGS,
		units: codes('unitTable'),
		currencies: codes('currencyTable'),
		localCurrency: parameters.option<string>('x12', 'localCurrency', '').trim().toUpperCase() || undefined,
		buyerPartName: option('buyerPartName'),
		vendorPartName: option('vendorPartName'),
		stripsZeros: parameters.flag('x12.stripsZeros', false),
		addresses: option('addresses'),
		otherPriceUnit: option('otherPriceUnit'),
		taxType: option('taxType'),
		freightCode: option('freightCode'),
		chargeCode: option('chargeCode'),
	};
}
