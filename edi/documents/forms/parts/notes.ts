import { code, date, text } from '../../mapping/codecs';
import { record } from '../../mapping/entry';
import { value } from '../../mapping/member';
import { fields, list, listed, type LoopRule } from '../../mapping/rules';
import { REFERENCES } from '../../tables/codes';
import { messages } from './values';

/** Element 128 for a note that refers to nothing. */
const LETTERS_OR_NOTES = 'L1';

/** N9 loop: a reference with the messages that belong to it. */
export const notes: LoopRule = list(
	{
		opens: 'N9',
		rules: [
			fields(
				'N9',
				value(1, 'type', code(REFERENCES), { otherwise: LETTERS_OR_NOTES }),
				value(2, 'reference', text),
				value(3, 'text', text),
				value(4, 'date', date),
			),
			...messages,
		],
	},
	'notes',
);

/** NTE: remarks of the whole document, or of a line. */
export const comments = listed(
	'NTE',
	'comments',
	record(value(1, 'type', text), value(2, 'text', text, { isRequired: true })),
);
