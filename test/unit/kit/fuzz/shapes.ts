/** Texts of about `size` characters, made to be hard for a reader. Each grows by what it repeats. */
export type Shape = (size: number) => string;

const times = (piece: string) => (size: number) => piece.repeat(Math.ceil(size / piece.length));
/** A list of pieces that all differ, of `length` characters each. */
const distinct =
	(piece: (name: string) => string) =>
	(size: number): string => {
		const length = piece('n00000').length;
		return Array.from({ length: Math.ceil(size / length) }, (_, index) =>
			piece(`n${index.toString(36).padStart(5, '0')}`),
		).join('');
	};
const inside =
	(before: string, middle: Shape, after: string): Shape =>
	(size) =>
		before + middle(size) + after;
const both =
	(first: Shape, second: Shape): Shape =>
	(size) =>
		first(size / 2) + second(size / 2);

export const XML_SHAPES: Record<string, Shape> = {
	'open tags': times('<a>'),
	'open tags with a value': times('<a b="'),
	'closing tags': inside('<a>', times('</a>'), ''),
	'less-than signs': inside('<a>', times('<'), ''),
	'greater-than signs': inside('<a>', times('>'), '</a>'),
	ampersands: inside('<a>', times('&'), '</a>'),
	'ampersands in a value': inside('<a b="', times('&'), '"/>'),
	'references without an end': inside('<a>', times('&a'), '</a>'),
	references: inside('<a>', times('&amp;&#65;&x;'), '</a>'),
	'references in a value': inside('<a b="', times('&amp;&#65;&x;'), '"/>'),
	'references to no character': inside('<a>', times('&#0;&#xD800;'), '</a>'),
	'no characters': inside('<a>', times('\u0000\ud800'), '</a>'),
	'long digits': inside('<a>&#', times('1'), ';</a>'),
	comments: inside('<a>', times('<!-- b -->'), '</a>'),
	'comments without an end': inside('<a>', times('<!--'), ''),
	'dashes in a comment': inside('<a><!--', times('-'), '--></a>'),
	CDATA: inside('<a>', times('<![CDATA[b]]>'), '</a>'),
	'CDATA without an end': inside('<a>', times('<![CDATA['), ''),
	'brackets in CDATA': inside('<a><![CDATA[', times(']'), ']]></a>'),
	instructions: inside('<a>', times('<?b c?>'), '</a>'),
	'instructions without an end': inside('<a>', times('<?b '), ''),
	'a document type': inside('<!DOCTYPE a [', times('<!ENTITY b "c">'), ']><a/>'),
	'a document type in CDATA': inside('<a><![CDATA[', times('<!DOCTYPE b '), ']]></a>'),
	siblings: inside('<a>', times('<b/>'), '</a>'),
	'siblings of different names': inside(
		'<a>',
		distinct((name) => `<${name}/>`),
		'</a>',
	),
	'siblings and text': inside('<a>', times('b<c/>'), '</a>'),
	'names beyond ASCII': inside('<a>', times('<é/>'), '</a>'),
	attributes: inside(
		'<a',
		distinct((name) => ` ${name}="1"`),
		'/>',
	),
	'one attribute many times': inside('<a', times(' b="1"'), '/>'),
	'attributes and elements of the same names': both(
		inside(
			'<a',
			distinct((name) => ` ${name}="1"`),
			'>',
		),
		inside(
			'',
			distinct((name) => `<${name}/>`),
			'</a>',
		),
	),
	'attributes without a value': inside('<a', times(' b'), '/>'),
	'equals signs': inside('<a ', times('='), '/>'),
	quotes: inside('<a ', times('"'), '/>'),
	slashes: inside('<a ', times('/'), '>'),
	'a long name': inside('<', times('a'), '/>'),
	colons: inside('<', times('a:'), 'a/>'),
	namespaces: inside(
		'<a',
		distinct((name) => ` xmlns:${name}="u"`),
		'/>',
	),
	'blanks in a tag': inside('<a', times(' '), '/>'),
	'blanks as text': inside('<a>', times(' '), '</a>'),
	'blanks after the end': inside('<a/>', times(' '), 'x'),
	'carriage returns': inside('<a>', times('\r'), '</a>'),
	'an error at the end': inside('<a>', times('<b c="d">e</b>\n'), '<c></a>'),
	'a declaration without an end': inside('<?xml version="1.0"', times(' a="b"'), ''),
};

export const JSON_SHAPES: Record<string, Shape> = {
	'open lists': times('['),
	'open objects': times('{"a":'),
	'closing brackets': times(']'),
	'empty lists': inside('[', times('[],'), '[]]'),
	numbers: inside('[', times('1,'), '1]'),
	'one long number': inside('[', times('1'), ']'),
	'number and strings': inside('{"a":1,"b":["', times('c","'), 'd"]}'),
	quotes: times('"'),
	backslashes: inside('"', times('\\'), '"'),
	'escaped quotes': inside('["', times('\\"'), '"]'),
	'a string without an end': inside('["', times('a\\\\'), ''),
	'escaped surrogates': inside('["', times('\\ud800'), '"]'),
	'different names': inside(
		'{',
		distinct((name) => `"${name}":"",`),
		'"z":""}',
	),
	'one name many times': inside('{', times('"a":"",'), '"a":""}'),
	'names of prototypes': inside('{', times('"__proto__":{},'), '"a":""}'),
	commas: inside('[', times(','), ']'),
	blanks: inside('[', times(' '), ']'),
	'errors inside errors': inside(
		'{"errors":[',
		times('{"ErrorCode":"A","Attribute":[{"Name":"B","Value":"C"}]},'),
		'{}]}',
	),
};

export const PEM_SHAPES: Record<string, Shape> = {
	'lines that begin': times('-----BEGIN A-----'),
	'lines that begin something new': distinct((name) => `-----BEGIN ${name.toUpperCase()}-----`),
	'lines that end': times('-----END A-----'),
	'blocks without content': times('-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n'),
	dashes: times('-'),
	'dashes and blanks': times('- '),
	'BEGIN without a label': times('-BEGIN '),
	backslashes: times('\\'),
	'backslashes and quotes': times('\\"'),
	'escapes that are none': times('\\u00'),
	'quotes and blanks': times('" '),
	'headers of old keys': inside('-----BEGIN A-----', times('Proc-Type: 4,ENCRYPTED '), '-----END A-----'),
	Base64: times('MIIB'),
	'Base64 with dashes': inside('-----BEGIN CERTIFICATE-----', times('-'), '-----END CERTIFICATE-----'),
	'hexadecimal digits': times('30'),
	'digits and colons': times('30:'),
	'nested lengths': (size) => Buffer.from('3080'.repeat(size / 4), 'hex').toString('base64'),
	blanks: times(' \n'),
};
