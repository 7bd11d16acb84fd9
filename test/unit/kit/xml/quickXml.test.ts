/**
 * Nothing may have loaded the strict parser before.
 *
 * @fresh-modules
 */
import { fromXml } from '../../../../kit/xml';

jest.mock('../../../../kit/xml/vendor/fastXmlParser', () => {
	throw new Error('The strict parser is loaded');
});

test.each([
	[
		'a list',
		'<OrderList LastOrderHeaderKey="1"><Order OrderNo="AUR-1"/><Order OrderNo="AUR-2"><Extn ExtnGift="Y"/></Order></OrderList>',
	],
	[
		'a declaration and indentation',
		'<?xml version="1.0" encoding="UTF-8"?>\r\n<Order OrderNo="1">\r\n\t<PriceInfo TotalAmount="1.00"/>\r\n</Order>\n',
	],
	[
		'entities, blanks and signs',
		'<Order Note=\'a &amp; "b" &#233; &gt; c = d\' Blank=" " Empty=""><Text>&lt;5 %</Text></Order>',
	],
	['CDATA', '<Order><Note><![CDATA[a < b & c]]></Note></Order>'],
	['an attribute and an element of one name', '<Shipment Status="1100"><Status Description="Ready"/></Shipment>'],
	['an empty element', '<ApiSuccess/>'],
	['attributes in another order, and some of them missing', '<a><b C="1" D="2"/><b D="3" C="4"/><b D="5"/></a>'],
	['blanks at the end of tags and between attributes', '<a  B="1"\n\tC="2" ><d E="3" /></a >'],
	['comments', '<!-- a --><Order><!-- <!DOCTYPE b> --><Note>c<!-- & -->d</Note></Order>'],
	['references to no character', '<Order Note="a&#0;b"/>'],
])('the quick reader alone reads %s', (_what, xml) => {
	expect(fromXml(xml)).toEqual({ root: expect.any(String), document: expect.any(Object) });
});

test.each([
	['a name beyond ASCII', '<Order Größe="1"/>'],
	['a processing instruction', '<Order><?x y?></Order>'],
	['a broken text', '<Order>'],
	['an attribute given twice', '<Order A="1" A="2"/>'],
	['two roots', '<Order/><Order/>'],
])('the strict parser is asked for %s', (_what, xml) => {
	expect(() => fromXml(xml)).toThrow('The strict parser is loaded');
});

test.each([
	['a bare ampersand', '<Order><Note>a & b</Note></Order>'],
	['a bare ampersand in an attribute', '<Order Note="a & b"/>'],
	['a bare "<" in an attribute', '<Order Note="a < b"/>'],
	['a document type', '<!DOCTYPE a><a/>'],
	['great depth', '<a>'.repeat(200)],
	['an end that is missing', '<a><!-- b'],
])('the strict parser never sees %s', (_what, xml) => {
	expect(() => fromXml(xml)).toThrow(expect.objectContaining({ category: 'badAnswer' }));
});
