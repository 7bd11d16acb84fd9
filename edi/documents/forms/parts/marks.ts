import { text } from '../../mapping/codecs';
import { brief } from '../../mapping/entry';
import { value } from '../../mapping/member';
import { having, keyed, type SegmentRule } from '../../mapping/rules';
import { sscc } from '../../sscc';
import { MARKS } from '../../tables/codes';
import { texts } from './values';

/** Element 88 for an SSCC-18. */
const SSCC = 'GM';

/** MAN: what is written on a package. SSCC-18s have a member of their own, which is tried first. */
export const marks: SegmentRule[] = [
	texts('MAN', 'sscc', [2], 48, { fixed: { 1: SSCC }, when: having(1, SSCC), codec: sscc }),
	keyed('MAN', 'marks', () => MARKS, brief(value(2, 'mark', text, { isRequired: true }), value(3, 'to', text))),
];
