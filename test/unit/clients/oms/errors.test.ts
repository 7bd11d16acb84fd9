import { ServiceError } from '../../../../kit/errors';
import type { TransportResponse } from '../../../../kit/http/transport';
import { readAnswer } from '../../../../clients/oms/answer';
import { fromNetwork } from '../../../../kit/http/networkErrors';
import { redactError, redactText } from '../../../../kit/http/redact';

const NOW = Date.UTC(2026, 0, 1);

function failure(response: Partial<TransportResponse>): ServiceError {
	try {
		readAnswer({ status: 400, headers: {}, body: '', ...response }, NOW);
	} catch (error) {
		return error as ServiceError;
	}
	throw new Error('The answer passed as a success.');
}

const json = (...errors: object[]) => JSON.stringify({ errors });

describe('errors in an answer', () => {
	it('takes over what Sterling says', () => {
		const error = failure({
			body: json({
				ErrorCode: 'YFS10137',
				ErrorDescription: 'YFS: Order cannot be modified in current status',
				ErrorUniqueExceptionId: '10.0.0.1170000000000000001',
				httpcode: 400,
				MoreInfo: { OrderNo: 'AU-1', ModificationType: 'CANCEL' },
			}),
		});
		expect(error.details()).toEqual({
			message: 'YFS: Order cannot be modified in current status',
			category: 'notModifiable',
			code: 'YFS10137',
			httpStatus: 400,
			uniqueExceptionId: '10.0.0.1170000000000000001',
			attributes: { OrderNo: 'AU-1', ModificationType: 'CANCEL' },
			hint: expect.stringContaining('Override'),
		});
	});

	it.each([
		['YCP0427', 'authentication'],
		['YCP0047', 'authentication'],
		['YCP0428', 'permission'],
		['YCP0429', 'permission'],
		['YFC0009', 'conflict'],
		['YCP79_00003', 'conflict'],
		['YFC0100', 'conflict'],
		['YFC0101', 'conflict'],
		['YFC0006', 'timeout'],
		['YFC0001', 'duplicate'],
		['YFS10003', 'notFound'],
		['YCM0033', 'notFound'],
		['YFS10137', 'notModifiable'],
		['YDM00065', 'invalidInput'],
		['YFS10048', 'invalidInput'],
		['INV80_041', 'inUse'],
		['YCP0263', 'inUse'],
		['YDB10042', 'inUse'],
		['EXTN0001', 'invalidInput'],
		['SOMETHING1', 'invalidInput'],
		['java.lang.NullPointerException', 'server'],
		['javax.naming.NameNotFoundException', 'notFound'],
	])('%s is %s, with a hint', (code, category) => {
		const error = failure({ body: json({ ErrorCode: code, ErrorDescription: 'text', httpcode: 400 }) });
		expect(error).toMatchObject({ category, code, message: 'text', effect: 'none' });
		expect(error.hint?.length).toBeGreaterThan(20);
	});

	it('reads XML with attribute pairs and nested errors, and drops stacks', () => {
		const xml = `<Errors>
			<Error ErrorCode="YFS10003" ErrorDescription="YFS:Invalid Order" ErrorRelatedMoreInfo="AU-1"
			ErrorUniqueExceptionId="" HttpCode="400">
			<Attribute Name="OrderNo" Value="AU-1"/><Stack>com.example.Trace</Stack>
			<Error ErrorCode="YFC0100" ErrorDescription="inner"/></Error></Errors>`;
		const error = failure({ body: xml });
		expect(error).toMatchObject({
			message: 'inner',
			code: 'YFC0100',
			category: 'conflict',
			attributes: { OrderNo: 'AU-1', ErrorRelatedMoreInfo: 'AU-1' },
		});
		expect(error.others).toEqual([
			{
				code: 'YFS10003',
				description: 'YFS:Invalid Order',
				attributes: { OrderNo: 'AU-1', ErrorRelatedMoreInfo: 'AU-1' },
			},
		]);
		expect(error.uniqueExceptionId).toBeUndefined();
		expect(JSON.stringify(error.details())).not.toContain('Trace');
	});

	it.each([
		['errors', json({ ErrorCode: 'EXTN1', ErrorDescription: 'no stock' })],
		['Errors', JSON.stringify({ Errors: { Error: { ErrorCode: 'EXTN1', ErrorDescription: 'no stock' } } })],
		['Errors as a list', JSON.stringify({ Errors: { Error: [{ ErrorCode: 'EXTN1', ErrorDescription: 'no stock' }] } })],
		['XML', '<Errors><Error ErrorCode="EXTN1" ErrorDescription="no stock"/></Errors>'],
	])('finds errors under HTTP 200: %s', (_form, body) => {
		expect(failure({ status: 200, body })).toMatchObject({
			code: 'EXTN1',
			message: 'no stock',
			effect: 'none',
		});
	});

	const lone = { ErrorCode: 'EXTN1', ErrorDescription: 'no stock' };

	it.each([
		['a list without its root', { Error: [lone] }],
		['one error without its root', { Error: lone }],
		['the attributes of an error', lone],
		['the attributes with what an error may have beside them', { ...lone, httpcode: 400, MoreInfo: { OrderNo: '1' } }],
		['a bare list', [lone, { ErrorCode: 'EXTN2' }]],
		['an error in an error', { Error: { Error: [lone] } }],
	])('finds errors whose root JSON has dropped: %s', (_form, document) => {
		for (const status of [200, 400]) {
			const error = failure({ status, body: JSON.stringify(document) });
			expect(error).toMatchObject({ code: 'EXTN1', message: 'no stock', effect: 'none' });
		}
	});

	it.each([
		['a document with an error of its own', { OrderNo: '1', Error: lone }],
		['a row of a table of errors', { ...lone, ErrorCause: 'x', ErrorKey: '1' }],
		['rows of such a table', [{ ...lone, ErrorKey: '1' }]],
		['a service that reports success', { ErrorCode: '0', ErrorDescription: 'Success' }],
		['blank attributes', { ErrorCode: '', ErrorDescription: ' ' }],
		['an empty list', { Error: [] }],
	])('takes %s for no failure', (_form, document) => {
		expect(() => readAnswer({ status: 200, headers: {}, body: JSON.stringify(document) }, NOW)).not.toThrow();
	});

	it('does not take an empty Errors element of a document for a failure', () => {
		const answer = readAnswer({ status: 200, headers: {}, body: '{"OrderNo":"1","Errors":{},"errors":[]}' }, NOW);
		expect(answer.document.OrderNo).toBe('1');
	});

	it.each([
		['no members', json({ httpcode: 400 }), /without saying why/],
		[
			'a Java class',
			json({
				ErrorCode: 'java.lang.NullPointerException',
				ErrorDescription: 'Error description not available',
			}),
			/java\.lang/,
		],
		[
			'a sentence',
			json({ ErrorCode: 'Cannot invoke Asynchronous () Service (X) Synchronously', httpcode: 400 }),
			/^Cannot invoke/,
		],
		['top-level members', '{"ErrorCode":"YFS10003","ErrorDescription":"YFS:Invalid Order"}', /Invalid Order/],
		['an empty XML list', '<Errors/>', /without saying why/],
	])('copes with %s', (_what, body, message) => {
		expect(failure({ body }).message).toMatch(message);
	});

	it.each([
		[{ status: 302, headers: { location: 'https://sso.example.com/login?session=abc' } }, 'configuration', 'unknown'],
		[{ status: 307, headers: { location: '/login;jsessionid=session' } }, 'configuration', 'none'],
		[{ status: 200, body: '<!DOCTYPE html><html></html>' }, 'configuration', 'unknown'],
		[{ status: 200, headers: { 'content-type': 'text/html' }, body: 'hello' }, 'configuration', 'unknown'],
		[{ status: 404, body: '<html></html>' }, 'configuration', 'none'],
		[{ status: 401 }, 'authentication', 'none'],
		[{ status: 403, body: '<html>no</html>' }, 'permission', 'none'],
		[{ status: 416 }, 'invalidInput', 'none'],
		[{ status: 429 }, 'throttled', 'none'],
		[{ status: 500, body: 'oops' }, 'server', 'unknown'],
		[{ status: 502, body: '<html>bad gateway</html>' }, 'server', 'unknown'],
		[{ status: 503 }, 'server', 'unknown'],
		[{ status: 503, headers: { 'retry-after': '2' } }, 'server', 'unknown'],
		[{ status: 408 }, 'timeout', 'unknown'],
		[{ status: 409 }, 'invalidInput', 'unknown'],
		[{ status: 504 }, 'server', 'unknown'],
		[{ status: 200, body: '{"Order":[{"OrderNo"' }, 'badAnswer', 'unknown'],
		[{ status: 200, body: '<OrderList><Order' }, 'badAnswer', 'unknown'],
		[{ status: 200, body: 'OK' }, 'badAnswer', 'unknown'],
	])('%j is %s with effect %s', (response, category, effect) => {
		const error = failure(response as Partial<TransportResponse>);
		expect(error).toMatchObject({ category, effect, httpStatus: response.status });
		expect(error.message).not.toContain('session');
	});

	it.each([
		[204, ''],
		[200, '  '],
		[200, '<ApiSuccess/>'],
		[200, '<?xml version="1.0"?>\n<ApiSuccess/>'],
	])('takes %i "%s" as empty', (status, body) => {
		expect(readAnswer({ status, headers: {}, body }, NOW)).toMatchObject({ empty: true, document: {} });
	});

	it('hands on the clock of the server', () => {
		const headers = { date: 'Thu, 01 Jan 2026 10:00:00 GMT' };
		expect(readAnswer({ status: 204, headers, body: '' }, NOW).serverDate).toEqual(new Date('2026-01-01T10:00:00Z'));
	});
});

