import type { INodeProperties } from 'n8n-workflow';

import { flag, json, options } from '../../../kit/n8n/fields/basic';
import type { Field } from '../../../kit/n8n/fields/field';

const validateOnly = flag(
	'Dry Run',
	'dryRun',
	'Whether SYSPRO only checks the document, with all its rules, and stores nothing',
);
const ignoreWarnings = flag(
	'Ignore Warnings',
	'ignoreWarnings',
	'Whether SYSPRO stores the document in spite of warnings',
);
const parameters = json(
	'Further Parameters',
	'parameters',
	'Elements for the parameters of the business object, by their names, such as {"PostingPeriod": "C"}. They override what the node sets.',
);

/** What every post has. */
export const postOptions = (...properties: INodeProperties[]): Field =>
	options(validateOnly, ignoreWarnings, parameters, ...properties);
