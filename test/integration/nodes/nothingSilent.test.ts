import type { INodeParameters } from 'n8n-workflow';

import { Bench, onOrder, orders } from '../../support/bench';
import { locate } from '../../support/workflow';
import { create } from './mugOrder';

const bench = Bench.forFile({ withoutOrders: true });

describe('an order is not created without lines', () => {
	const DRAFT = ' To create a draft, turn on Additional Fields → Draft.';
	const ofDocument = (document: object) => ({ inputMode: 'document', document: JSON.stringify(document), lines: {} });

	it.each<[string, INodeParameters, string, string]>([
		['the form', create({ lines: {} }), 'The order has no lines', `Add them in Order Lines.${DRAFT}`],
		[
			'a list',
			create({ inputMode: 'list', lineList: '={{ [] }}' }),
			'The order has no lines: the expression of List returns none',
			`Add them in List.${DRAFT}`,
		],
		[
			'a queued request',
			create({ lines: {}, options: { delivery: 'queued' } }),
			'The order has no lines',
			`Add them in Order Lines.${DRAFT}`,
		],
		[
			'an upsert',
			orders('upsert', { orderNo: 'NONE-YET' }),
			'The order has no lines',
			`Add them in Order Lines.${DRAFT}`,
		],
		['a return', { resource: 'return', operation: 'create' }, 'The return has no lines', 'Add them in Return Lines.'],
	])('of %s', async (_what, parameters, message, advice) => {
		bench.sandbox.log.clear();
		expect(await bench.refused(parameters)).toMatchObject({ message, description: advice });
		expect(bench.requests.createOrder ?? bench.requests.createAsyncRequest).toBeUndefined();
	});

	it.each([
		['a draft', create({ orderNo: 'DRAFT-1', lines: {}, additionalFields: { draftOrderFlag: true } })],
		['a draft in a document', create({ orderNo: 'DRAFT-2', ...ofDocument({ DraftOrderFlag: 'Y' }) })],
		[
			'a document that an extension completes',
			create({ orderNo: 'WHOLE-1', ...ofDocument({ PersonInfoBillTo: { City: 'Exampleton' } }) }),
		],
		[
			'a service that completes it',
			create({ lines: {}, options: { delivery: 'service', serviceName: locate('name', 'DemoEcho') } }),
		],
		['an update of an order', orders('upsert', { orderNo: 'LINES', additionalFields: { customerPoNo: 'P' } })],
	])('except for %s', async (_what, parameters) => {
		if (!bench.stored('LINES')) bench.place('LINES');
		expect((await bench.runNode(parameters)).error).toBeUndefined();
	});
});

describe('nothing happens silently', () => {
	const hints = async (parameters: Parameters<typeof bench.runNode>[0]) => {
		const finished = await bench.runNode(parameters);
		if (finished.error) throw finished.error;
		return finished.hints('Sterling').join();
	};

	it.each([
		['a dry run', onOrder('addNote', 'SILENT', { noteText: 'x', options: { dryRun: true } }), /Dry Run is on/],
		[
			'a dry run of any API',
			{ resource: 'api', operation: 'invoke', apiName: 'changeOrder', document: '{}', options: { dryRun: true } },
			/Dry Run is on/,
		],
		['an update of nothing', onOrder('update', 'SILENT'), /nothing to update/],
		[
			'an update of its manner alone',
			onOrder('update', 'SILENT', { additionalFields: { override: true, modificationReasonText: 'why' } }),
			/nothing to update/,
		],
		[
			'a whole document without lines',
			create({
				orderNo: 'SILENT-4',
				inputMode: 'document',
				document: '{"PersonInfoBillTo": {"City": "X"}}',
				lines: {},
			}),
			/The order has no lines\. Add them in Document\. For a draft, set DraftOrderFlag to Y\./,
		],
		['a dry run of an order without lines', create({ lines: {}, options: { dryRun: true } }), /has no lines/],
		[
			'an empty shipment',
			{ resource: 'shipment', operation: 'create', options: { dryRun: true } },
			/The shipment has no lines\. Add them in Shipment Lines\./,
		],
	])('%s says so', async (_what, parameters, hint) => {
		if (!bench.stored('SILENT')) bench.place('SILENT');
		expect(await hints(parameters as never)).toMatch(hint);
	});

	it.each([
		['an update of something', onOrder('update', 'SILENT', { additionalFields: { customerPoNo: 'P' } })],
		['a draft without lines', create({ orderNo: 'SILENT-2', lines: {}, additionalFields: { draftOrderFlag: true } })],
		['an order with lines', create({ orderNo: 'SILENT-3' })],
		['clearing', onOrder('update', 'SILENT', { additionalFields: { clearAttributes: 'CustomerPONo' } })],
	])('%s has no hint', async (_what, parameters) => {
		expect(await hints(parameters as never)).toBe('');
	});
});

describe('a picker', () => {
	beforeAll(() => bench.place('PICK'));

	it.each([
		['a locator of another node', locate('number', '={{ ({ __rl: true, mode: "number", value: "PICK" }) }}')],
		['a locator as a whole', '={{ ({ __rl: true, mode: "number", value: "PICK" }) }}'],
	])('reads %s', async (_what, order) => {
		expect(await bench.one({ resource: 'order', operation: 'get', order } as never)).toMatchObject({ OrderNo: 'PICK' });
	});

	it('takes the way of naming from the locator inside', async () => {
		const key = bench.stored('PICK')?.OrderHeaderKey ?? '';
		const order = locate('number', `={{ ({ __rl: true, mode: "list", value: "${key}" }) }}`);
		expect(await bench.one({ resource: 'order', operation: 'get', order })).toMatchObject({ OrderNo: 'PICK' });
	});
});
