import * as fc from 'fast-check';

import { ServiceError } from '../../../../kit/errors';
import { redactText, Secrets, shownTarget } from '../../../../kit/http/redact';
import { anyCharacter } from '../../../support/characters';

const secret = `Zoë&<"pä'ss/w+rd> 9`;
const hex = (text: string) => text.replace(/[A-F]/g, (digit) => digit.toLowerCase());
const xml = secret.replace(/&/g, '&amp;').replace(/</g, '&lt;');
const escapedUnicode = [...secret].map((c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** The forms in which a secret travels. */
const FORMS: Array<[string, string]> = [
	['plain', secret],
	['percent', encodeURIComponent(secret)],
	['percent in lower case', hex(encodeURIComponent(secret)).replace('zo', 'Zo')],
	['percent twice', encodeURIComponent(encodeURIComponent(secret))],
	['a form', new URLSearchParams({ a: secret }).toString().slice(2)],
	['JSON', JSON.stringify(secret).slice(1, -1)],
	['JSON in JSON', JSON.stringify(JSON.stringify(secret)).slice(3, -3)],
	['JSON with \\u', [...secret].map((c, i) => (/[A-Za-z0-9]/.test(c) ? c : escapedUnicode[i])).join('')],
	['JSON with \\/', secret.replace(/"/g, '\\"').replace(/\//g, '\\/')],
	['XML with a bare >', xml],
	['XML in full', xml.replace(/>/g, '&gt;').replace(/"/g, '&quot;').replace(/'/g, '&apos;')],
	['decimal references', [...secret].map((c) => (/\w/.test(c) ? c : `&#${c.codePointAt(0)};`)).join('')],
	[
		'hexadecimal references',
		[...secret].map((c) => (/\w/.test(c) ? c : `&#x${c.codePointAt(0)!.toString(16)};`)).join(''),
	],
	['Base64', Buffer.from(secret).toString('base64')],
	['Base64 for URLs', Buffer.from(secret).toString('base64url')],
	['Base64 of a pair', Buffer.from(`someone:${secret}`).toString('base64')],
	['Base64 inside a text', Buffer.from(`ab${secret}cd`).toString('base64')],
];

test.each(FORMS)('a secret is found as %s', (_form, text) => {
	const clean = redactText(`before ${text} after`, [secret]);
	expect(clean).toContain('***');
	expect(clean).not.toContain(text.slice(4, -4));
	expect(clean).toMatch(/^before .*after$/);
});

test('a text that was cut in the middle of a secret does not end with its beginning', () => {
	for (let length = 4; length < secret.length; length++) {
		expect(redactText(`x ${secret.slice(0, length)}…`, [secret])).toBe('x ***…');
	}
});

test('whatever the secret and its form, no error shows it', () => {
	fc.assert(
		fc.property(fc.string({ minLength: 8, maxLength: 40, unit: anyCharacter }), fc.string(), (made, around) => {
			fc.pre(made.trim().length >= 8 && !around.includes(made) && !/\p{Cs}/u.test(made));
			for (const form of [made, JSON.stringify(made).slice(1, -1), encodeURIComponent(made)]) {
				expect(redactText(`${around} ${form} ${around}`, [made])).not.toContain(form);
			}
		}),
		{ numRuns: 60 },
	);
});

test('parts of headers and what is received are secrets from that moment on', async () => {
	const secrets = new Secrets([
		' padded-key-77 ',
		'Bearer gateway-token-1',
		`Basic ${Buffer.from('u:hidden-pass').toString('base64')}`,
		'Signature keyId="key-aaaa-bbbb"',
	]);
	const before = await secrets
		.guard(async () => await Promise.reject('fresh-token-5'))
		.catch((error: unknown) => error);
	expect(before).toBe('fresh-token-5');
	secrets.add('fresh-token-5');
	const texts = ['padded-key-77', 'gateway-token-1', 'hidden-pass', 'key-aaaa-bbbb', 'fresh-token-5'];
	const failure = await secrets
		.guard(
			async () => await Promise.reject(new ServiceError('server', texts.join(' '), { attributes: { a: texts[4] } })),
		)
		.catch((error: ServiceError) => error);
	for (const text of texts) expect(JSON.stringify([failure, (failure as Error).stack])).not.toContain(text);
});

test('an error that is none of ours loses its secrets as well, and stays the same error', async () => {
	const secrets = new Secrets(['hidden-pass-1']);
	const said = 'no hidden-pass-1 here';
	const thrown: unknown[] = [new TypeError(said, { cause: new RangeError(said, { cause: said }) }), said, { said }];
	const caught = await Promise.all(
		thrown.map(
			async (one) => await secrets.guard(async () => await Promise.reject(one)).catch((error: unknown) => error),
		),
	);
	expect(caught[0]).toBe(thrown[0]);
	const { message, stack, cause } = caught[0] as Error;
	const inner = cause as Error;
	for (const text of [message, stack, inner.message, inner.stack, inner.cause, caught[1]]) {
		expect(text).toContain('no *** here');
		expect(text).not.toContain('hidden');
	}
});

test.each<[string, Error]>([
	['frozen', Object.freeze(new Error('no hidden-pass-1 here'))],
	['that sets no message', new DOMException('no hidden-pass-1 here', 'AbortError')],
])('an error %s is replaced by one without secrets', async (_what, thrown) => {
	const secrets = new Secrets(['hidden-pass-1']);
	const caught = await secrets.guard(async () => await Promise.reject(thrown)).catch((error: unknown) => error);
	expect(caught).toMatchObject({ name: thrown.name, message: 'no *** here' });
	expect((caught as Error).stack).not.toContain('hidden');
});

test('the errors of several attempts lose their secrets, too', async () => {
	const secrets = new Secrets(['hidden-pass-1']);
	const thrown = new AggregateError([new Error('no hidden-pass-1 here')], 'all failed');
	const caught = await secrets.guard(async () => await Promise.reject(thrown)).catch((error: unknown) => error);
	expect((caught as AggregateError).errors).toMatchObject([{ message: 'no *** here' }]);
});

test.each([
	['https://u:p@sso.example.com/a/b;jsessionid=1F?token=x#y', 'https://sso.example.com/a/b'],
	['/login;jsessionid=1F', '/login'],
	['//other.example.com/x?y', 'http://other.example.com/x'],
	['javascript:alert(1)', 'another scheme (javascript:)'],
	['http://[', 'a target that is not a valid URL'],
	['', undefined],
])('a redirect to "%s" is shown as %s', (location, shown) => expect(shownTarget(location)).toBe(shown));
