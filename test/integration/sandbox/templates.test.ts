import { closeWire, errorOf, nameOf, openWire, type Wire, type Json } from './wire';

let wire: Wire;
beforeAll(async () => {
	wire = await openWire();
});
afterAll(() => closeWire(wire));

function page(api: object, more: object = {}): object {
	return {
		PageNumber: '1',
		PageSize: '3',
		PaginationStrategy: 'GENERIC',
		Refresh: 'N',
		PageSetToken: '',
		API: api,
		...more,
	};
}

const list = (input: object, template?: object): object => ({
	IsFlow: 'N',
	Name: 'getOrderList',
	Input: { Order: input },
	...(template ? { Template: { OrderList: { Order: template } } } : {}),
});

const numbers = (json: Record<string, Json>): string[] =>
	json.Output.OrderList.Order.map((order: { OrderNo: string }) => order.OrderNo);

describe('Default templates', () => {
	test('getOrderList: no lines, addresses, time stamps or Extn [captured, factory template]', async () => {
		const { json } = await wire.invoke('getOrderList', { OrderNo: 'AUR-1001' });
		const order = json.Order[0];
		for (const name of ['OrderLines', 'PersonInfoShipTo', 'Createts', 'Modifyts', 'Extn']) {
			expect(order).not.toHaveProperty(name);
		}
		expect(order).toHaveProperty('OrderHeaderKey');
		expect(order.PriceInfo).toMatchObject({ TotalAmount: '19.80', Currency: 'USD' });
		expect(order.OverallTotals.GrandTotal).toBe('19.80');
	});

	test('getOrderDetails shows lines and all else, still no time stamps or Extn [captured]', async () => {
		const { json } = await wire.invoke('getOrderDetails', nameOf('AUR-1001'));
		expect(json.OrderLines.OrderLine[0]).toMatchObject({
			OrderedQty: '2',
			Status: 'Created',
			Item: { ItemID: 'MUG-BLUE' },
			LinePriceInfo: { UnitPrice: '9.90' },
			OrderStatuses: { OrderStatus: [{ Status: '1100', StatusQty: '2', StatusDescription: 'Created' }] },
		});
		expect(json.AllowedModifications.Modification).toContainEqual({
			ModificationType: 'ADD_NOTE',
			ThroughOverride: 'N',
		});
		expect(json).not.toHaveProperty('Extn');
		expect(json).not.toHaveProperty('Modifyts');
	});

	test('createOrder answers four attributes [captured]', async () => {
		const { json } = await wire.invoke('createOrder', {
			EnterpriseCode: 'AURORA',
			DocumentType: '0001',
			OrderNo: 'TPL-1',
			DraftOrderFlag: 'Y',
		});
		expect(Object.keys(json).sort()).toEqual(['DocumentType', 'EnterpriseCode', 'OrderHeaderKey', 'OrderNo']);
	});

	test('keys begin with the time of insertion and are 20 to 24 characters long [captured]', async () => {
		expect(wire.sandbox.store.order('AUR-1001')?.OrderHeaderKey).toMatch(/^20\d{18,22}$/);
	});
});

describe('Stored templates [IBM: c_PassingAPITemplates]', () => {
	const withQuery = async (extra: string): Promise<Record<string, Json>> => {
		const before = wire.query;
		wire.query += extra;
		const answer = await wire.invoke('getOrderList', { OrderNo: 'AUR-1001' });
		wire.query = before;
		return answer;
	};

	test('_templateKey names one by its key', async () => {
		const { json } = await withQuery('&_templateKey=def_getOrderList_01');
		expect(json.Order[0].Extn).toMatchObject({ ExtnGiftText: 'Happy birthday', ExtnCostCentre: '' });
		expect(json.Order[0].Modifyts).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00$/);
	});

	test('_templateId names one by organization and id', async () => {
		const { json } = await withQuery('&_templateId=DEFAULT,def_getOrderList_01');
		expect(json.Order[0]).toHaveProperty('OrderLines');
	});

	test('manageApiTemplate stores one', async () => {
		await wire.invoke('manageApiTemplate', {
			ApiTemplateKey: 'mine',
			ApiName: 'getOrderList',
			TemplateId: 'mine',
			TemplateData: '<OrderList><Order OrderNo=""/></OrderList>',
		});
		const { json } = await withQuery('&_templateKey=mine');
		expect(json.Order).toEqual([{ OrderNo: 'AUR-1001' }]);
	});

	test('one that is not there is refused (inferred)', async () => {
		expect((await withQuery('&_templateKey=none')).status).toBe(400);
	});
});

