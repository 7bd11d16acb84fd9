import type { SalesOrderInput } from '../../../clients/syspro';
import { salesOrderFrom } from '../edi';
import type { Result, RunContext } from '../operation';
import { checkCurrency } from './currency';
import { ediSettings } from './ediSettings';
import { formIn } from './form';
import { postOptionsIn, postRow } from './post';
import { senderIn } from './sender';

/** Imports a customer's 850 as a sales order. */
export async function create(context: RunContext): Promise<Result> {
	const { client, parameters, hint } = context;
	const settings = ediSettings(parameters);
	const form = formIn(parameters, ['purchaseOrder']);
	const customer = await senderIn('customer', context);
	const { input, notes } = salesOrderFrom(form, customer, settings);
	if (input.freight !== undefined || input.lines.some(({ price }) => price !== undefined)) {
		const name = `Purchase order ${input.customerPoNumber}`;
		await checkCurrency('customer', customer, { form, name, settings }, context);
	}
	for (const note of notes) hint(note);
	const order: SalesOrderInput = {
		...input,
		...optional('warehouse', parameters.text('options.warehouse')),
		...optional('shippingInstructions', parameters.text('options.shippingInstructions')),
		whenExists: parameters.option('options', 'whenExists', 'return'),
	};
	const result = await client.postSalesOrder(order, postOptionsIn(parameters));
	return [{ ...postRow(result, order), customer, customerPoNumber: order.customerPoNumber, notCarriedOver: notes }];
}

const optional = (name: string, value: string): Record<string, string> => (value === '' ? {} : { [name]: value });