describe('network faults', () => {
	it.each([
		['ENOTFOUND', 'connection', 'none'],
		['ECONNREFUSED', 'connection', 'none'],
		['EAI_AGAIN', 'connection', 'none'],
		['UND_ERR_CONNECT_TIMEOUT', 'timeout', 'none'],
		['CERT_HAS_EXPIRED', 'tls', 'none'],
		['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'tls', 'none'],
		['SELF_SIGNED_CERT_IN_CHAIN', 'tls', 'none'],
		['ERR_TLS_CERT_ALTNAME_INVALID', 'tls', 'none'],
		['ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED', 'tls', 'none'],
		['ERR_SSL_SSL/TLS_ALERT_HANDSHAKE_FAILURE', 'tls', 'none'],
		['ERR_SSL_WRONG_VERSION_NUMBER', 'tls', 'none'],
		['ERR_SSL_UNSUPPORTED_PROTOCOL', 'tls', 'none'],
		['ERR_SSL_BAD_RECORD_MAC', 'tls', 'unknown'],
		['UND_ERR_HEADERS_TIMEOUT', 'timeout', 'unknown'],
		['UND_ERR_SOCKET', 'connection', 'unknown'],
		['ECONNRESET', 'connection', 'unknown'],
		['UND_ERR_RES_CONTENT_LENGTH_MISMATCH', 'connection', 'unknown'],
		['SOMETHING_NEW', 'connection', 'unknown'],
	])('%s is %s, effect %s, also as a cause', (code, category, effect) => {
		const url = 'https://oms.example.com:9443/smcfs/restapi/invoke/x?_token=abcdef';
		for (const error of [{ code }, new Error('wrapped', { cause: { code } }), { errors: [{ code }] }]) {
			const failure = fromNetwork(error, url);
			expect(failure).toMatchObject({ category, effect, code });
			expect(failure.message).toContain('oms.example.com:9443');
			expect(failure.message).not.toContain('abcdef');
			expect(failure.hint).toBeTruthy();
		}
	});

	it('explains a proxy that refuses', () => {
		const error = fromNetwork(new Error('Proxy response (407) !== 200 when HTTP Tunneling'), 'https://oms.example.com');
		expect(error).toMatchObject({ category: 'connection', effect: 'none' });
		expect(error.hint).toContain('HTTPS_PROXY');
	});
});

describe('redaction', () => {
	it.each([
		'Basic authentication works; Basic, or ask.',
		'Between dashes, its first line says "BEGIN PRIVATE KEY" ("RSA" or "ENCRYPTED" may stand before "PRIVATE").',
	])('leaves words alone: %s', (text) => expect(redactText(text, [])).toBe(text));

	const password = 'pä&"ss/w+rd';

	it('finds a secret in every form, and whatever looks like one', () => {
		const forms = [
			password,
			encodeURIComponent(password),
			JSON.stringify(password),
			'p&#228;',
			`pä&amp;&quot;ss/w+rd`,
		].join(' ');
		const clean = redactText(`${forms} _token=abc123&x=1 Basic dXNlcjpwdw== "UserToken":"tok" Password='q'`, [
			password,
		]);
		for (const secret of [password, encodeURIComponent(password), 'ss/w+rd', 'abc123', 'dXNlcjpwdw', '"tok"', "'q'"]) {
			expect(clean).not.toContain(secret);
		}
		expect(clean).toContain('&x=1');
	});

	it('leaves words alone that merely hold a very short secret', () => {
		expect(redactText('cat a tac', ['a'])).toBe('cat *** tac');
	});

	it('cleans every part of an error, its stack included', () => {
		const error = new ServiceError('server', `m ${password}`, {
			code: password,
			hint: password,
			uniqueExceptionId: password,
			attributes: { [password]: password },
			others: [{ code: password, description: password }],
		});
		const clean = redactError(error, [password]);
		expect(JSON.stringify([clean.details(), clean.stack])).not.toContain('ss/w+rd');
		expect(clean).toMatchObject({ category: 'server', message: 'm ***' });
	});
});
