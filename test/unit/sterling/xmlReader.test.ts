import { XMLParser, XMLValidator } from 'fast-xml-parser';

import { fromXml } from '../../../sterling';

const refused = expect.objectContaining({ category: 'badAnswer' });

test.each([
	['an open tag at the end', '<a><b></a>'],
	['a wrong end tag', '<a><b></c></a>'],
	['two roots', '<a/><b/>'],
	['text beside the root', '<a/>x'],
	['an end without a start', '</a>'],
	['an attribute twice', '<a b="1" b="2"/>'],
	['an attribute without a value', '<a b/>'],
	['attributes without a blank between', '<a b="1"c="2"/>'],
	['an attribute without quotes', '<a b=1/>'],
	['a sign that is no name', '<a><1/></a>'],
	['a lone ampersand', '<a b="x & y"/>'],
	['a lone ampersand in the text', '<a>x & y</a>'],
	['a tag in an attribute', '<a b="<c>"/>'],
	['an open comment', '<a><!-- x</a>'],
	['an open CDATA', '<a><![CDATA[x</a>'],
	['CDATA beside the root', '<![CDATA[x]]><a/>'],
	['an open instruction', '<?xml version="1.0"'],
	['a cut off tag', '<a b="1'],
])('refuses %s', (_what, xml) => {
	expect(() => fromXml(xml)).toThrow(refused);
});

test('names the line, and nothing of the text', () => {
	expect(() => fromXml('<a>\n<b secret="x">\n</a>')).toThrow('The text is not well-formed XML (line 3).');
});

test('takes what XML allows', () => {
	expect(fromXml(`<?xml version='1.0'?><!-- a > b -->\r\n<ns:A b = 'it"s' c="1>0&lt;2"\n\td="x\ny"><B></B ><?p x?></ns:A >\n<!-- end -->`)).toEqual({
		root: 'ns:A',
		document: { b: 'it"s', c: '1>0<2', d: 'x y', B: {} },
	});
});

test('leaves entities that are not of XML as they are', () => {
	expect(fromXml('<a b="&nbsp;&#x110000;&amp;amp;"/>').document).toEqual({ b: '&nbsp;&#x110000;&amp;' });
});

test('sees the elements and attributes that a general parser sees', () => {
	const xml = '<L><O N="1"><X Y="&#233;">t</X><X/></O><O N="2"/>\n<P a="b"/></L>';
	expect(XMLValidator.validate(xml)).toBe(true);
	const options = { ignoreAttributes: false, attributeNamePrefix: '', parseAttributeValue: false, textNodeName: '#text' };
	const parsed = new XMLParser({ ...options, htmlEntities: true }).parse(xml) as { L: unknown };
	const blank = (value: unknown): unknown => JSON.parse(JSON.stringify(value).replaceAll('""', '{}'));
	expect(fromXml(xml).document).toEqual(blank(parsed.L));
});
