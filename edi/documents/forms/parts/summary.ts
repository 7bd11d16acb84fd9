import { integer, number, text, unit } from '../../mapping/codecs';
import { value, type Member } from '../../mapping/member';
import { fields, inline, type LoopRule } from '../../mapping/rules';
import { amounts } from './values';

/** CTT: what is counted is computed when the document is written. */
export const counts: Member[] = [
	value(1, 'lineCount', integer),
	value(2, 'hashTotal', number),
	value(3, 'weight', number),
	value(4, 'weightUnit', unit),
	value(7, 'summaryText', text),
];

/** The end of an order: CTT with the amounts that belong to it. */
export const summary: LoopRule = inline({ opens: 'CTT', rules: [fields('CTT', ...counts), amounts] });
