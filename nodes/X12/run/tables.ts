import type { Tables } from '../../../edi/documents';
import { codesOf } from '../../../kit/n8n/fields/codeTable';
import type { Parameters } from '../../../kit/n8n/parameters';
import { inField } from '../../../kit/n8n/refusal';
import { optionOf } from './optionOf';

/** The mapping tables of the options. */
export function tablesOf(parameters: Parameters): Partial<Tables> {
	const codes = (name: string) =>
		inField(parameters.label(`options.${name}`), () => codesOf(optionOf<unknown>(parameters, name, undefined)));
	return { dates: codes('dateTable'), itemIds: codes('itemTable'), units: codes('unitTable') };
}
