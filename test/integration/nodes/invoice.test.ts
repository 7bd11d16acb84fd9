import type { INode } from 'n8n-workflow';

import { Bench, FORMATS } from '../../support/bench';
import { locate, loginAs } from '../../support/workflow';

const bench = Bench.forFile({ withoutOrders: true });

const invoices = (operation: string, more: INode['parameters'] = {}) => ({ resource: 'invoice', operation, ...more });

describe.each(FORMATS)('over %s', (dataFormat) => {
	const wire = bench.with({ dataFormat });
	const name = (text: string) => `${text}-${dataFormat}`;

	it('invoice:getMany finds the invoice of an order, invoice:get reads it by key and by number', async () => {
		wire.place(name('BILL'));
		wire.ship(name('BILL'));
		const [found] = await wire.run(invoices('getMany', { filters: { orderNo: name('BILL') } }));
		expect(found).toMatchObject({
			OrderInvoiceKey: expect.any(String),
			InvoiceType: 'SHIPMENT',
			OrderNo: name('BILL'),
			TotalAmount: '19.80',
		});
		const byKey = await wire.one(
			invoices('get', { invoice: locate('key', String(found.OrderInvoiceKey)), output: 'details' }),
		);
		expect(byKey).toMatchObject({ InvoiceNo: found.InvoiceNo, Lines: [{ Quantity: expect.stringMatching(/^2/) }] });
		const byNumber = await wire.one(invoices('get', { invoice: locate('number', String(found.InvoiceNo)) }));
		expect(byNumber).toMatchObject({ OrderInvoiceKey: found.OrderInvoiceKey });
	});

	it('invoice:get explains an invoice that is not there', async () => {
		expect((await wire.refused(invoices('get', { invoice: locate('number', '0') }))).message).toMatch(/not found/);
	});

	it('invoice:getMany explains what the login may not read', async () => {
		const error = await wire.refused(invoices('getMany'), { credential: loginAs(wire.sandbox, 'outsider') });
		expect(error.message).toContain('[YCP0428]');
		expect(error.description).toMatch(/administrator/);
	});
});
