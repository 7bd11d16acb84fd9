import type { Call } from '../../../../clients/oms/call';
import { ENTITIES } from '../../../../clients/oms/entities';
import { ServiceError } from '../../../../kit/errors';
import type { Row } from '../../../../kit/n8n/items';
import { getPath } from '../../../../kit/xml/path';
import { inField, refuse } from '../../../../kit/n8n/refusal';
import { asArray, isElement, type Document, type Value } from '../../../../kit/xml/document';
import { attributes, templateOf } from '../../documents/shape';
import type { CustomOperation, RunContext } from '../../operation';
import { readOne } from '../exactlyOne';
import { buildInput, identify } from '../input';
import { recoverCreate } from './lostCreate';
import { isNamed, linesIn, onlyLineOf } from '../lines/named';
import { DRY_RUN } from '../notices';
import { allocate, type Released } from '../lines/released';
import { sourceLabel } from '../../fields/contentSource';

const ORDER = attributes('OrderHeaderKey OrderNo EnterpriseCode DocumentType SellerOrganizationCode');
const LINE = attributes('OrderLineKey PrimeLineNo SubLineNo MaxLineStatus ShipNode Item.ItemID Item.UnitOfMeasure');
const STATUS = attributes('OrderReleaseKey Status StatusQty ShipNode');

const TEMPLATE: Document = {
	Order: templateOf({
		attributes: ORDER,
		lists: {
			Lines: {
				path: 'OrderLines.OrderLine',
				shape: {
					attributes: LINE,
					lists: { Statuses: { path: 'OrderStatuses.OrderStatus', shape: { attributes: STATUS } } },
				},
			},
		},
	}),
};

/** Statuses of quantities that are released and not in a shipment yet (factory pipeline of sales orders). */
const RELEASED = { from: 3200, below: 3350 };

/**
 * Ships what is released of an order: one confirmed shipment for each node (createShipment with ConfirmShip). A second
 * run after a failure ships only what is left, because what was shipped is no longer released.
 */
export async function shipOrder(
	context: RunContext,
	group: readonly RunContext[],
	operation: CustomOperation,
): Promise<Row[]> {
	const { parameters, client } = context;
	// What is sent follows from what is released, so nothing of the write itself is decided here.
	const asWrite = {
		...operation,
		type: 'write',
		kind: 'write',
		api: 'createShipment',
		afterLoss: 'uncertain',
	} as const;
	const wanted = await buildInput({ ...asWrite, inputRoot: 'Order' }, context, group);
	const isDry = parameters.flag('options.dryRun', false);
	if (isDry) context.hint(DRY_RUN);
	let found = await read(operation, context);
	const shown: Row[] = [];
	if (releasedIn(found).length === 0 && parameters.flag('releaseFirst', false)) {
		const release = releaseCall(found);
		if (isDry) shown.push({ dryRun: true, request: client.prepare(release) });
		else await client.send(release);
		if (!isDry) found = await read(operation, context);
	}
	const released = releasedIn(found).filter(({ node }) => wanted.ShipNode === undefined || node === wanted.ShipNode);
	if (released.length === 0) {
		if (shown.length > 0) return shown;
		throw new ServiceError('invalidInput', 'Nothing of the order is released and not yet shipped', {
			hint: 'Release the order first, or turn on "Release First". To confirm an existing shipment, use Shipment → Confirm.',
		});
	}
	const label = sourceLabel(parameters);
	const chosen = inField(label, () => allocate(released, asked(wanted, found)));
	const nodes = [...new Set(chosen.map(({ node }) => node))];
	if (nodes.length > 1 && wanted.ShipmentNo !== undefined) {
		inField(parameters.label('shipmentNo'), () =>
			refuse(
				`the order ships from several nodes: ${nodes.join(', ')}`,
				'Each node needs its own shipment. Leave the number empty, or choose one Ship Node.',
			),
		);
	}
	const rows: Row[] = [];
	for (const node of nodes) {
		const call = shipmentCall(wanted, found, node, chosen, context);
		if (isDry) shown.push({ dryRun: true, request: client.prepare(call) });
		else rows.push(await ship(call, found, rows, context));
	}
	return isDry ? shown : rows;
}