describe('getPage [captured: IBM’s tools]', () => {
	test('an inline template decides what is shown; Last…Key and LastRecordSet come anyway, blanks are left out', async () => {
		const { json } = await wire.invoke(
			'getPage',
			page(
				list(
					{ OrderNo: 'AUR-1001' },
					{
						OrderNo: '',
						OrderName: '',
						Extn: {},
						OrderLines: { OrderLine: { OrderedQty: '', Item: { ItemID: '' } } },
					},
				),
			),
		);
		expect(json.Output.OrderList).toEqual({
			LastOrderHeaderKey: wire.sandbox.store.order('AUR-1001')?.OrderHeaderKey,
			LastRecordSet: 'Y',
			Order: [
				{
					OrderNo: 'AUR-1001',
					Extn: { ExtnGiftText: 'Happy birthday', ExtnChannel: 'WEB', ExtnLoyaltyTier: 'GOLD' },
					OrderLines: { OrderLine: [{ OrderedQty: '2', Item: { ItemID: 'MUG-BLUE' } }] },
				},
			],
		});
	});

	test('only the outer root is dropped, page attributes stand beside Output', async () => {
		const { json } = await wire.invoke('getPage', page(list({ EnterpriseCode: 'BOREALIS' })));
		expect(json).toMatchObject({ IsFirstPage: 'Y', IsLastPage: 'Y', IsValidPage: 'Y', PageNumber: '1' });
	});

	test('it carries a details call as well', async () => {
		const { json } = await wire.invoke(
			'getPage',
			page({
				IsFlow: 'N',
				Name: 'getOrderDetails',
				Input: { Order: nameOf('AUR-1001') },
				Template: { Order: { OrderNo: '', Status: '' } },
			}),
		);
		expect(json.Output).toEqual({ Order: { OrderNo: 'AUR-1001', Status: 'Created' } });
	});

	test('GENERIC keeps the whole result: later pages show none of what came since', async () => {
		const input = { EnterpriseCode: 'AURORA', OrderBy: { Attribute: { Name: 'OrderNo', Desc: 'Y' } } };
		const first = await wire.invoke('getPage', page(list(input, { OrderNo: '' })));
		expect(first.json.IsLastPage).toBe('N');
		wire.sandbox.store.call('createOrder', { EnterpriseCode: 'AURORA', OrderNo: 'ZZZ-1', DraftOrderFlag: 'Y' });
		const second = await wire.invoke(
			'getPage',
			page(list(input, { OrderNo: '' }), {
				PageNumber: '2',
				PageSetToken: first.json.PageSetToken,
			}),
		);
		const all = [...numbers(first.json), ...numbers(second.json)];
		expect(new Set(all).size).toBe(6);
		expect(all).not.toContain('ZZZ-1');
	});

	test('ROWNUM pages by number, without a token [IBM support 6590941]', async () => {
		const ask = (PageNumber: string) =>
			wire.invoke(
				'getPage',
				page(list({ EnterpriseCode: 'BOREALIS', MaximumRecords: '1' }, { OrderNo: '' }), {
					PageNumber,
					PageSize: '1',
					PaginationStrategy: 'ROWNUM',
				}),
			);
		const [first, second] = [await ask('1'), await ask('2')];
		expect([numbers(first.json), first.json.IsLastPage]).toEqual([['BOR-2001'], 'N']);
		expect([numbers(second.json), second.json.IsLastPage]).toEqual([['BOR-2002'], 'Y']);
	});

	test('NEXTPAGE goes on after the page that is sent back [HCL Commerce]', async () => {
		const ask = (more: object) =>
			wire.invoke(
				'getPage',
				page(list({ EnterpriseCode: 'BOREALIS' }, { OrderNo: '' }), {
					PageSize: '1',
					PaginationStrategy: 'NEXTPAGE',
					...more,
				}),
			);
		const first = await ask({});
		const second = await ask({ PageNumber: '2', PreviousPage: { Page: first.json } });
		expect([numbers(first.json), numbers(second.json)]).toEqual([['BOR-2001'], ['BOR-2002']]);
	});

	test('NEXTPAGE is not for getOrganizationList [IBM support 436021]', async () => {
		const { json } = await wire.invoke(
			'getPage',
			page(
				{
					IsFlow: 'N',
					Name: 'getOrganizationList',
					Input: { Organization: {} },
				},
				{ PaginationStrategy: 'NEXTPAGE' },
			),
		);
		expect(json.IsValidPage).toBe('N');
	});

	test('a refusal of the API inside is getPage’s refusal', async () => {
		const answer = await wire.invoke(
			'getPage',
			page({
				IsFlow: 'N',
				Name: 'getOrderDetails',
				Input: { Order: nameOf('NONE') },
			}),
		);
		expect(errorOf(answer).ErrorCode).toBe('YFS10003');
	});
});
