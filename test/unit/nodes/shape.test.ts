import { RESOURCES } from '../../../nodes/IbmSterlingOms/operations';
import { attributes, extend, simplify, templateOf, type Shape } from '../../../nodes/IbmSterlingOms/documents/shape';

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

test('what has no value is left out, as if it had not been returned', () => {
	const document = {
		OrderNo: 'WEB-1',
		PriceInfo: { Currency: '', TotalAmount: '0.00' },
		PersonInfoShipTo: { City: '' },
		Extn: { ExtnGiftText: '', ExtnChannel: 'WEB' },
		OrderLines: { OrderLine: [{ PrimeLineNo: '1', Item: { ItemID: '' } }] },
	};
	expect(simplify(document, shape)).toEqual({
		OrderNo: 'WEB-1',
		TotalAmount: '0.00',
		OrderLines: [{ PrimeLineNo: '1' }],
		customFields: { ExtnChannel: 'WEB' },
	});
	const empty = { OrderNo: '', PersonInfoShipTo: {}, Extn: { ExtnGiftText: '' } };
	expect(simplify(empty, shape)).toEqual({ OrderLines: [] });
});

test('extend adds without changing the shape it starts from', () => {
	const more = extend(shape, { attributes: attributes('Status'), custom: ['CustomAttributes'] });
	expect(Object.keys(templateOf(more))).toEqual(expect.arrayContaining(['OrderNo', 'Status', 'CustomAttributes']));
	expect(templateOf(shape)).not.toHaveProperty('Status');
});

const SIMPLIFIED = RESOURCES.flatMap(({ name, operations }) =>
	operations.flatMap((operation) => {
		if (operation.type !== 'get') return [];
		const { everything: _raw, ...levels } = operation.result.levels;
		return Object.entries(levels).map(([level, shape]) => [name, level, shape] as const);
	}),
);

test.each(SIMPLIFIED)('no attribute of %s (%s) covers another when it is lifted to the top', (_name, _level, shape) => {
	expect(coveredIn(shape)).toEqual([]);
});

function coveredIn({ attributes: paths, elements = {}, lists = {} }: Shape): string[] {
	const names = [...new Set(paths)]
		.map((path) => path.split('.').pop()!)
		.concat(Object.keys(elements), Object.keys(lists));
	const inside = [...Object.values(elements), ...Object.values(lists)].flatMap(({ shape }) => coveredIn(shape));
	return [...names.filter((name, i) => names.indexOf(name) !== i), ...inside];
}
