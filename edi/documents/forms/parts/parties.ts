import { code, text } from '../../mapping/codecs';
import { value } from '../../mapping/member';
import { listOf, type Form } from '../../mapping/form';
import { pieces } from '../../mapping/pieces';
import { fields, optional, type LoopRule } from '../../mapping/rules';
import { PARTIES, PARTY_ID_TYPES } from '../../tables/codes';
import { contacts, references, texts } from './values';

/** Length of N102, N201 and N202. */
const NAME = 60;

/**
 * N1 loop: who takes part, found by the role: `{ shipTo: { name, address, city } }`. A name over 60 characters continues
 * in N2.
 */
export const parties: LoopRule = {
	as: 'loop',
	into: 'keyed',
	name: 'parties',
	key: { at: 1, table: PARTIES },
	level: {
		opens: 'N1',
		prepare: withShortName,
		rules: [
			fields('N1', value(2, 'name', text), value(3, 'idType', code(PARTY_ID_TYPES)), value(4, 'id', text)),
			texts('N2', 'additionalNames', [1, 2], NAME, { isAlwaysList: true }),
			texts('N3', 'address', [1, 2], 55, { isAlwaysList: true }),
			optional(
				'N4',
				value(1, 'city', text),
				value(2, 'state', text),
				value(3, 'postalCode', text),
				value(4, 'country', text),
				value(5, 'locationType', text),
				value(6, 'location', text),
			),
			references,
			contacts,
		],
	},
};

function withShortName(party: Form): Form {
	const { name, additionalNames } = party;
	if (typeof name !== 'string' || name.length <= NAME) return party;
	const [first, ...rest] = pieces(name, NAME);
	return { ...party, name: first, additionalNames: [...rest, ...listOf(additionalNames)] };
}
