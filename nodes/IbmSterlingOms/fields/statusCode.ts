import { isStatusCode } from '../../../clients/oms/attributes';
import type { CodeKind } from '../../../kit/n8n/fields/value';

/** Sterling compares and sets codes; the name of a status is a text of its own and fits nothing. */
export const STATUS_CODE: CodeKind = {
	what: 'a status code',
	hint: 'Sterling expects codes such as 3700, not names. Pick the status from the list if there is one.',
	accepts: isStatusCode,
};
