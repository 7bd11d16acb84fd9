import * as fc from 'fast-check';

import { normalise } from '../../../../clients/oms';
import { fromJson } from '../../../../kit/xml/json';
import { fromXml, toXml } from '../../../../kit/xml';
import { ServiceError } from '../../../../kit/errors';
import type { Document, Value } from '../../../../kit/xml/document';
import { needsXml } from '../../../../kit/xml/document';

const name = fc.stringMatching(/^[A-Z][A-Za-z0-9_]{0,8}$/);
const text = fc
	.string({ unit: 'grapheme', maxLength: 12 })
	.filter((value) => !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(value));
const { element } = fc.letrec<{ element: Document }>((tie) => ({
	element: fc.dictionary(
		name,
		fc.oneof({ depthSize: 'small' }, text, tie('element'), fc.array(tie('element'), { minLength: 2, maxLength: 3 })),
		{ maxKeys: 4, noNullPrototype: true },
	) as fc.Arbitrary<Document>,
}));

describe('XML', () => {
	it('brings every document back unchanged', () => {
		fc.assert(
			fc.property(name, element, (root, document) => {
				expect(fromXml(toXml(root, document))).toEqual({ root, document });
			}),
		);
	});

	it('brings text content back, also beside attributes', () => {
		fc.assert(
			fc.property(
				text.filter((value) => value.trim() !== '' && !value.includes('\r')),
				(content) => {
					const document = { Note: { NoteText: 'x', '#text': content } };
					expect(fromXml(toXml('Order', document)).document).toEqual(document);
				},
			),
		);
	});

	it('keeps an attribute and an element of one name apart', () => {
		const xml = '<Shipment Status="1100.70"><Status Description="Ready"/></Shipment>';
		const { document } = fromXml(xml);
		expect(document).toEqual({ '@Status': '1100.70', Status: { Description: 'Ready' } });
		expect(fromXml(toXml('Shipment', document)).document).toEqual(document);
		expect(needsXml(document)).toBe(true);
	});

	it('drops indentation and comments, keeps blank values, decodes entities once, reads CDATA as it is', () => {
		const xml = `\uFEFF<?xml version="1.0" encoding="UTF-8"?>\n<A B=" " C="&amp;lt;&#10;&#x41;">
			<!-- no --><D>\n</D><E> </E><F>a<![CDATA[&amp;<b>]]></F>\n</A>`;
		expect(fromXml(xml)).toEqual({
			root: 'A',
			document: { B: ' ', C: '&lt;\nA', D: {}, E: { '#text': ' ' }, F: { '#text': 'a&amp;<b>' } },
		});
	});

	it('keeps long keys and amounts as texts', () => {
		const { document } = fromXml('<Order OrderHeaderKey="302602271501069280846466" Total="0010.50"/>');
		expect(document).toEqual({ OrderHeaderKey: '302602271501069280846466', Total: '0010.50' });
	});

	it('reads names, comments and instructions that Sterling does not write', () => {
		expect(fromXml("<?xml version='1.0'?><Größe Maß='1'><!-- c --><?x y?><B>a<!-- d -->b</B></Größe>")).toEqual({
			root: 'Größe',
			document: { Maß: '1', B: { '#text': 'ab' } },
		});
	});

	it('keeps the order of attributes, also where an element has the name of one', () => {
		const { document } = fromXml('<A Status="1" B="2"><Status C="3"/><Status/></A>');
		expect(Object.entries(document)).toEqual([
			['@Status', '1'],
			['B', '2'],
			['Status', [{ C: '3' }, {}]],
		]);
	});

	it.each([
		['no leaf', ''],
		['a leaf', '<b/>'],
	])('reads what it writes down to the greatest depth, with %s', (_what, leaf) => {
		const nested = (levels: number) => '<a>'.repeat(levels) + leaf + '</a>'.repeat(levels);
		const deepest = 101 - (leaf ? 1 : 0);
		const { root, document } = fromXml(nested(deepest));
		expect(fromXml(toXml(root, document))).toEqual({ root, document });
		expect(() => fromXml(nested(deepest + 1))).toThrow(expect.objectContaining({ category: 'badAnswer' }));
		expect(() => toXml('a', { a: document })).toThrow(/deeper/);
	});

	it('says which line is broken', () => {
		expect(() => fromXml('<Order>\n<Line>\n</Order>')).toThrow(/not well-formed XML \(line [23]\)/);
	});

	it.each([
		['two roots', '<a/><b/>'],
		['an attribute given twice', '<a b="1" b="2"/>'],
		['text after the end', '<a/>b'],
		['two declarations', '<?xml version="1.0"?><?xml version="1.0"?><a/>'],
		['a form feed between attributes', '<a\fb="1"/>'],
		['a reference to no character', '<a>&#12ab;</a>'],
		['another one', '<a>&#xZZ;</a>'],
		['a document type', '<!DOCTYPE a [<!ENTITY x "y">]><a b="&x;"/>'],
		['a cut off text', '<OrderList><Order OrderNo="1"/>'],
		['no XML', 'plain words'],
		['nothing', ''],
		['great depth', '<a>'.repeat(200) + '</a>'.repeat(200)],
	])('refuses %s', (_what, xml) => {
		expect(() => fromXml(xml)).toThrow(expect.objectContaining({ category: 'badAnswer' }));
	});

	it.each<[string, string, Document]>([
		['a document type in CDATA', '<a><![CDATA[<!DOCTYPE b>]]></a>', { '#text': '<!DOCTYPE b>' }],
		['a document type in a comment', '<!-- <!DOCTYPE b [<!ENTITY c "d">]> --><a b="1"/>', { b: '1' }],
		[
			'a document type in both, with a name beyond ASCII',
			'<é><!-- <!DOCTYPE b> --><![CDATA[<!doctype]]></é>',
			{ '#text': '<!doctype' },
		],
		['markup in CDATA', '<a><![CDATA[<b c="&">&amp;<!--]]></a>', { '#text': '<b c="&">&amp;<!--' }],
		['markup in an instruction', '<a><?b <c d="&"> ?></a>', {}],
		['">" in a value', '<a b="c>d" e=\'"\'/>', { b: 'c>d', e: '"' }],
		[
			'references to no character',
			'<a b="x&#0;y&#x1F;&#xFFFE;z">&#xD800;&#1114112;&#99999999999;</a>',
			{ b: 'x\ufffdy\ufffd\ufffdz', '#text': '\ufffd\ufffd\ufffd' },
		],
		[
			'no characters',
			'<a b="x\u0000y\ud800">\u0001<![CDATA[\ufffe\udfff]]></a>',
			{ b: 'x\ufffdy\ufffd', '#text': '\ufffd\ufffd\ufffd' },
		],
		['a pair of surrogates and long references', '<a b="😀&#x1F600;&#0000000065;"/>', { b: '😀😀A' }],
		['entities of others', '<a b="&nbsp;&copy;"/>', { b: '&nbsp;&copy;' }],
		[
			'names of functions',
			'<a toString="1"><valueOf/><toString/></a>',
			{ '@toString': '1', valueOf: {}, toString: {} },
		],
	])('reads %s', (_what, xml, document) => {
		expect(fromXml(xml).document).toEqual(document);
	});

	it.each([
		['a bare "&" in a value', '<a b="c & d"/>'],
		['a bare "&" in a value, beside a name beyond ASCII', '<é b="c & d"/>'],
		['a bare "&" as text', '<a>c & d</a>'],
		['a reference without an end', '<a b="&amp"/>'],
		['a bare "<" in a value', '<a b="c < d"/>'],
		['"]]>" as text', '<a>]]></a>'],
		['a document type after a comment', '<!-- b --><!DOCTYPE a><a/>'],
		['a document type inside', '<a><!DOCTYPE b></a>'],
		['"--" in a comment', '<a><!-- b -- c --></a>'],
		['a comment without an end', '<a><!-- b </a>'],
		['an attribute without a value', '<a b/>'],
		['a value without quotes', '<a b=c/>'],
		['no character in a name', '<a\u0000b/>'],
		['text after the end', '<a/><![CDATA[b]]>'],
	])('refuses %s, and tells it from a passing fault or says where it is', (_what, xml) => {
		expect(() => fromXml(xml)).toThrow(expect.objectContaining({ category: 'badAnswer' }));
	});

	it('does not start the strict parser over what the scan refuses', () => {
		// 9 values each: attributes are read sooner than elements.
		const tooMany = '<b c="" d="" e="" f="" g="" h="" i="" j=""/>'.repeat(4_000_000 / 9 + 1);
		for (const [xml, why] of [
			['<a>'.repeat(500_000), 'deeper than 100 levels'],
			['<!DOCTYPE a>', 'a document type'],
			[`<a>${tooMany}</a>`, 'more than 4000000 elements and attributes'],
		]) {
			const message = expect.stringContaining(why) as string;
			expect(() => fromXml(xml)).toThrow(expect.objectContaining({ passing: false, message }));
		}
		// Long and unusual: the strict parser would take a minute.
		expect(() => fromXml(`<é>${'b '.repeat(2_000_000)}</é>`)).toThrow(/longer than 4000000/);
	});

	it.each(['__proto__', 'constructor', 'prototype'])('never touches a prototype through %s', (hostile) => {
		let document: Document = {};
		try {
			({ document } = fromXml(`<A ${hostile}="1"><${hostile} polluted="1"/><B/></A>`));
		} catch (error) {
			expect(error).toBeInstanceOf(ServiceError);
		}
		expect(Object.keys(document)).not.toContain(hostile);
		expect(({} as Record<string, unknown>).polluted).toBeUndefined();
		expect(Object.getPrototypeOf(document)).toBe(Object.prototype);
	});

	it('refuses names and characters that XML cannot carry', () => {
		expect(() => toXml('Order', { 'a b': 'x' })).toThrow(ServiceError);
		expect(() => toXml('Order', { 'x="1"><y': 'x' })).toThrow(ServiceError);
		expect(() => toXml('Order', { Note: 'a\u0000b' })).toThrow(/Note/);
		expect(() => toXml('Order', { Note: '\ud800' })).toThrow(/Note/);
		expect(() => toXml('Order', { '@A': { B: 'c' } })).toThrow(/@A/);
	});

	it('refuses a document that holds itself', () => {
		const document: Document = {};
		document.Self = document;
		expect(() => toXml('Order', document)).toThrow(/deeper/);
	});
});

