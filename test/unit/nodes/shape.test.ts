import { attributes, extend, simplify, templateOf, type Shape } from '../../../nodes/shared/shape';

const shape: Shape = {
	attributes: attributes('OrderNo PriceInfo.Currency PriceInfo.TotalAmount'),
	custom: ['Extn'],
	elements: { ShipTo: { path: 'PersonInfoShipTo', shape: { attributes: attributes('City') } } },
	lists: { OrderLines: { path: 'OrderLines.OrderLine', shape: { attributes: attributes('PrimeLineNo Item.ItemID') } } },
};

test('the template asks for exactly what the shape shows', () => {
	expect(templateOf(shape)).toEqual({
		OrderNo: '',
		PriceInfo: { Currency: '', TotalAmount: '' },
		Extn: {},
		PersonInfoShipTo: { City: '' },
		OrderLines: { OrderLine: { PrimeLineNo: '', Item: { ItemID: '' } } },
	});
});

test('a simplified item lifts attributes, keeps lists as arrays and shows custom fields by their own names', () => {
	const document = {
		OrderNo: 'WEB-1',
		Unasked: 'x',
		PriceInfo: { Currency: 'USD', TotalAmount: '9.90' },
		PersonInfoShipTo: { City: 'Town', State: 'TX' },
		Extn: { ExtnGiftText: 'Hi' },
		OrderLines: { OrderLine: [{ PrimeLineNo: '1', Item: { ItemID: 'SKU-1' } }] },
	};
	expect(simplify(document, shape)).toEqual({
		OrderNo: 'WEB-1',
		Currency: 'USD',
		TotalAmount: '9.90',
		ShipTo: { City: 'Town' },
		OrderLines: [{ PrimeLineNo: '1', ItemID: 'SKU-1' }],
		customFields: { ExtnGiftText: 'Hi' },
	});
});

test('what the answer lacks is left out, but a list is never missing', () => {
	expect(simplify({ OrderNo: 'WEB-1', OrderLines: {} }, shape)).toEqual({ OrderNo: 'WEB-1', OrderLines: [] });
});

test('extend adds without changing the shape it starts from', () => {
	const more = extend(shape, { attributes: attributes('Status'), custom: ['CustomAttributes'] });
	expect(Object.keys(templateOf(more))).toEqual(expect.arrayContaining(['OrderNo', 'Status', 'CustomAttributes']));
	expect(templateOf(shape)).not.toHaveProperty('Status');
});
