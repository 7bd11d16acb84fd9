import { ENTITIES } from '../../../clients/oms/entities';
import type { Documents } from '../documents/output';
import type { Document } from '../../../kit/xml/document';
import { documentInput } from '../fields/document';
import { attribute, attributeOf, steering } from '../../../kit/n8n/fields/field';
import { conditions, sort } from '../fields/filters';
import { RETURN, returnIdentity } from '../fields/identity';
import { linesOf, type LineSource } from '../fields/lineSource';
import { returnStatuses } from '../fields/locators';
import { output, returnAll, writeOutput } from '../fields/output';
import { orderEverything, orderSummary } from '../documents/shapes/order';
import { returnWithLines } from '../documents/shapes/return';
import { addresses } from '../fields/address';
import { getOptions, listOptions, unknownCustomFields, writeOptions } from '../fields/options';
import { moreOfOrder, newOrder, orderFilters, orderScope } from '../fields/order';
import { charges, notes, references } from '../fields/orderParts';
import { returnLines } from '../fields/returnLines';
import { STATUS_CODE } from '../fields/statusCode';
import { returnedLines } from '../fields/returnedLines';
import { levels } from './levels';
import { inScope } from '../documents/naming';
import type { Operation, Resource, RunContext } from '../operation';

const RETURNS: Documents = {
	entity: ENTITIES.return,
	levels: { summary: orderSummary, details: returnWithLines, everything: orderEverything },
};

const LEVELS = levels('The summary, lines with the order lines they come from, addresses, holds and notes');

const RETURN_TYPE = 'Document type of the return. Leave empty for 0003, Sterling’s own.';
const TEMPLATE = '{"OrderNo": "", "PriceInfo": {"TotalAmount": ""}}';

const LINES: LineSource = { field: returnLines() };

const asReturn = (document: Document, context: RunContext): Document => inScope(document, context, RETURN);

const returnStatus = () =>
	attributeOf(returnStatuses('Status', 'status', 'Only returns with a line in this status'), 'Status', STATUS_CODE);

const operations: Operation[] = [
	{
		type: 'write',
		value: 'create',
		name: 'Create',
		action: 'Create a return',
		description: 'Create a return of order lines that were shipped',
		api: 'createOrder',
		kind: 'write',
		afterLoss: 'made',
		needsLines: 'OrderLines.OrderLine',
		lines: LINES,
		result: RETURNS,
		inputRoot: 'Order',
		fields: [
			newOrder('Return', 'RET-1001'),
			...documentInput(
				'e.g. {"OrderLines": {"OrderLine": [{"OrderedQty": "1", "DerivedFrom": {"OrderLineKey": "2026…"}}]}}',
				[
					addresses(),
					...moreOfOrder('create', [
						...orderScope(RETURN_TYPE),
						charges(),
						notes(),
						references(),
						attribute('Customer From Order', 'defaultCustomerInformation', 'DefaultCustomerInformation', {
							type: 'boolean',
							default: true,
							description: 'Whether to copy customer and addresses from the original order',
						}),
						attribute('Process Payment', 'processPayment', 'ProcessPaymentOnReturnOrder', {
							type: 'boolean',
							default: true,
							description: 'Whether Sterling processes the refund on the return itself',
						}),
					]),
				],
				linesOf(LINES, { same: 'the same return number', document: 'return' }),
			),
			writeOptions({ output: writeOutput(LEVELS), more: [unknownCustomFields] }),
		],
		build: async (document, context) =>
			await (await import('../run/lines/origin')).withOrigin(asReturn(document, context), context),
		names: RETURNS.entity.natural,
		lookUp: RETURNS.entity,
	},
	{
		type: 'get',
		value: 'get',
		name: 'Get',
		action: 'Get a return',
		description: 'Read one return',
		api: RETURNS.entity.listApi,
		kind: 'read',
		identity: returnIdentity(),
		fields: [...output(LEVELS, { example: TEMPLATE }), getOptions({ history: true, status: true })],
		result: RETURNS,
	},
	{
		type: 'getMany',
		value: 'getMany',
		name: 'Get Many',
		action: 'Get many returns',
		description: 'Read the returns that match filters',
		api: RETURNS.entity.listApi,
		kind: 'read',
		fields: [
			...returnAll(),
			orderFilters('Return', [returnStatus()], RETURN_TYPE),
			conditions('OrderLine.DerivedFromOrderHeaderKey'),
			sort('OrderDate'),
			...output(LEVELS, { example: TEMPLATE }),
			listOptions({ history: true, status: true }),
		],
		build: asReturn,
		result: RETURNS,
	},
	{
		type: 'custom',
		value: 'receive',
		name: 'Receive',
		action: 'Receive a return',
		description: 'Record what came back: finds or starts the receipt of each node, receives the lines and closes it',
		api: ['getOrderList', 'findReceipt', 'startReceipt', 'receiveOrder', 'closeReceipt'],
		kind: 'write',
		identity: returnIdentity(),
		fields: [
			returnedLines(),
			steering({
				displayName: 'Close Receipts',
				name: 'closeReceipt',
				type: 'boolean',
				default: true,
				description: 'Whether to close the receipts, because nothing more is expected on them',
			}),
			writeOptions({ delivery: false }),
		],
		run: async (context) => await (await import('../run/writes/receiveReturn')).receiveReturn(context),
	},
];

export const returnOrder: Resource = { value: 'return', name: 'Return', operations };
