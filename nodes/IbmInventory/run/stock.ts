import { instantIn } from '../../../kit/n8n/instant';
import { createHash } from 'node:crypto';

import {
	changeStock,
	readStock,
	recordKey,
	segment,
	stockCall,
	type Outcome,
	type StockChange,
	type StockKind,
	type StockReceipt,
	type StockRecord,
} from '../../../clients/inventory';
import { isSaying } from '../../../kit/http/sayings';
import type { Row } from '../../../kit/n8n/items';
import { refuse } from '../../../kit/n8n/refusal';
import { defined, isRecord } from '../../../kit/record';
import { REFERENCES, TIMES } from '../fields/stock';
import type { RunContext, Work } from '../operation';
import { limited } from './lists';
import { itemOf, optionalNumber, optionText, segmentOf, signedNumber } from './values';

type How = 'sync' | 'adjust';

/** Switches of a call, as its query. */
const SWITCHES = ['forcePublish', 'recordTransaction'];

const NETWORK = 'Demands whose Ship Node is empty count against the whole network.';

/** One record of an item, with what is the same for its call. */
function changeOf(context: RunContext, kind: StockKind, how: How): StockChange {
	const { parameters } = context;
	const isSupply = kind === 'supplies';
	const quantity = signedNumber(context, 'quantity');
	const node = isSupply ? parameters.requiredText('shipNode') : parameters.text('shipNode');
	// Orders that are not scheduled yet have no node; a mistake in the expression looks the same.
	if (node === '' && parameters.isExpression('shipNode')) context.hint(NETWORK);
	const times = [...TIMES[kind].map(([name]) => name), 'sourceTs'].map((name) => [
		name,
		instantIn(context.parameters, `options.${name}`),
	]);
	const texts = [...REFERENCES.map(([name]) => name), 'adjustmentReason'];
	const record: StockRecord = {
		...itemOf(context),
		type: context.parameters.requiredText('type'),
		...(node === '' ? {} : { shipNode: node }),
		...segmentOf(context),
		...Object.fromEntries(texts.map((name) => [name, optionText(context, name)])),
		...(Object.fromEntries(times) as Record<string, string | undefined>),
		[how === 'sync' ? 'quantity' : 'changedQuantity']: quantity,
		...consumed(context),
	};
	const isOn = (name: string): boolean => parameters.option('options', name, false);
	const flags = SWITCHES.filter(isOn).map((name) => [name, 'true']);
	return {
		record,
		options: {
			batchId: optionText(context, 'batchId'),
			enableFulfillmentOption: isOn('enableFulfillmentOption') ? true : undefined,
			...(flags.length > 0 ? { query: Object.fromEntries(flags) as Record<string, string> } : {}),
			transactionIdOf: isOn('transactionId') ? (records) => transactionIdOf(context, records) : undefined,
		},
	};
}

/** The reservation that becomes this demand, in one step with it. @throws Refusal where nothing of it would be consumed */
function consumed(context: RunContext): { reservations?: object[] } {
	const id = context.parameters.text('reservationId');
	if (id === '') return {};
	const quantity = optionalNumber(context, 'consumedQuantity') || signedNumber(context, 'quantity');
	if (quantity > 0) return { reservations: [{ id, quantity }] };
	return context.parameters.field('consumedQuantity', () => refuse('must be more than 0, because the change is not'));
}

/** The same for the same records of the same item of an execution, and for nothing else. */
function transactionIdOf({ itemName }: RunContext, records: readonly StockRecord[]): string {
	return createHash('sha256')
		.update(JSON.stringify([itemName, records]))
		.digest('hex')
		.slice(0, 32);
}

const TWICE =
	'Several input items set the quantity of the same record, and only the newest one is sent: the others are "superseded". If they are parts of one quantity, add them up first.';

/** The records of all items go out together, in as few calls as the limits allow. */
const together = (kind: StockKind, how: How): Work => ({
	async runAll(contexts, { stopOnFailure }) {
		// All input is read before anything is sent, so that a typing error in the last item changes nothing.
		const outcomes: Array<Outcome<Row[]>> = contexts.map(() => ({ status: 'skipped' }));
		const changes: StockChange[] = [];
		const places: number[] = [];
		contexts.forEach((context, i) => {
			try {
				changes.push(changeOf(context, kind, how));
				places.push(i);
			} catch (error) {
				outcomes[i] = { status: 'failed', error };
			}
		});
		if (changes.length === 0 || (stopOnFailure && changes.length < contexts.length)) return outcomes;
		if (how === 'sync' && new Set(changes.map(recordKey)).size < changes.length) contexts[0].hint(TWICE);
		const done = await changeStock(contexts[0].client, kind, how, changes, { stopOnFailure });
		done.forEach((outcome, at) => {
			outcomes[places[at]] = outcome.status === 'done' ? { status: 'done', value: [receipt(outcome.value)] } : outcome;
		});
		return outcomes;
	},
	call: (context) => {
		const { record, options } = changeOf(context, kind, how);
		return stockCall(kind, how, [record], options);
	},
});

/** What was accepted; it takes effect later. */
function receipt({ record, isSuperseded, supplySyncTransactionId, batchId }: StockReceipt): Row {
	const superseded = isSuperseded ? true : undefined;
	return defined({ accepted: !isSuperseded, superseded, ...record, supplySyncTransactionId, batchId });
}

const many = (kind: StockKind): Work => ({
	run: async (context) => {
		const { parameters, client } = context;
		const rows = await readStock(client, kind, {
			...itemOf(context),
			shipNode: parameters.text('shipNode') || undefined,
			...segmentOf(context),
		});
		return limited(context, rows);
	},
});

const worksOf = (kind: StockKind) => ({
	adjust: together(kind, 'adjust'),
	getMany: many(kind),
	sync: together(kind, 'sync'),
});

export const stockWork = { supplies: worksOf('supplies'), demands: worksOf('demands') };

/** Whether a body under HTTP 200 only says what went wrong. */
const isFailure = (body: Row): boolean => isSaying(body) && !('status' in body || 'state' in body);

export const syncStatus: Work = {
	run: async (context) => {
		const id = context.parameters.requiredText('supplySyncTransactionId');
		const read = async (what: string) => {
			const path = `v1/supplies/transaction/${segment(id)}/${what}`;
			// Which members it has is not documented; a status alone is one.
			const expects = (body: unknown) => Array.isArray(body) || (isRecord(body) && !isFailure(body));
			return (await context.client.send({ service: 'inventory', method: 'GET', path, kind: 'read', expects })).body;
		};
		const status = await read('status');
		const row = isRecord(status) ? status : { status };
		return [context.parameters.flag('includeRecords') ? { ...row, records: await read('records') } : row];
	},
};