async function read(operation: CustomOperation, context: RunContext): Promise<Document> {
	return await readOne(
		ENTITIES.order,
		{ input: identify(operation, context), request: { template: TEMPLATE } },
		context,
	);
}

/** What is released of each line, in the order of the lines. */
function releasedIn(found: Document): Released[] {
	return linesIn(found).flatMap((line) =>
		asArray<Value>(getPath(line, 'OrderStatuses.OrderStatus'))
			.filter(isElement)
			.flatMap(({ OrderReleaseKey, Status, StatusQty, ShipNode }): Released[] => {
				const status = parseFloat(String(Status));
				const quantity = Number(StatusQty);
				const isReleased = status >= RELEASED.from && status < RELEASED.below && quantity > 0 && OrderReleaseKey;
				if (!isReleased) return [];
				const node = String(ShipNode || line.ShipNode || '');
				return [{ line: String(line.OrderLineKey), release: String(OrderReleaseKey), node, quantity }];
			}),
	);
}

/** The lines that are to leave, by their keys; undefined for everything. */
function asked(
	wanted: Document,
	found: Document,
): Array<{ line: string; quantity?: string; label: string }> | undefined {
	const lines = linesIn(wanted);
	if (lines.length === 0) return undefined;
	const known = linesIn(found);
	return lines.map((line, i) =>
		inField(`Line ${i + 1}`, () => {
			const { OrderLineKey, PrimeLineNo, SubLineNo = '1', Quantity } = line;
			const byNumber = (one: Document) =>
				OrderLineKey
					? one.OrderLineKey === OrderLineKey
					: one.PrimeLineNo === PrimeLineNo && one.SubLineNo === SubLineNo;
			const same = isNamed(line) ? known.find(byNumber) : onlyLineOf(line, known);
			if (!same) refuse('the order has no such line', 'Check the number or key of the line.');
			const quantity = typeof Quantity === 'string' ? Quantity : undefined;
			return { line: String((same as Document).OrderLineKey), quantity, label: `Line ${i + 1}` };
		}),
	);
}

function releaseCall({ OrderHeaderKey }: Document): Call {
	return {
		api: 'scheduleOrder',
		root: 'ScheduleOrder',
		kind: 'write',
		input: { OrderHeaderKey, ScheduleAndRelease: 'Y' },
	};
}

function shipmentCall(
	{ OrderLines: _lines, ShipNode: _node, ...wanted }: Document,
	found: Document,
	node: string,
	chosen: readonly Released[],
	{ client }: RunContext,
): Call {
	const { EnterpriseCode, DocumentType, SellerOrganizationCode } = found;
	const { OrderHeaderKey: _own, OrderNo: _number, EnterpriseCode: _code, DocumentType: _type, ...details } = wanted;
	const input: Document = {
		...details,
		ShipNode: node,
		SellerOrganizationCode: SellerOrganizationCode || EnterpriseCode,
		EnterpriseCode,
		DocumentType,
		ConfirmShip: 'Y',
		ShipmentLines: {
			ShipmentLine: chosen
				.filter((part) => part.node === node)
				.map(({ line, release, quantity }) => ({
					OrderReleaseKey: release,
					OrderLineKey: line,
					Quantity: String(quantity),
				})),
		},
	};
	const recover = recoverCreate(client, ENTITIES.shipment, input, 'createShipment');
	return {
		api: 'createShipment',
		root: 'Shipment',
		kind: 'write',
		input,
		...(recover ? { recover } : {}),
	};
}

async function ship(
	call: Call,
	{ OrderNo, OrderHeaderKey }: Document,
	done: readonly Row[],
	context: RunContext,
): Promise<Row> {
	try {
		const { document } = await context.client.send(call);
		return { OrderNo, OrderHeaderKey, ...document };
	} catch (error) {
		if (!(error instanceof ServiceError) || done.length === 0) throw error;
		const shipped = done.map(({ ShipmentNo, ShipNode }) => `${String(ShipmentNo)} from ${String(ShipNode)}`).join(', ');
		throw error.with({
			hint: `${error.hint ?? ''} Shipped before this: ${shipped}. Run it again to ship the rest.`.trim(),
		});
	}
}
