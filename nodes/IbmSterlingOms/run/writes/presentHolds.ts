import type { Call } from '../../../../clients/oms/call';
import { ENTITIES } from '../../../../clients/oms/entities';
import { ServiceError } from '../../../../kit/errors';
import { asArray, isElement, type Document, type Value } from '../../../../kit/xml/document';
import { getPath } from '../../../../kit/xml/path';
import { isNamed, nameOf } from '../../documents/naming';
import { attributes, templateOf } from '../../documents/shape';
import type { RunContext } from '../../operation';
import { findOne } from '../exactlyOne';
import { isNamedBy, linesIn } from '../lines/named';
import { optionalRead } from '../reads/optionalRead';

const HOLDS = 'OrderHoldTypes.OrderHoldType';
/** Statuses of a hold; the last two are decisions about one that is there. */
const STATUSES: Record<string, string> = { 1100: 'active', 1200: 'rejected', 1300: 'resolved' };
const DECISIONS = ['1200', '1300'];

const OF_ORDER = attributes(`OrderHeaderKey ${HOLDS}.HoldType ${HOLDS}.Status`);
const OF_LINES = attributes(`OrderLineKey PrimeLineNo SubLineNo ${HOLDS}.HoldType ${HOLDS}.Status`).map(
	(path) => `OrderLines.OrderLine.${path}`,
);

const holdsIn = (document: Document): Document[] => asArray<Value>(getPath(document, HOLDS)).filter(isElement);
const decidedIn = (document: Document): Document[] =>
	holdsIn(document).filter(({ HoldType, Status }) => HoldType && DECISIONS.includes(String(Status)));

/**
 * Checks that an order has the holds that a change resolves or rejects: Sterling puts a hold that is not there on the order,
 * whatever status the change gives it (IBM support, swg21991521). Reads the order only where the change has such a hold. For
 * a new order, which has none, a hint says so.
 * @throws ServiceError `notFound` where it has not
 */
export async function checkHolds({ api, input }: Call, context: RunContext): Promise<void> {
	const lines = linesIn(input).filter((line) => decidedIn(line).length > 0);
	const decided = [input, ...lines].flatMap(decidedIn);
	if (decided.length === 0) return;
	if (api === 'createOrder') {
		const names = [...new Set(decided.map(({ HoldType }) => HoldType))].join(', ');
		context.hint(`Sterling applies every hold of a new order, whatever its status. Check ${names} in the order.`);
	}
	if (api !== 'changeOrder') return;
	const { key, natural, row, listApi } = ENTITIES.order;
	const byKey = nameOf([key], input);
	if (!(key in byKey) && !isNamed(ENTITIES.order, input)) return;
	const name = key in byKey ? byKey : nameOf(natural, input);
	const template = { [row]: templateOf({ attributes: lines.length > 0 ? [...OF_ORDER, ...OF_LINES] : OF_ORDER }) };
	const read = async () => await findOne(ENTITIES.order, { input: name, request: { template } }, context, true);
	const order = await optionalRead(listApi, 'it was not checked whether the order has the hold', read, context);
	// Sterling has an error of its own for an order that does not exist.
	if (!order) return;
	refuseMissing(decidedIn(input), order, 'order');
	for (const line of lines) {
		const known = linesIn(order).find((one) => isNamedBy(one, line));
		if (known) refuseMissing(decidedIn(line), known, `line ${String(known.PrimeLineNo)} of the order`);
	}
}

function refuseMissing(decided: readonly Document[], present: Document, what: string): void {
	const holds = holdsIn(present);
	const missing = decided.find(({ HoldType }) => !holds.some((hold) => hold.HoldType === HoldType));
	if (!missing) return;
	const list = holds.map(
		({ HoldType, Status }) => `${String(HoldType)} (${STATUSES[String(Status)] ?? String(Status)})`,
	);
	const own = list.length > 0 ? `It has ${list.join(', ')}.` : 'It has no holds.';
	throw new ServiceError('notFound', `The ${what} has no hold ${String(missing.HoldType)}`, {
		effect: 'none',
		hint: `Sterling would put the hold on the order instead. ${own} Check the hold type and the order.`,
	});
}
