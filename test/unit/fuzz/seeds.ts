/** Answers as Sterling and what stands before it send them; the fuzzer takes them apart. */
export const JSON_SEEDS: readonly string[] = [
	'{"Order":[{"OrderNo":"AUR-1","OrderHeaderKey":"2026010112000000012345678","OrderLines":{"OrderLine":[{"PrimeLineNo":"1","OrderedQty":"2.00"}]}}],"LastRecordSet":"Y"}',
	'{"IsLastPage":"Y","Output":{"OrderList":{"Order":{"OrderNo":"AUR-1","Extn":{}}}}}',
	'{"errors":[{"ErrorCode":"YFS10003","ErrorDescription":"YFS:Invalid Order","Attribute":[{"Name":"OrderNo","Value":"1"}],"Error":{"ErrorCode":"X"}}]}',
	'{"Errors":{"Error":[{"ErrorCode":"YCP0427","MoreInfo":{"Stack":"at a.b(C.java:1)","Table":"T"}}]}}',
	'{"UserToken":"abc","n":12345678901234567890.10,"yes":true,"none":null,"e":-1.5e-7,"s":"\\u00e9\\"\\\\"}',
	'[{"OrderNo":"1"},{"OrderNo":"2"}]',
	'{"__proto__":{"polluted":"yes"},"constructor":{"prototype":{"polluted":"yes"}},"a":{"__proto__":[1]}}',
	'""',
];

export const XML_SEEDS: readonly string[] = [
	'<?xml version="1.0" encoding="UTF-8"?><OrderList LastOrderHeaderKey="1"><Order OrderNo="AUR-1" Note="a &amp; b &#233;&#xE9;"><OrderLines><OrderLine PrimeLineNo="1"/><OrderLine PrimeLineNo="2"/></OrderLines></Order></OrderList>',
	'<Errors><Error ErrorCode="YFS10003" ErrorDescription="YFS:Invalid Order" ErrorUniqueExceptionId="1"><Attribute Name="OrderNo" Value="1"/><Stack>at a.b(C.java:1)</Stack><Error ErrorCode="X"/></Error></Errors>',
	'<MultiApi><API Name="createOrder"><Output><Order OrderNo="1"/></Output></API><API><Output/></API></MultiApi>',
	'<ApiSuccess/>',
	'<a><!-- c --><b c="1">text</b><![CDATA[<&]]><?pi x?></a>',
	'<!DOCTYPE lolz [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><x>&b;</x>',
	'<x __proto__="polluted"><__proto__ polluted="yes"/><constructor><prototype polluted="yes"/></constructor></x>',
	'<!doctype html><html><body>Sign in</body></html>',
];

/** Pieces that are put in where it hurts. */
export const PIECES: readonly string[] = [
	'{', '}', '[', ']', '"', ':', ',', '\\', '<', '>', '</', '/>', '&', ';', '=', "'", '\u0000', '\uFEFF', '\uD800', '\u2028',
	'__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', '#text', '#rows', '@a', ':@', '#cdata',
	'&lt;', '&#x110000;', '&#0;', '&a;', ']]>', '<![CDATA[', '<!--', '-->', '<?', '?>', '<!DOCTYPE', '<!ENTITY x "y">',
	'1e999', '-0', '00', 'null', 'true', 'NaN', 'Error', 'Errors', 'errors', 'ErrorCode', 'MoreInfo', 'Attribute',
	'{"a":'.repeat(200), '['.repeat(5000), '<a>'.repeat(200), '<a b="'.repeat(50), ' '.repeat(2000), '&amp;'.repeat(500),
];