describe('JSON', () => {
	it('brings every document back unchanged', () => {
		fc.assert(fc.property(element, (document) => expect(fromJson(JSON.stringify(document))).toEqual(document)));
	});

	it('keeps the digits of every number and leaves texts alone', () => {
		const digits = fc.stringMatching(/^-?(0|[1-9]\d{0,30})(\.\d{1,20})?(e[+-]?\d{1,2})?$/);
		fc.assert(
			fc.property(digits, fc.string(), (number, string) => {
				const json = `{"n":${number},"s":${JSON.stringify(string)},"l":[${number}]}`;
				expect(fromJson(json)).toEqual({ n: number, s: string, l: [number] });
			}),
		);
	});

	it('turns scalars into texts and tolerates a byte order mark', () => {
		expect(fromJson('\uFEFF{"a":true,"b":false,"c":null,"d":1.50,"e":" "}')).toEqual({
			a: 'Y',
			b: 'N',
			c: '',
			d: '1.50',
			e: ' ',
		});
		expect(fromJson('[{"OrderNo":"1"}]')).toEqual({ '#rows': [{ OrderNo: '1' }] });
		expect(fromJson('"done"')).toEqual({ '#text': 'done' });
	});

	it('drops members that would reach a prototype', () => {
		const document = fromJson('{"__proto__":{"polluted":"1"},"constructor":"x","OrderNo":"1"}');
		expect(Object.keys(document)).toEqual(['OrderNo']);
		expect(document.polluted).toBeUndefined();
	});

	it('refuses what is cut off or too deep, without quoting it', () => {
		expect(() => fromJson('{"Password":"hunter2",')).toThrow(expect.objectContaining({ category: 'badAnswer' }));
		expect(() => fromJson('{"Password":"hunter2",')).not.toThrow(/hunter2/);
		expect(() => fromJson('{"a":'.repeat(200) + '"x"' + '}'.repeat(200))).toThrow(/deeper/);
	});

	it('replaces what no system downstream can store', () => {
		expect(fromJson('{"a":"x\\u0000y","b":["\\ud800","\\ud83d\\ude00"],"n":1}')).toEqual({
			a: 'x\ufffdy',
			b: ['\ufffd', '😀'],
			n: '1',
		});
	});

	it.each([
		['lists', '[', ']'],
		['objects', '{"a":', '}'],
	])('reads %s as deep as XML, and no deeper', (_what, open, close) => {
		const nested = (levels: number) => `${open.repeat(levels)}"x"${close.repeat(levels)}`;
		expect(() => fromJson(nested(101))).not.toThrow();
		expect(() => fromJson(nested(102))).toThrow(expect.objectContaining({ passing: false }));
		// Brackets in texts are no levels.
		expect(fromJson(`{"a":"${'['.repeat(500)}\\"${'{'.repeat(500)}"}`)).toEqual({
			a: `${'['.repeat(500)}"${'{'.repeat(500)}`,
		});
	});

	it('reads large texts', () => {
		const long = 'x\\"'.repeat(200_000);
		expect((fromJson(`{"a":"${long}"}`).a as string).length).toBe(400_000);
	});
});

