import fc from 'fast-check';

import { processIdIn, adapterUrl } from '../../../../clients/b2bi/adapter';
import { keyOf, queryText, serviceUrl, throughRoot } from '../../../../clients/b2bi/address';
import { apiRoot } from '../../../../clients/b2bi/connection';
import { extractabilityFields, extractabilityOf } from '../../../../clients/b2bi/extractability';
import { multipartBody } from '../../../../clients/b2bi/multipart';
import { cleanName, withCleanNames } from '../../../../clients/b2bi/names';
import { clientProof, grantOf, tokenRequest } from '../../../../clients/b2bi/oauth';
import { stateOf, timeIn } from '../../../../clients/b2bi/processes';
import { meansEmpty } from '../../../../clients/b2bi/responseErrors';
import {
	fitsPattern,
	flagOf,
	isoDate,
	masked,
	namesIn,
	plain,
	secretsIn,
	simplified,
} from '../../../../clients/b2bi/values';
import { isRecord } from '../../../../kit/record';

const ROOT = 'https://b2b.example:10075/B2BAPIs/svc';

describe('the base URL', () => {
	it.each([
		'b2b.example:10075',
		'https://b2b.example:10075',
		' https://b2b.example:10075/ ',
		'https://b2b.example:10075/B2BAPIs',
		'https://b2b.example:10075/b2bapis/svc/',
		'https://b2b.example:10075/B2BAPIs/svc/doc',
		'https://b2b.example:10075/B2BAPIs/svc/mailboxes/',
	])('is understood as %s', (typed) => expect(apiRoot(typed)).toBe(ROOT));

	it('keeps the path of a gateway', () => {
		expect(apiRoot('https://gateway.example/b2b/B2BAPIs/svc')).toBe('https://gateway.example/b2b/B2BAPIs/svc');
		expect(apiRoot('https://gateway.example/b2b')).toBe('https://gateway.example/b2b/B2BAPIs/svc');
	});

	it.each(['', 'ftp://host', 'https://user:secret@host', 'https://host?x=1', 'https://a b'])('refuses %p', (typed) => {
		expect(() => apiRoot(typed)).toThrow(/base URL/);
	});
});

describe('addresses', () => {
	it('end with a slash behind a service, and encode each part of a key', () => {
		expect(serviceUrl(ROOT, 'mailboxes')).toBe(`${ROOT}/mailboxes/`);
		expect(serviceUrl(ROOT, 'workflows', { key: 'My Process/3' })).toBe(`${ROOT}/workflows/My%20Process/3`);
		expect(serviceUrl(ROOT, 'a', { key: 'k', action: 'do' })).toBe(`${ROOT}/a/k/actions/do`);
		expect(queryText({ a: 'x y', b: undefined, c: true })).toBe('?a=x+y&c=true');
	});

	it('give their key, decoded', () => {
		expect(keyOf('http://h:1/B2BAPIs/svc/documents/host%3Anode1%3A17/')).toBe('host:node1:17');
		expect(keyOf('host:node1:17')).toBe('host:node1:17');
		expect(keyOf('/x/100%')).toBe('100%');
	});

	it('lead through the root, wherever they are, and other texts stay', () => {
		const href = 'http://internal:5074/B2BAPIs/svc/mailboxes/3';
		const moved = throughRoot([{ href, actions: { $ref: `${href}/actions/` }, name: href }], ROOT);
		expect(moved).toEqual([
			{ href: `${ROOT}/mailboxes/3`, actions: { $ref: `${ROOT}/mailboxes/3/actions/` }, name: href },
		]);
		expect(throughRoot({ Location: 'http://x/other' }, ROOT)).toEqual({ Location: 'http://x/other' });
	});
});

