import { isElement, type Document, type Value } from '../../kit/xml/document';

/** Attributes that say nothing about which entry of a list is meant. */
const GENERAL =
	/^(?:ErrorRelatedMoreInfo|EnterpriseCode|DocumentType|OrganizationCode|SellerOrganizationCode|OrderNo|OrderHeaderKey)$/;
/** More entries than these are not named. */
const MOST_NAMED = 5;
const MAX_VISITED = 20_000;

/**
 * Which entry of a list in the request the attributes of an error are about, such as "OrderLine 2": the entries that
 * agree with most of them, where not all do alike. Undefined if that is unclear. Positions count from 1.
 */
export function placeOf(attributes: Readonly<Record<string, string>>, document: Document): string | undefined {
	const wanted = new Map(Object.entries(attributes).filter(([name, value]) => !GENERAL.test(name) && value !== ''));
	if (wanted.size === 0) return undefined;
	let best: { score: number; place: string } | undefined;
	let visited = 0;
	const visit = (value: Value, name: string): void => {
		if (typeof value === 'string' || ++visited > MAX_VISITED) return;
		if (Array.isArray(value)) {
			const found = among(value, wanted);
			if (found && found.score > (best?.score ?? 0)) {
				best = { score: found.score, place: `${name} ${found.positions.join(', ')}` };
			}
		}
		for (const [member, inner] of Array.isArray(value)
			? value.map((entry) => [name, entry] as const)
			: Object.entries(value)) {
			visit(inner, member);
		}
	};
	visit(document, '');
	return best?.place;
}

/** The positions of the entries that agree with most of the wanted attributes. */
function among(
	entries: Value[],
	wanted: ReadonlyMap<string, string>,
): { score: number; positions: number[] } | undefined {
	if (entries.length < 2 || entries.length > MAX_VISITED) return undefined;
	const scores = entries.map((entry) => (isElement(entry) ? scoreOf(entry, wanted) : 0));
	const score = scores.reduce((most, one) => Math.max(most, one), 0);
	const positions = scores.flatMap((one, i) => (one === score ? [i + 1] : []));
	const isTelling = score > 0 && positions.length < entries.length && positions.length <= MOST_NAMED;
	return isTelling ? { score, positions } : undefined;
}

/** How many of the wanted attributes an entry has, in itself or in the elements below it; lists apart. */
function scoreOf(entry: Document, wanted: ReadonlyMap<string, string>): number {
	return Object.entries(entry).reduce((sum, [name, value]) => {
		if (typeof value === 'string') {
			const given = wanted.get(name);
			return sum + (given !== undefined && given.split(', ').includes(value) ? 1 : 0);
		}
		return Array.isArray(value) ? sum : sum + scoreOf(value, wanted);
	}, 0);
}