describe('normalise', () => {
	it.each<[string, Document, Document]>([
		['OrderList', { Order: { OrderNo: '1' } }, { Order: [{ OrderNo: '1' }] }],
		[
			'Order',
			{ OrderLines: { OrderLine: { PrimeLineNo: '1' } } },
			{ OrderLines: { OrderLine: [{ PrimeLineNo: '1' }] } },
		],
		['Assignment', { Supplies: { Supply: { A: '1' } } }, { Supplies: { Supply: [{ A: '1' }] } }],
		['OrderLine', { OrderStatuses: { OrderStatus: {} } }, { OrderStatuses: { OrderStatus: [{}] } }],
		['OrderLine', { LineTaxes: { LineTax: {} } }, { LineTaxes: { LineTax: [{}] } }],
		['Order', { AllowedModifications: { Modification: {} } }, { AllowedModifications: { Modification: [{}] } }],
		[
			'Availability',
			{ ShipNodeAvailableInventory: { Inventory: {} } },
			{ ShipNodeAvailableInventory: { Inventory: [{}] } },
		],
		['Order', { Extn: { ExtnGiftList: { ExtnGift: {} } } }, { Extn: { ExtnGiftList: { ExtnGift: [{}] } } }],
		['Promise', { SuggestedOption: { Option: {} } }, { SuggestedOption: { Option: {} } }],
		[
			'Order',
			{ PriceInfo: { Currency: 'USD' }, Status: 'Created' },
			{ PriceInfo: { Currency: 'USD' }, Status: 'Created' },
		],
		['OrderList', {}, {}],
		['OrderLines', { OrderLine: [] }, { OrderLine: [] }],
	])('in %s', (root, document, expected) => {
		expect(normalise(document, root)).toEqual(expected);
	});

	it('changes nothing twice', () => {
		fc.assert(
			fc.property(name, element, (root, document) => {
				const once = normalise(document, root);
				expect(normalise(once, root)).toEqual(once);
			}),
		);
	});

	it('makes JSON and XML answers of one list alike', () => {
		const rows: Value = [{ OrderNo: '1', OrderLines: { OrderLine: [{ PrimeLineNo: '1' }] } }];
		const xml = fromXml(toXml('OrderList', { Order: rows })).document;
		expect(normalise(xml, 'OrderList')).toEqual(normalise(fromJson(JSON.stringify({ Order: rows })), 'OrderList'));
	});
});