describe('values', () => {
	it.each([
		[{ code: true, display: 'Yes' }, true],
		[{ code: 'R', display: 'Regular' }, 'R'],
		[{ code: 1 }, 1],
		[
			{ code: 'x', display: 'y', more: 1 },
			{ code: 'x', display: 'y', more: 1 },
		],
		[[{ code: false, display: 'No' }], [false]],
	])('%j reads as %j', (value, expected) => expect(plain(value)).toEqual(expected));

	it('reads a yes in any form', () => {
		for (const yes of [true, 'true', 'Y', { code: true, display: 'Yes' }, { code: 'true' }]) {
			expect(flagOf({ a: yes }, 'a')).toBe(true);
		}
		for (const no of [false, 'false', '', null, undefined, { code: false }]) expect(flagOf({ a: no }, 'a')).toBe(false);
	});

	it('simplifies a record, and writes dates in UTC', () => {
		expect(
			simplified({
				_id: '7',
				_title: 't',
				href: 'h',
				actions: {},
				made: '2020-03-14T17:19:20.000+0100',
				is: { code: false },
			}),
		).toEqual({ _id: '7', made: '2020-03-14T16:19:20.000Z', is: false });
		expect(isoDate('2020-03-14')).toBe('2020-03-14');
	});

	it('reads names from a text or a list', () => {
		expect(namesIn(' a, b ,,c')).toEqual(['a', 'b', 'c']);
		expect(namesIn([{ name: 'a' }, 'b'])).toEqual(['a', 'b']);
		expect(namesIn(undefined)).toEqual([]);
	});

	it('knows what must not show', () => {
		const row = { password: 'p1', passwordPolicy: 'open', inner: [{ sshPassword: 'p2' }] };
		expect(secretsIn(row)).toEqual(['p1', 'p2']);
		expect(masked(row)).toEqual({ password: '***', passwordPolicy: 'open', inner: [{ sshPassword: '***' }] });
	});

	it('takes the bytes of an upload for one value, however many there are', () => {
		const bytes = Buffer.from('password=1');
		expect(isRecord(bytes)).toBe(false);
		expect(secretsIn({ contentType: 'text/plain', bytes, password: 'p1' })).toEqual(['p1']);
		expect(masked({ bytes })).toEqual({ bytes });
	});

	it('compares with patterns, and takes all other characters as they are', () => {
		expect(fitsPattern('855_*.edi', '855_PO.EDI')).toBe(true);
		expect(fitsPattern('/*/Inbox', '/A/B/Inbox')).toBe(true);
		expect(fitsPattern('a?c', 'abc')).toBe(true);
		expect(fitsPattern('a*b*c', 'a-b-b-c')).toBe(true);
		expect(fitsPattern('a*b', 'a-b-c')).toBe(false);
		expect(fitsPattern('*a'.repeat(40), `${'a'.repeat(2000)}b`)).toBe(false);
		fc.assert(
			fc.property(fc.string(), (text) => {
				expect(fitsPattern(text.replace(/[*?]/g, ''), text.replace(/[*?]/g, ''))).toBe(true);
				expect(fitsPattern('*', text)).toBe(true);
			}),
		);
	});
});

