import { entryOfList } from '../../../clients/oms/identities';
import { checkNames } from '../../../nodes/IbmSterlingOms/run/documentNames';
import type { Document } from '../../../kit/xml/document';

const line = { OrderedQty: '1', Item: { ItemID: 'A' } };

test.each<[string, Document]>([
	['attributes and elements', { OrderNo: '1', PriceInfo: { Currency: 'USD' } }],
	['a list under its element', { OrderLines: { OrderLine: [line, line] } }],
	['one entry in place of a list', { OrderLines: { OrderLine: line } }],
	['a company’s own names', { Extn: { extnColor: 'red' }, CustomAttributes: { giftText: 'x' } }],
	['namespaces, text and attributes beside elements', { xmlns: 'u', 'xsi:type': 't', '#text': 'x', '@Name': 'y' }],
	['the history flag that Sterling returns', { isHistory: 'N' }],
	['an element of one entry as a list', { PersonInfoBillTo: [{ City: 'Town' }] }],
	['a list that was emptied', { OrderLines: '' }],
])('takes %s', (_what, document) => expect(() => checkNames(document)).not.toThrow());

test.each<[string, Document, string]>([
	['an attribute', { orderNo: '1' }, '"orderNo" begins with a lowercase letter'],
	['an element', { order: { OrderNo: '1' } }, '"order" begins with a lowercase letter'],
	['an attribute in an element', { PriceInfo: { currency: 'USD' } }, 'PriceInfo: "currency" begins'],
	['one of a line', { OrderLines: { OrderLine: [line, { qty: '1' }] } }, 'OrderLines → OrderLine → 2: "qty" begins'],
	['custom fields as reads return them', { customFields: { ExtnA: '1' } }, '"customFields" begins'],
	['lines as reads return them', { OrderLines: [line] }, 'OrderLines must be { "OrderLine": […] }, got a list'],
	[
		'notes of a line',
		{ OrderLines: { OrderLine: [{ Notes: [{ NoteText: 'x' }] }] } },
		'OrderLines → OrderLine → Notes must be',
	],
	['an empty list', { ShipmentLines: [] }, 'ShipmentLines must be { "ShipmentLine": […] }'],
])('refuses %s', (_what, document, message) => expect(() => checkNames(document)).toThrow(message));

test.each([
	['OrderLines', 'OrderLine'],
	['ItemAliasList', 'ItemAlias'],
	['PaymentDetailsList', 'PaymentDetails'],
	['HeaderTaxes', 'HeaderTax'],
	['OrgRoleList', 'OrgRole'],
	['OrderLine', undefined],
	['PaymentDetails', undefined],
	['PriceInfo', undefined],
	['Address', undefined],
])('%s repeats %s', (list, entry) => expect(entryOfList(list)).toBe(entry));
