import type { Elements } from '../../../clients/syspro';
import type { PostOptions, PostResult } from '../../../clients/syspro';
import type { Row } from '../../../kit/n8n/items';
import type { Parameters } from '../../../kit/n8n/parameters';
import { objectIn } from './input';

/** How a document is posted, as the options say. */
export function postOptionsIn(parameters: Parameters, further: Elements = {}): PostOptions {
	return {
		validateOnly: parameters.flag('options.dryRun', false),
		ignoreWarnings: parameters.flag('options.ignoreWarnings', false),
		parameters: { ...further, ...(objectIn(parameters, 'options.parameters') as Elements) },
	};
}

/** The row for the result of a post. After a dry run, it has what would have been posted. */
export function postRow({ key, keys, how, validateOnly, warnings, response }: PostResult, input: object): Row {
	const said = { warnings, response };
	if (validateOnly)
		return { dryRun: true, isValid: true, ...(how === 'existing' ? { ...key, how } : {}), input, ...said };
	return { ...key, how, ...(keys.length > 1 ? { keys } : {}), ...said };
}
