import type { Call } from '../../../../clients/oms/call';
import type { Entity } from '../../../../clients/oms/entities';
import { ServiceError } from '../../../../kit/errors';
import type { Recover } from '../../../../kit/http/retry';
import type { Document } from '../../../../kit/xml/document';
import { isNamed, lookUpCall } from '../../documents/naming';
import type { RunContext } from '../../operation';

/** Times have whole seconds, and the servers of one Sterling agree on the time to about as much. */
const TOLERANCE_MS = 5_000;

/**
 * How a create is settled whose response was lost: its document is looked up by its natural key. Undefined where the
 * document lacks a part of that key.
 */
export function recoverCreate(
	client: RunContext['client'],
	entity: Entity,
	document: Document,
	api: string,
): Recover<Document> | undefined {
	if (!isNamed(entity, document)) return undefined;
	return async (elapsed) => await findOwn(client, lookUpCall(entity, document), api, elapsed);
}

/**
 * The document of a create whose response was lost, found by `lookUp`; undefined if there is none (yet).
 * It is this create's own if it was made since: that `Createts` and the Date header come from one clock is inferred,
 * see docs/fidelity.md.
 * @param elapsed milliseconds since the create began
 * @throws ServiceError `duplicate` for a document that existed before, `uncertain` if its age is unknown
 */
export async function findOwn(
	client: RunContext['client'],
	lookUp: Call,
	api: string,
	elapsed: () => number,
): Promise<Document | undefined> {
	const { document, serverDate } = await client.send(lookUp);
	const [found] = Object.values(document).filter(Array.isArray).flat();
	if (found === undefined) return undefined;
	const { Createts, ...own } = found as Document;
	const made = timeOf(Createts);
	if (made === undefined || serverDate === undefined) throw unsure(api);
	if (made < serverDate.getTime() - elapsed() - TOLERANCE_MS) throw older(api, String(Createts));
	return own;
}

/** Epoch milliseconds; undefined without an offset, because the zone of Sterling's server is not known here. */
function timeOf(value: unknown): number | undefined {
	const hasZone = typeof value === 'string' && /(?:Z|[+-]\d\d:?\d\d)$/.test(value);
	const time = hasZone ? Date.parse(value) : NaN;
	return Number.isNaN(time) ? undefined : time;
}

function older(api: string, Createts: string): ServiceError {
	return new ServiceError('duplicate', `The record existed before: it was created at ${Createts}`, {
		api,
		attributes: { Createts },
		hint: 'The response to this create was lost, and the create changed nothing. Use another number, or update the record.',
	});
}

function unsure(api: string): ServiceError {
	return new ServiceError('uncertain', 'The response to a create was lost, and a record with its number exists', {
		api,
		hint: 'It may be older, since Sterling does not show when it was created. Compare it before you send it again.',
	});
}
