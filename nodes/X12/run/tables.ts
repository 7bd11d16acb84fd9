import type { Tables } from '../../../edi/documents';
import { codesOf } from '../../../kit/n8n/fields/codeTable';
import type { Parameters } from '../../../kit/n8n/parameters';

/** The mapping tables of the options. */
export const tablesOf = (parameters: Parameters): Partial<Tables> => ({
	dates: codesOf(parameters, 'options', 'dateTable'),
	itemIds: codesOf(parameters, 'options', 'itemTable'),
	units: codesOf(parameters, 'options', 'unitTable'),
});
