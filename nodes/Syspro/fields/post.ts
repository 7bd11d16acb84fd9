import type { INodeProperties } from 'n8n-workflow';

import { filter } from '../../../kit/n8n/emptyFilters';
import { choice, flag, json, options } from '../../../kit/n8n/fields/basic';
import type { Field } from '../../../kit/n8n/fields/field';

const validateOnly = flag(
	'Dry Run',
	'dryRun',
	'Whether SYSPRO only checks the document, with all its rules, and stores nothing',
);
const ignoreWarnings = flag('Ignore Warnings', 'ignoreWarnings', 'Whether SYSPRO stores the document despite warnings');
const parameters = filter(
	json(
		'Further Parameters',
		'parameters',
		'Elements for the parameters of the business object, by their names, such as {"PostingPeriod": "C"}. They override what the node sets, except ValidateOnly: for that, use Dry Run.',
	),
	'SYSPRO would use its defaults, which {} asks for',
);

/** What every post has. */
export const postOptions = (...properties: INodeProperties[]): Field =>
	options(validateOnly, ignoreWarnings, parameters, ...properties);

/** What to do with a document that SYSPRO has already; `more` is another way to continue. */
export const ifExists = (when: string, ...more: Array<{ name: string; value: string }>): INodeProperties =>
	choice('If It Exists', 'whenExists', `What to do if ${when}`, [
		{ name: 'Return It', value: 'return' },
		...more,
		{ name: 'Stop', value: 'refuse' },
	]);
