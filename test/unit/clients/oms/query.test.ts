import { applyConditions, assertApiName, assertServiceName, orderBy } from '../../../../clients/oms';
import { ServiceError } from '../../../../kit/errors';

describe('applyConditions', () => {
	it('writes query types, ranges and paths', () => {
		const input = { EnterpriseCode: 'Aurora' };
		const result = applyConditions(input, [
			{ attribute: 'OrderNo', operator: 'FLIKE', value: 'Y1' },
			{ attribute: 'DocumentType', operator: 'EQ', value: '0001' },
			{ attribute: 'OrderDate', operator: 'BETWEEN', value: '2025-01-01', to: '2025-02-01' },
			{ attribute: 'Extn.ExtnGift', operator: 'NE', value: 'Y' },
			{ attribute: 'PersonInfoShipTo.City', operator: 'LIKE', value: 'field' },
			{ attribute: 'BillToID', operator: 'NOTVOID' },
		]);
		expect(result).toEqual({
			EnterpriseCode: 'Aurora',
			OrderNo: 'Y1',
			OrderNoQryType: 'FLIKE',
			DocumentType: '0001',
			FromOrderDate: '2025-01-01',
			ToOrderDate: '2025-02-01',
			OrderDateQryType: 'BETWEEN',
			Extn: { ExtnGift: 'Y', ExtnGiftQryType: 'NE' },
			PersonInfoShipTo: { City: 'field', CityQryType: 'LIKE' },
			BillToID: '',
			BillToIDQryType: 'NOTVOID',
		});
		expect(input).toEqual({ EnterpriseCode: 'Aurora' });
	});

	it('writes IN as alternatives, several of them under one And', () => {
		const one = { attribute: 'Status', operator: 'IN' as const, values: ['1100', '1500'] };
		const Status = {
			Exp: [
				{ Name: 'Status', QryType: 'EQ', Value: '1100' },
				{ Name: 'Status', QryType: 'EQ', Value: '1500' },
			],
		};
		expect(applyConditions({}, [one])).toEqual({ ComplexQuery: { Operator: 'AND', Or: Status } });
		const two = { attribute: 'Extn.ExtnGift', operator: 'IN' as const, values: ['Y'] };
		expect(applyConditions({}, [one, two])).toEqual({
			ComplexQuery: {
				Operator: 'AND',
				And: { Or: [Status, { Exp: [{ Name: 'Extn_ExtnGift', QryType: 'EQ', Value: 'Y' }] }] },
			},
		});
	});

	it('writes "any" as one list of alternatives, a single condition as a plain filter', () => {
		const gift = { attribute: 'Extn.ExtnGift', operator: 'EQ' as const, value: 'Y' };
		const number = { attribute: 'OrderNo', operator: 'LIKE' as const, value: '7' };
		expect(applyConditions({}, [gift, number], { match: 'any' })).toEqual({
			ComplexQuery: {
				Operator: 'AND',
				Or: {
					Exp: [
						{ Name: 'Extn_ExtnGift', QryType: 'EQ', Value: 'Y' },
						{ Name: 'OrderNo', QryType: 'LIKE', Value: '7' },
					],
				},
			},
		});
		expect(applyConditions({}, [number], { match: 'any' })).toEqual({
			OrderNo: '7',
			OrderNoQryType: 'LIKE',
		});
	});

	it.each<[string, () => unknown]>([
		['an empty value', () => applyConditions({}, [{ attribute: 'OrderNo', operator: 'EQ', value: '' }])],
		['half a range', () => applyConditions({}, [{ attribute: 'OrderDate', operator: 'BETWEEN', value: '2025-01-01' }])],
		['an empty list', () => applyConditions({}, [{ attribute: 'Status', operator: 'IN', values: [] }])],
		[
			'a second filter on an attribute',
			() =>
				applyConditions({}, [
					{ attribute: 'OrderNo', operator: 'GT', value: '1' },
					{ attribute: 'OrderNo', operator: 'LT', value: '9' },
				]),
		],
		[
			'a second ComplexQuery',
			() => applyConditions({ ComplexQuery: {} }, [{ attribute: 'Status', operator: 'IN', values: ['1'] }]),
		],
		[
			'a path among alternatives',
			() => applyConditions({}, [{ attribute: 'PersonInfoShipTo.City', operator: 'IN', values: ['1'] }]),
		],
	])('refuses %s', (_what, run) => {
		expect(run).toThrow(ServiceError);
	});

	it('writes the order', () => {
		expect(
			orderBy([
				{ name: 'OrderDate', descending: true },
				{ name: 'OrderNo', descending: false },
			]),
		).toEqual({
			OrderBy: {
				Attribute: [
					{ Name: 'OrderDate', Desc: 'Y' },
					{ Name: 'OrderNo', Desc: 'N' },
				],
			},
		});
		expect(orderBy([])).toEqual({});
	});
});

describe('names', () => {
	it('lets real names pass', () => {
		['getOrderList', 'manageItem', 'customApi_2'].forEach(assertApiName);
		['AuroraCreateOrder', 'Aurora.Create-Order_1', '7Eleven'].forEach(assertServiceName);
	});

	it.each(['', 'get/Order', '../login', 'a b', 'getOrder?x=1', 'get%2fOrder', '1api', 'a\nb', 'getOrderList\n'])(
		'refuses the API "%s"',
		(name) => {
			expect(() => assertApiName(name)).toThrow(expect.objectContaining({ category: 'invalidInput' }));
		},
	);

	it.each(['', '..', '.', 'a/b', 'a b', 'ä', 'a?b'])('refuses the service "%s"', (name) => {
		expect(() => assertServiceName(name)).toThrow(expect.objectContaining({ category: 'invalidInput' }));
	});
});
