import { namedEntries } from '../../../kit/n8n/entries';
import type { Parameters } from '../../../kit/n8n/parameters';
import { DEFAULT_EDI_SETTINGS, type EdiSettings } from '../edi';

/** How documents are translated, as the options say. */
export function ediSettings(parameters: Parameters): EdiSettings {
	const option = <K extends keyof EdiSettings>(name: K) =>
		parameters.option('x12', name, DEFAULT_EDI_SETTINGS[name]) as EdiSettings[K];
	const codes = (name: string) => namedEntries(parameters, `x12.${name}`, (row) => row.requiredText('name'), 'code');
	return {
		...DEFAULT_EDI_SETTINGS,
		units: codes('unitTable'),
		currencies: codes('currencyTable'),
		localCurrency: parameters.text('x12.localCurrency').toUpperCase() || undefined,
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
