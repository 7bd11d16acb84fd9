import { evaluate, template } from './template';

const notices = template('new-order-notices').node('Sort lines by delivery method');
const tracking = template('shipment-tracking-mail').node('Write the notice');

const settings = () => ({ first: () => ({ json: { pickupMethods: [], shippingMethods: [] } }) });
const noticeOf = (json: object, field: string) =>
	evaluate(notices, field, { $json: { OrderLines: [], ...json }, $: settings });
const trackingOf = (shipment: object, order: object, field: string) =>
	evaluate(tracking, field, {
		$json: order,
		$: () => ({
			item: { json: { ShipmentLines: [], numbers: [], ...shipment } },
			first: () => ({ json: { carriers: {} } }),
		}),
	});

const ONE = [
	'ann@example.com',
	' ann@example.com ',
	'o.brien+shop@mail.example.co.uk',
	'ann_1@example.com',
	"o'hara@example.com",
	'änn@exämple.com',
	'ann!#$%&*+/=?^_`{|}~-@example.com',
];
const NOT_ONE = [
	'',
	' ',
	'a@example.com, b@example.com',
	'a@example.com,b@example.com',
	'a@example.com;b@example.com',
	'a@example.com b@example.com',
	'a@example.com\nb@example.com',
	'a@example.com\r\nBcc: b@example.com',
	'a@example.com\u2028b@example.com',
	'group: a@example.com, b@example.com;',
	'group:a@example.com;',
	'Ann <a@example.com>',
	'<a@example.com>',
	'"a, b"@example.com',
	'a@b@example.com',
	'a@example.com(comment)',
	'a@[127.0.0.1]',
	'a@localhost',
	'ann',
	'@example.com',
	'a@',
	'a@example.com\u0000',
	'a@example.com\u202e',
	`${'a'.repeat(250)}@example.com`,
];

describe.each([
	['new-order-notices', (address: string) => noticeOf({ CustomerEMailID: address }, 'email')],
	[
		'new-order-notices, from the bill-to address',
		(address: string) => noticeOf({ BillTo: { EMailID: address } }, 'email'),
	],
	['shipment-tracking-mail', (address: string) => trackingOf({ email: address }, {}, 'email')],
	[
		'shipment-tracking-mail, from the order',
		(address: string) => trackingOf({}, { CustomerEMailID: address }, 'email'),
	],
] as const)('%s', (_name, emailOf) => {
	test.each(ONE)('writes to %j', (address) => expect(emailOf(address)).toBe(address.trim()));
	test.each(NOT_ONE)('writes to nobody for %j', (address) => expect(emailOf(address)).toBe(''));
});

test('an address that is none is not replaced by another one', () => {
	expect(noticeOf({ CustomerEMailID: 'a@x.example, b@x.example', BillTo: { EMailID: 'c@x.example' } }, 'email')).toBe(
		'',
	);
	expect(noticeOf({ CustomerEMailID: ' ', BillTo: { EMailID: 'c@x.example' } }, 'email')).toBe('c@x.example');
});

const NAMES: Array<[string, string]> = [
	['Ann', 'Ann'],
	["Anna-María d'Arc", "Anna-María d'Arc"],
	['Åsa 李', 'Åsa 李'],
	['J.R. Smith', 'J. R. Smith'],
	['Ann\nPay at evil.example', 'Ann Pay at evil. example'],
	['Ann\r\n\r\nhttps://evil.example/pay?x=1', 'Ann https evil. example pay x 1'],
	['Ann\u2028\u2029\u0085x', 'Ann x'],
	['<a href="https://evil.example">x</a>', 'a href https evil. example x a'],
	['www.evil.example', 'www. evil. example'],
	['mailto:x@evil.example', 'mailto x evil. example'],
	['evil。example', 'evil example'],
	['\u202Egnp.exe', 'gnp. exe'],
	['', ''],
];

test.each(NAMES)('the name %j is written as %j', (given, written) => {
	expect(noticeOf({ CustomerFirstName: given }, 'firstName')).toBe(written);
	expect(noticeOf({ ShipTo: { AddressLine1: given } }, 'shipToText')).toBe(written);
	expect(trackingOf({ ShipTo: { FirstName: given } }, {}, 'text')).toContain(`Hello ${written},`);
});

test('a long name is cut', () => {
	expect(noticeOf({ CustomerFirstName: 'x'.repeat(10_000) }, 'firstName')).toHaveLength(60);
});
