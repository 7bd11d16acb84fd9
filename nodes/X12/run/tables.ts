import type { Tables } from '../../../edi/documents';
import { namedEntries } from '../../../kit/n8n/entries';
import type { Parameters } from '../../../kit/n8n/parameters';

/** The mapping tables of the options: the own name by the code. */
export function tablesOf(parameters: Parameters): Partial<Tables> {
	const codes = (name: string) =>
		namedEntries(parameters, `options.${name}`, (row) => row.requiredText('name'), 'code');
	return { dates: codes('dateTable'), itemIds: codes('itemTable'), units: codes('unitTable') };
}
