import type { Entity } from '../../../../clients/oms/entities';
import { compare, isCancelled, templateFor } from '../../../../clients/oms/likeness';
import { ServiceError } from '../../../../kit/errors';
import { NotShown, type Recover } from '../../../../kit/http/retry';
import type { Document } from '../../../../kit/xml/document';
import { getPath } from '../../../../kit/xml/path';
import { bare, nameOf, recordsCall } from '../../documents/naming';
import type { RunContext, WriteOperation } from '../../operation';
import { recoverCreate } from './lostCreate';

/** The entity of the document that an operation writes; undefined where it has none, as with stock. */
export function entityOf({ entity, lookUp, identity }: WriteOperation): Entity | undefined {
	return entity ?? lookUp ?? identity?.entity;
}

/**
 * How a write is settled whose response was lost, or that was refused after it had been sent again: the record is looked
 * up and judged by the kind of the operation ({@link WriteOperation.afterLoss}). Undefined where the document does not
 * name its record.
 */
export function recoverOf(
	operation: WriteOperation,
	document: Document,
	api: string,
	context: RunContext,
): Recover<Document> | undefined {
	const entity = entityOf(operation);
	if (!entity) return undefined;
	if (operation.afterLoss === 'made') return recoverCreate(context.client, entity, document, api);
	const sent = bare(document);
	const named = namesIn(entity, sent);
	if (!named) return undefined;
	return async (_elapsed, after) => {
		const judge = judgeOf(operation, sent, Object.keys(named));
		const record = await read(entity, named, { ...judge.template }, context);
		const verdict = judge.judge(record, after);
		if (verdict instanceof NotShown || verdict === undefined) return verdict;
		const again = after ? `${api} was sent again and then refused.` : `No usable response to ${api} arrived.`;
		context.hint(`${again} ${verdict}`);
		return { ...named, ...(record && nameOf([entity.key, ...entity.natural], record)) };
	};
}

/** The attributes that name one record: its primary key, or its whole natural key. */
function namesIn({ key, natural }: Entity, document: Document): Document | undefined {
	const byKey = nameOf([key], document);
	if (key in byKey) return byKey;
	const byNature = nameOf(natural, document);
	return natural.every((name) => name in byNature) ? byNature : undefined;
}

async function read(
	entity: Entity,
	named: Document,
	wanted: Document,
	{ client }: RunContext,
): Promise<Document | undefined> {
	const { row, filters = [] } = entity;
	// As a filter the order's number of a release is SalesOrderNo (factory API description).
	const { OrderNo, ...others } = named;
	const input = OrderNo && filters.includes('SalesOrderNo') ? { SalesOrderNo: OrderNo, ...others } : named;
	const call = recordsCall(entity, named, { input: { ...input, MaximumRecords: '2' }, time: 'Modifyts', wanted });
	const rows = (await client.send(call)).document[row];
	const [found, ...more] = Array.isArray(rows) ? (rows as Document[]) : [];
	if (more.length > 0)
		throw new ServiceError(
			'uncertain',
			`Several records have this name, so the change to one of them cannot be checked`,
		);
	return found;
}

interface Judge {
	/** What the record is asked for. */
	template: Document;
	/** A hint where the write is done; what is seen instead; undefined where there is no record (yet). */
	judge: (record: Document | undefined, after?: ServiceError) => string | NotShown | undefined;
}

const STATUSES = ['Status', 'MinOrderStatus', 'MaxOrderStatus'];
const STATUS_TEMPLATE: Document = Object.fromEntries(STATUSES.map((name) => [name, '']));

function judgeOf({ afterLoss }: WriteOperation, sent: Document, named: string[]): Judge {
	switch (afterLoss) {
		case 'gone':
			return { template: {}, judge: judgeGone };
		case 'cancelled':
			// Listed lines are changed, and the record continues with the others.
			return getPath(sent, 'OrderLines.OrderLine')
				? likenessTo(sent, named)
				: { template: STATUS_TEMPLATE, judge: judgeCancelled };
		case 'holds':
			return likenessTo(sent, named);
		default:
			return {
				template: STATUS_TEMPLATE,
				judge: (record) => record && new NotShown(`${CANNOT_TELL}. ${stateOf(record)}`, false),
			};
	}
}

const CANNOT_TELL = 'the record cannot show whether it was carried out';

function judgeGone(record: Document | undefined, after?: ServiceError): string | NotShown {
	if (record) return new NotShown(`the record is still there. ${stateOf(record)}`);
	// A lock is a record's; after any other refusal it may never have been there.
	if (after && after.passing !== true) {
		throw new ServiceError(
			'uncertain',
			'Sterling has no such record: either the first attempt deleted it, or it never existed',
			{
				hint: `The first attempt was refused: ${after.message} The second one found nothing. Check the number or key.`,
			},
		);
	}
	return 'The record no longer exists, so it counts as deleted.';
}

function judgeCancelled(record: Document | undefined, after?: ServiceError): string | NotShown | undefined {
	if (!record) return absent(after);
	const { Status, MinOrderStatus, MaxOrderStatus } = record;
	// The status of an order is a description, that of a shipment a code.
	const isDone = MinOrderStatus === undefined ? isCancelled(Status) : isCancelled(MinOrderStatus, MaxOrderStatus);
	if (isDone) return 'The record has the status Cancelled.';
	return new NotShown(`the record is not cancelled. ${stateOf(record)}`);
}

function likenessTo(sent: Document, named: string[]): Judge {
	const judge = (record: Document | undefined, after?: ServiceError) => {
		if (!record) return absent(after);
		const { same, different, untold } = compare(sent, record, named);
		if (different.length > 0) return new NotShown(`the record does not show the change: ${listed(different)}`);
		if (untold.length > 0) return new NotShown(`${CANNOT_TELL} (${listed(untold)}). ${stateOf(record)}`, false);
		if (same.length === 0) return new NotShown(`${CANNOT_TELL}, because it sent no attribute`, false);
		return 'The record has everything that was sent.';
	};
	return { template: templateFor(sent), judge };
}

/** A record to change must exist beforehand: after a refusal, its absence is the reason. */
function absent(after: ServiceError | undefined): NotShown | undefined {
	return after && new NotShown('no such record exists');
}

/** What was seen of a record, for people. */
function stateOf(record: Document): string {
	const shown = [...STATUSES, 'Modifyts'].filter((name) => typeof record[name] === 'string' && record[name] !== '');
	const state = shown.map((name) => `${name} ${String(record[name])}`).join(', ');
	return state === '' ? 'It is there' : `It has ${state}`;
}

function listed(texts: readonly string[]): string {
	return texts.slice(0, 3).join(', ') + (texts.length > 3 ? ` and ${texts.length - 3} more` : '');
}
