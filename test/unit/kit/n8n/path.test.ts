import type { Document } from '../../../../kit/xml/document';
import { getPath, merge, setPath } from '../../../../kit/n8n/path';

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

test('merge lays elements over elements and lists over lists, entry by entry', () => {
	const under: Document = { A: '1', Lines: { Line: [{ No: '1', Gift: 'Y' }, { No: '2' }, { No: '3' }] } };
	const over: Document = { B: '2', Lines: { Line: [{ No: '9' }, { Qty: '5' }] } };
	expect(merge(under, over)).toEqual({
		A: '1',
		B: '2',
		Lines: { Line: [{ No: '9', Gift: 'Y' }, { No: '2', Qty: '5' }, { No: '3' }] },
	});
	expect(getPath(under, 'Lines.Line.Gift')).toBe('Y');
	expect(getPath(under, 'Lines.Line.No')).toBe('1');
});

test.each(['__proto__', 'constructor', 'Extn.__proto__.polluted', 'prototype.x'])('%s is refused as a path', (path) => {
	expect(() => setPath({}, path, 'x')).toThrow(/not a valid/);
	expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

test('a document of an expression cannot bring a prototype along', () => {
	expect(() => merge({}, JSON.parse('{"__proto__": {"polluted": "yes"}}'))).toThrow(/not a valid/);
});
