import type { INodeParameters } from 'n8n-workflow';

import { locate } from '../../../../engine/oneNode';
import { NUMBER, X12_TABLES as x12, runSyspro, runsForOneItem, sysproForFile } from '../../../support/syspro/nodes';

const bench = sysproForFile();
const { run, refused } = runsForOneItem(bench);

describe('posts', () => {
	const order = (number: string, more: object = {}) => ({
		document: {
			type: 'purchaseOrder',
			number,
			date: '2026-11-27',
			lines: [{ number: '1', quantity: '3', unit: 'EA', price: '25', itemIds: { vendorPart: 'A100' } }],
			...more,
		},
	});
	const create = (more: INodeParameters = {}): INodeParameters => ({
		resource: 'salesOrder',
		operation: 'create',
		customer: locate('edi', 'BAYSIDE'),
		...more,
	});
	const salesOrders = () => bench.sandbox.company.database.where('SorMaster', {}).length;

	it('salesOrder:create imports an order once, for the customer with the EDI code', async () => {
		const before = salesOrders();
		const [first] = await run(create(), order('NEW-1'));
		expect(first).toMatchObject({ how: 'posted', customer: '0001000', customerPoNumber: 'NEW-1' });
		const [again] = await run(create(), order('NEW-1'));
		expect(again).toMatchObject({ how: 'existing', SalesOrder: first.SalesOrder });
		expect(salesOrders()).toBe(before + 1);
	});

	it('salesOrder:create only checks under Dry Run, and SYSPRO refuses what it does not know', async () => {
		const before = salesOrders();
		const dry = create({ options: { dryRun: true } });
		expect(await run(dry, order('NEW-2'))).toMatchObject([
			{ dryRun: true, isValid: true, input: { customer: '0001000' } },
		]);
		const unknown = order('NEW-3', { lines: [{ quantity: '1', itemIds: { vendorPart: 'NOPE' } }] });
		const { message, description } = await refused(create(), unknown);
		expect(`${message} ${description}`).toMatch(/NOPE/);
		const nobody = await refused(create({ customer: locate('edi', 'NOBODY') }), order('NEW-4'));
		expect(nobody.message).toBe('No customer has the EDI code NOBODY.');
		expect(salesOrders()).toBe(before);
	});

	it.each([
		[true, 'N'],
		[false, 'Y'],
	])(
		'a document is stored or checked as Dry Run says alone: %s beside ValidateOnly %s',
		async (dryRun, ValidateOnly) => {
			const before = salesOrders();
			const options = { dryRun, parameters: JSON.stringify({ ValidateOnly }) };
			const { message, description } = await refused(create({ options }), order('NEW-5'));
			expect(message).toBe('Options → Further Parameters must not have ValidateOnly');
			expect(description).toBe('Turn Options → Dry Run on or off in its place.');
			expect(salesOrders()).toBe(before);
		},
	);

	it.each<[string, INodeParameters]>([
		['Options → Further Parameters', { options: { parameters: '={{ $json.nothing }}' } }],
		[
			'Parameters',
			{
				...{ resource: 'query', operation: 'businessObject', method: 'post', object: 'SORTOI' },
				...{ xmlFrom: 'xml', xml: '<SalesOrders/>', parameters: '={{ $json.nothing }}' },
			},
		],
	])('%s whose expression returns nothing are no defaults', async (label, given) => {
		const { message, description } = await refused(create(given), order('NEW-6'));
		expect(message).toBe(`${label} is empty: its expression returns nothing`);
		expect(description).toContain('SYSPRO would use its defaults');
		expect(bench.sandbox.log.list().filter(({ path }) => /Transaction/.test(path))).toEqual([]);
	});

	it('further parameters of an expression may be none', async () => {
		const before = salesOrders();
		await run(create({ options: { parameters: '={{ {} }}' } }), order('NEW-7'));
		expect(salesOrders()).toBe(before + 1);
	});

	const acknowledged = (more: object) => ({
		document: { type: 'purchaseOrderAcknowledgement', number: '2', status: 'changed', ...more },
	});
	const line = (quantity: string) => ({ number: '1', acknowledgements: [{ status: 'quantityChanged', quantity }] });
	const quantityOf = () =>
		Number(bench.sandbox.company.database.find('PorMasterDetail', { PurchaseOrder: '000000000000002' })?.MOrderQty);

	it('purchaseOrder:applyAcknowledgement proposes, and changes only after a yes', async () => {
		const apply = (more: INodeParameters = {}) => ({ operation: 'applyAcknowledgement', x12, ...more });
		const said = acknowledged({ lines: [line('70')] });
		const [proposed] = await run(apply(), said);
		expect(proposed).toMatchObject({
			purchaseOrder: '000000000000002',
			isApplied: false,
			isAcceptedAsIs: false,
			lines: [{ changes: [{ field: 'quantity', to: '70' }] }],
		});
		expect(quantityOf()).toBe(75);
		expect(await run(apply({ apply: true, options: { dryRun: true } }), said)).toMatchObject([
			{ dryRun: true, isApplied: false },
		]);
		expect(quantityOf()).toBe(75);
		expect(await run(apply({ apply: true }), said)).toMatchObject([{ isApplied: true, how: 'posted' }]);
		expect(quantityOf()).toBe(70);
		const open = acknowledged({ status: 'rejected', lines: [line('60')] });
		const finished = await runSyspro(bench.sandbox, apply({ apply: true }), { input: [{ json: open as never }] });
		expect(finished.json('SYSPRO')).toMatchObject([
			{ isApplied: false, questions: ['The supplier rejects the order'] },
		]);
		expect(finished.hints('SYSPRO')).toEqual([expect.stringMatching(/a person has to decide/)]);
		expect(quantityOf()).toBe(70);
	});

	it('purchaseOrder:receive books what a ship notice lists', async () => {
		const items = [{ itemIds: { buyerPart: 'A100' }, quantity: '400', unit: 'EA' }];
		const notice = {
			document: { type: 'shipNotice', number: 'SHIP-7', shipment: { orders: [{ orderNumber: '1', items }] } },
		};
		const parameters = { operation: 'receive', x12 };
		const received = () =>
			Number(
				bench.sandbox.company.database.find('PorMasterDetail', { PurchaseOrder: NUMBER, Line: '1' })?.MReceivedQty,
			);
		expect(await run({ ...parameters, options: { dryRun: true } }, notice)).toMatchObject([{ dryRun: true }]);
		expect(received()).toBe(0);
		expect(await run(parameters, notice)).toMatchObject([
			{ how: 'posted', shipment: 'SHIP-7', items: [{ line: '1' }] },
		]);
		expect(received()).toBe(400);
	});

	it("supplierInvoice:create enters a supplier's invoice", async () => {
		const invoice = {
			document: { type: 'invoice', number: 'INV-1', date: '2026-11-27', total: '48000', orderNumber: '1' },
		};
		const parameters = {
			resource: 'supplierInvoice',
			operation: 'create',
			supplier: locate('edi', 'ACME'),
			options: { ledgerCode: '10-4530' },
		};
		expect(await run(parameters, invoice)).toMatchObject([{ supplier: '0000100', invoice: 'INV-1', how: 'posted' }]);
		const stored = bench.sandbox.company.database.find('ApInvoice', { Supplier: '0000100', Invoice: 'INV-1' });
		expect(stored).toBeDefined();
	});

	it('supplier:updateEdi changes what is given and nothing else', async () => {
		const parameters = {
			resource: 'supplier',
			operation: 'updateEdi',
			supplier: locate('code', '0000300'),
			changes: { EdiReceiverCode: 'MUELLER' },
		};
		const row = () => bench.sandbox.company.database.find('ApSupplier', { Supplier: '0000300' });
		const before = { ...row() };
		expect(await run({ ...parameters, options: { dryRun: true } })).toMatchObject([{ dryRun: true }]);
		expect(row()).toEqual(before);
		expect(await run(parameters)).toMatchObject([{ supplier: '0000300', changed: { EdiReceiverCode: 'MUELLER' } }]);
		expect(row()).toMatchObject({ EdiReceiverCode: 'MUELLER', SupplierName: before.SupplierName, Email: before.Email });
		const empty = { EdiReceiverCode: '={{ $json.nothing }}', other: '{"UserField1": "EDI"}' };
		const finished = await runSyspro(bench.sandbox, { ...parameters, changes: empty });
		expect(finished.json('SYSPRO')).toMatchObject([{ changed: { UserField1: 'EDI' } }]);
		expect(finished.hints('SYSPRO')).toEqual([
			expect.stringMatching(/is left as it is, because its expression returns/),
		]);
		expect(row()).toMatchObject({ EdiReceiverCode: 'MUELLER' });
		const { message } = await refused({ ...parameters, changes: {} });
		expect(message).toMatch(/^Fields to Update has nothing to change/);
	});

	it.each([
		['another document', { document: { type: 'invoice' } }, /must be a document of type purchaseOrder, got "invoice"/],
		['no document', {}, /Document is empty: its expression returns nothing/],
	])('%s is refused before anything is sent', async (_what, json, message) => {
		expect((await refused(create(), json)).message).toMatch(message);
		expect(bench.sandbox.log.list().filter(({ path }) => /Post/i.test(path))).toEqual([]);
	});
});
