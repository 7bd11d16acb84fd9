import type { Elements } from '../../../clients/syspro';
import type { PostOptions, PostResult } from '../../../clients/syspro';
import type { Row } from '../../../kit/n8n/items';
import type { Parameters } from '../../../kit/n8n/parameters';
import { refuse } from '../../../kit/n8n/refusal';
import { objectIn } from './input';

/** How a document is posted, as the options say. */
export function postOptionsIn(parameters: Parameters, further: Elements = {}): PostOptions {
	return {
		validateOnly: parameters.flag('options.dryRun', false),
		ignoreWarnings: parameters.flag('options.ignoreWarnings', false),
		parameters: { ...further, ...furtherIn(parameters) },
	};
}

/** @throws Refusal for what Dry Run says: a document would be stored by a dry run, or reported as stored and only checked */
function furtherIn(parameters: Parameters): Elements {
	const path = 'options.parameters';
	const further = objectIn(parameters, path) as Elements;
	const second = Object.keys(further).find((name) => name.toLowerCase() === 'validateonly');
	if (second === undefined) return further;
	return parameters.field(path, () =>
		refuse(`must not have ${second}`, `Turn ${parameters.label('options.dryRun')} on or off in its place.`),
	);
}

/** The row for the result of a post. After a dry run, it has what would have been posted. */
export function postRow({ key, keys, how, validateOnly, warnings, response }: PostResult, input: object): Row {
	const said = { warnings, response };
	if (validateOnly)
		return { dryRun: true, isValid: true, ...(how === 'existing' ? { ...key, how } : {}), input, ...said };
	return { ...key, how, ...(keys.length > 1 ? { keys } : {}), ...said };
}
