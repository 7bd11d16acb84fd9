import { closeWire, errorOf, nameOf, orderOf, openWire, type Wire } from './wire';

let wire: Wire;
beforeEach(async () => {
	wire = await openWire();
});
afterEach(() => closeWire(wire));

describe('multiApi [IBM support swg21632893, captured]', () => {
	test('several calls, each with its template; answers in order', async () => {
		const { json } = await wire.invoke('multiApi', {
			API: [
				{
					Name: 'createOrder',
					Input: { Order: orderOf('MULTI-1') },
					Template: { Order: { OrderNo: '', Status: '' } },
				},
				{
					Name: 'getOrderList',
					Input: { Order: { OrderNo: 'MULTI-1' } },
					Template: { OrderList: { Order: { OrderNo: '' } } },
				},
			],
		});
		expect(json.API[0]).toEqual({ Name: 'createOrder', Output: { Order: { OrderNo: 'MULTI-1', Status: 'Created' } } });
		expect(json.API[1].Output.OrderList).toMatchObject({ LastRecordSet: 'Y', Order: [{ OrderNo: 'MULTI-1' }] });
	});

	test('one call answers an object, not an array [captured]', async () => {
		const { json } = await wire.invoke('multiApi', {
			API: { Name: 'getOrderList', Input: { Order: { OrderNo: 'AUR-1001' } } },
		});
		expect(json.API.Output.OrderList.Order).toHaveLength(1);
	});

	test('a service’s answer has a blank Name [captured]', async () => {
		const answer = await wire.invoke(
			'multiApi',
			`<MultiApi><API FlowName="DemoEcho"><Input><Order
			OrderNo="1"/></Input>
			</API></MultiApi>`,
			{ accept: 'application/xml' },
		);
		expect(answer.text).toContain('<API Name=""><Output><Echo RootElement="Order"><Order OrderNo="1"/></Echo>');
	});

	test('an exception undoes everything', async () => {
		const before = wire.sandbox.store.order('AUR-1001');
		const answer = await wire.invoke('multiApi', {
			API: [
				{ Name: 'createOrder', Input: { Order: orderOf('MULTI-2') } },
				{ Name: 'changeOrder', Input: { Order: { ...nameOf('AUR-1001'), OrderName: 'changed' } } },
				{ Name: 'cancelOrder', Input: { Order: nameOf('AUR-1006') } },
			],
		});
		expect([answer.status, errorOf(answer).ErrorCode]).toEqual([400, 'YFS10137']);
		expect(wire.sandbox.store.order('MULTI-2')).toBeUndefined();
		expect(wire.sandbox.store.order('AUR-1001')).toEqual(before);
	});

	test('an asynchronous service cannot be called synchronously [captured]', async () => {
		const answer = await wire.invoke('multiApi', {
			API: { FlowName: 'DemoOrderFeed', Input: { Order: orderOf('MULTI-3') } },
		});
		expect(errorOf(answer)).toMatchObject({
			ErrorCode: 'Cannot invoke Asynchronous () Service (DemoOrderFeed) Synchronously',
			MoreInfo: { FlowName: 'DemoOrderFeed' },
		});
	});

	test('permissions are those of the calls inside', async () => {
		await wire.login('reader', 'Reader-1');
		const read = { Name: 'getOrderList', Input: { Order: { OrderNo: 'AUR-1001' } } };
		expect((await wire.invoke('multiApi', { API: [read] })).status).toBe(200);
		const answer = await wire.invoke('multiApi', {
			API: [read, { Name: 'createOrder', Input: { Order: orderOf('M') } }],
		});
		expect(errorOf(answer)).toMatchObject({ ErrorCode: 'YCP0428', MoreInfo: { APIName: 'createOrder' } });
	});
});

describe('Asynchronous requests', () => {
	const queue = (order: object) =>
		wire.invoke('createAsyncRequest', { API: { IsService: 'N', Name: 'createOrder', Input: { Order: order } } });

	test('createAsyncRequest answers 204 at once; the agent does the work [factory templates]', async () => {
		expect((await queue(orderOf('ASYNC-1'))).status).toBe(204);
		expect(wire.sandbox.store.order('ASYNC-1')).toBeUndefined();
		expect(wire.sandbox.runAsyncAgent()).toEqual({ done: 1, failed: 0 });
		expect(wire.sandbox.store.order('ASYNC-1')).toBeDefined();
	});

	test('what failed stays with its error and a count: getAsyncRequestList [factory template]', async () => {
		await queue(orderOf('ASYNC-2', {}, '1', 'NO-SUCH-ITEM'));
		expect(wire.sandbox.runAsyncAgent()).toEqual({ done: 0, failed: 1 });
		const { json } = await wire.invoke('getAsyncRequestList', {});
		expect(json.AsyncronousRequest[0]).toMatchObject({
			ServiceName: 'createOrder',
			ErrorCount: '1',
			AsyncRequestErrorList: { AsyncRequestError: [{ ErrorCode: 'YFS10437' }] },
		});
		expect(json.AsyncronousRequest[0].Message).toContain('NO-SUCH-ITEM');
	});

	test('a failed request leaves nothing half done', async () => {
		await queue({ ...orderOf('ASYNC-3'), OrderHoldTypes: { OrderHoldType: [{ HoldType: 'NO_SUCH_HOLD' }] } });
		wire.sandbox.runAsyncAgent();
		expect(wire.sandbox.store.order('ASYNC-3')).toBeUndefined();
	});

	test('an asynchronous service answers at once [captured]', async () => {
		const answer = await wire.post('executeFlow/DemoOrderFeed', orderOf('ASYNC-4'), { 'X-XAPI-Tag': 'Order' });
		expect(answer.status).toBe(204);
		wire.sandbox.runAsyncAgent();
		expect(wire.sandbox.store.order('ASYNC-4')).toBeDefined();
	});

	test('the agent can be run through the control endpoint', async () => {
		await queue(orderOf('ASYNC-5'));
		const { json } = await wire.send('POST', `${wire.sandbox.controlUrl}/agent`);
		expect(json).toEqual({ done: 1, failed: 0 });
	});
});
