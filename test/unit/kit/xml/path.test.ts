import { getPath, setPath } from '../../../../kit/xml/path';

test('setPath makes the elements on the way and keeps what is there', () => {
	const document = { PriceInfo: { Currency: 'USD' } };
	setPath(document, 'PriceInfo.TotalAmount', '9.90');
	setPath(document, 'Extn.ExtnBrand', 'Demo');
	expect(document).toEqual({ PriceInfo: { Currency: 'USD', TotalAmount: '9.90' }, Extn: { ExtnBrand: 'Demo' } });
});

test('setPath through a list is refused: its entries must not get lost', () => {
	const lines = { OrderLines: { OrderLine: [{ OrderedQty: '1' }] } };
	expect(() => setPath(lines, 'OrderLines.OrderLine.ReqShipDate', '')).toThrow(/"OrderLine" is a list/);
	expect(lines).toEqual({ OrderLines: { OrderLine: [{ OrderedQty: '1' }] } });
});

test('getPath takes the first entry of a list on the way and knows nothing of prototypes', () => {
	expect(getPath({ Lines: { Line: [{ No: '1' }, { No: '2' }] } }, 'Lines.Line.No')).toBe('1');
	expect(getPath({}, 'constructor.name')).toBeUndefined();
});

test.each(['__proto__', 'constructor', 'Extn.__proto__.polluted', 'prototype.x'])('%s is refused as a path', (path) => {
	expect(() => setPath({}, path, 'x')).toThrow(/not a valid/);
	expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});
