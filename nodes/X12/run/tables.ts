import type { Tables } from '../../../edi/documents';
import { codesOf } from '../../../kit/n8n/fields/codeTable';
import type { Parameters } from '../../../kit/n8n/parameters';

/** The mapping tables of the options. */
export function tablesOf(parameters: Parameters): Partial<Tables> {
	const codes = (name: string) => codesOf(parameters.option<unknown>('options', name, undefined));
	return { dates: codes('dateTable'), itemIds: codes('itemTable'), units: codes('unitTable') };
}
