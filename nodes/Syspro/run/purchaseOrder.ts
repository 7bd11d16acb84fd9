import type { PurchaseOrderChange, ReceiptInput, SysproRecord } from '../../../clients/syspro';
import { dayIn } from '../../../kit/n8n/instant';
import { needed, proposalOf, receiptFrom, shippedItems } from '../edi';
import type { Result, RunContext } from '../operation';
import { ediSettings } from './ediSettings';
import { formIn } from './form';
import { postOptionsIn, postRow } from './post';

/**
 * Compares an 855 with our order. What would change is written only where the user says so, and where no line needs the
 * decision of a person or the user says that this does not matter.
 */
export async function applyAcknowledgement(context: RunContext): Promise<Result> {
	const { client, parameters, hint } = context;
	const form = formIn(parameters, ['purchaseOrderAcknowledgement']);
	const order = await orderOf(needed(form.number, 'number', 'The acknowledgement'), context);
	const { change, doubt, ...proposal } = proposalOf(form, order, ediSettings(parameters));
	if (doubt !== undefined) hint(doubt);
	const row = { ...proposal, change: change ?? null, isApplied: false };
	if (!parameters.flag('apply', false) || !change) return [row];
	if (proposal.questions.length > 0 && !parameters.flag('options.applyInSpite', false)) {
		hint(`Purchase order ${proposal.purchaseOrder} was not changed, because a person has to decide first.`);
		return [row];
	}
	const input: PurchaseOrderChange = {
		...change,
		...(order.header.supplier ? { supplier: order.header.supplier } : {}),
		status: parameters.option('options', 'status', '4'),
	};
	const result = await client.changePurchaseOrder(input, postOptionsIn(parameters));
	return [{ ...row, isApplied: !result.validateOnly, ...postRow(result, input) }];
}

/** Books what an 856 lists as received. */
export async function receive(context: RunContext): Promise<Result> {
	const { client, parameters } = context;
	const form = formIn(parameters, ['shipNotice']);
	const numbers = [...new Set(shippedItems(form).map(({ orderNumber }) => orderNumber))];
	const orders = new Map<string, SysproRecord<'purchaseOrder'>>();
	for (const number of numbers) orders.set(number, await orderOf(number, context));
	const { items, ...receipt } = receiptFrom(form, orders, ediSettings(parameters));
	const warehouse = parameters.text('options.warehouse');
	const input: ReceiptInput = {
		...receipt,
		date: dayIn(parameters, 'options.date'),
		whenExists: parameters.option('options', 'whenExists', 'return'),
		items: items.map((item) => ({
			...item,
			...(warehouse === '' ? {} : { warehouse }),
			intoInspection: parameters.flag('options.intoInspection', false),
		})),
	};
	const result = await client.postReceipt(input, postOptionsIn(parameters));
	return [{ ...postRow(result, input), shipment: form.number, items: input.items }];
}

/** Our order by the number that the partner has for it: partners strip and add zeros. */
const orderOf = async (number: string, { client, once }: RunContext): Promise<SysproRecord<'purchaseOrder'>> =>
	await once(`purchaseOrder:${number}`, async () => await client.read('purchaseOrder', number, { match: 'tolerant' }));