describe('names', () => {
	it.each([
		["O'Brien & Sons, Inc.", 'OBrien & Sons Inc'],
		['Müller GmbH', 'Müller GmbH'],
		['A/B (C)', 'A B C'],
		['...', ''],
	])('%s becomes %s', (name, expected) => expect(cleanName(name)).toBe(expected));

	it('never hold what the server refuses, and are not changed twice', () => {
		fc.assert(
			fc.property(fc.string(), (name) => {
				expect(cleanName(name)).not.toMatch(/[!@#%^*()+?,<>{}[\]|;"'/\\.]/);
				expect(cleanName(cleanName(name))).toBe(cleanName(name));
			}),
		);
	});

	it('are told where they were changed, and stay where nothing would be left', () => {
		const { row, changes } = withCleanNames({ givenName: 'A.', surname: '...', partnerName: 'P', city: 'X, Y' });
		expect(row).toEqual({ givenName: 'A', surname: '...', partnerName: 'P', city: 'X, Y' });
		expect(changes).toEqual([{ field: 'givenName', from: 'A.', to: 'A' }]);
	});
});

describe('extractability', () => {
	it('is one field, and a time is in the zone of the server', () => {
		expect(extractabilityFields({ always: true }, 'UTC')).toEqual({ extractableAlways: true });
		expect(extractabilityFields({ until: '2026-01-15T12:30:00Z' }, 'Asia/Tokyo')).toEqual({
			extractableUntil: '20260115T2130',
		});
		expect(() => extractabilityFields({ count: 1.5 }, 'UTC')).toThrow('whole number');
		expect(() => extractabilityFields({ until: 'soon' }, 'UTC')).toThrow('not a date');
	});

	it.each([
		[{ extractableAlways: { code: true, display: 'Yes' } }, { always: true }],
		[{ extractableAlways: false, extractableCount: 2 }, { count: 2 }],
		[{ extractableUntil: '2026-01-15T12:30:00.000+0000' }, { until: '2026-01-15T12:30:00.000Z' }],
		[{ extractableAlways: 'false' }, { count: 0 }],
		[{}, undefined],
	])('%j is read', (row, expected) => expect(extractabilityOf(row)).toEqual(expected));
});

test('an upload has its file between boundaries, byte by byte', () => {
	const content = Buffer.from([0, 13, 10, 255]);
	const { contentType, body } = multipartBody({ name: 'a"b', mailboxPath: '/A', contentType: 'x/y', content });
	const [, boundary] = /boundary=(.+)/.exec(contentType)!;
	const text = body.toString('latin1');
	expect(
		text.startsWith(`--${boundary}\r\nContent-Disposition: form-data; name="upstream"; filename="a%22b"\r\n`),
	).toBe(true);
	expect(text).toContain(`\r\n\r\n${content.toString('latin1')}\r\n--${boundary}\r\n`);
	expect(text.endsWith(`name="mailboxName"\r\n\r\n/A\r\n--${boundary}--\r\n`)).toBe(true);
});

describe('OAuth2', () => {
	const login = {
		style: 'oauth2',
		tokenUrl: 'https://id.example/token',
		clientId: 'a:b',
		clientSecret: 'ü+ ',
		scope: ' s1 s2 ',
		clientAuthentication: 'body',
	} as const;
	const common = { timeoutMs: 1, maxResponseBytes: 1, headers: {} };

	it('proves the client in one of two places', () => {
		const inBody = tokenRequest(login, common);
		expect(inBody.headers).not.toHaveProperty('Authorization');
		expect(Object.fromEntries(new URLSearchParams(String(inBody.body)))).toEqual({
			grant_type: 'client_credentials',
			scope: 's1 s2',
			client_id: 'a:b',
			client_secret: 'ü+ ',
		});
		const inHeader = tokenRequest({ ...login, clientAuthentication: 'header' }, common);
		expect(inHeader.body).not.toContain('client_secret');
		expect(Buffer.from(clientProof('a:b', 'ü+ '), 'base64').toString()).toBe('a%3Ab:%C3%BC%2B+');
	});

	it.each([
		[200, '{"access_token":"t","expires_in":300}', 270_000],
		[200, '{"access_token":"t","expires_in":"60"}', 54_000],
		[200, '{"access_token":"t"}', 270_000],
	])('a token of HTTP %i %s is renewed in time', (status, body, until) => {
		expect(grantOf({ status, body, headers: {} }, 0)).toEqual({ token: 't', until });
	});

	it.each([
		[401, '', 'authentication'],
		[400, '{"error":"invalid_scope"}', 'authentication'],
		[200, '<html/>', 'configuration'],
		[404, '<html/>', 'configuration'],
		[503, '', 'server'],
		[429, '', 'throttled'],
	])('HTTP %i %s is an error: %s', (status, body, category) => {
		expect(() => grantOf({ status, body, headers: {} }, 0)).toThrow(expect.objectContaining({ category }));
	});
});

describe('processes', () => {
	it.each([
		['Success', 'succeeded'],
		['Waiting_on_IO', 'waiting'],
		['Error', 'failed'],
		['Service configuration error', 'failed'],
		['Interrupted_Man', 'halted'],
		['WFE Halted', 'halted'],
		['terminated', 'terminated'],
		['0', 'succeeded'],
		['1', 'failed'],
		['450', 'failed'],
		['Something new', 'running'],
	])('%s means %s', (word, state) => expect(stateOf(word)).toBe(state));

	it('has times in the zone of the server', () => {
		expect(timeIn('2026-07-14 17:19:20.5', 'Europe/Berlin')).toBe('2026-07-14T15:19:20.500Z');
		expect(timeIn('later', 'UTC')).toBe('later');
	});

	it('gives its ID where it is looked for, and an error where it is not', () => {
		const response = { text: '{"a":{"id":7}}', headers: { 'x-id': '9' } };
		expect(processIdIn({ from: 'none' }, response)).toBeUndefined();
		expect(processIdIn({ from: 'field', path: 'a.id' }, response)).toBe('7');
		expect(processIdIn({ from: 'header', name: 'X-ID' }, response)).toBe('9');
		expect(processIdIn({ from: 'pattern', pattern: '"id":(\\d)' }, response)).toBe('7');
		expect(() => processIdIn({ from: 'field', path: 'b' }, response)).toThrow(/was started/);
	});

	it('is started at a whole address', () => {
		const start = { content: Buffer.from(''), contentType: 'x', withLogin: false };
		expect(adapterUrl({ ...start, url: 'http://h:1/u?a=1', messageName: 'm n', query: { b: '2' } }).href).toBe(
			'http://h:1/u?a=1&b=2&MessageName=m+n',
		);
		for (const url of ['', '/drop', 'ftp://h/x', 'http://u:p@h/x']) {
			expect(() => adapterUrl({ ...start, url })).toThrow(/adapter URI/);
		}
	});
});

describe('a refused list', () => {
	it.each([
		['API000103: No records were found.', true],
		['', true],
		['API000131: Invalid value', false],
		['You do not have permission', false],
		['java.lang.NullPointerException', false],
	])('that says %p is empty: %p', (description, expected) => {
		expect(meansEmpty(400, { description })).toBe(expected);
		expect(meansEmpty(404, { description })).toBe(expected);
		expect(meansEmpty(500, { description })).toBe(false);
		expect(meansEmpty(400, undefined)).toBe(false);
	});
});
