import { readResponse, type Expectation } from '../../../../clients/b2bi/response';
import { ServiceError } from '../../../../kit/errors';

const JSON_TYPE = 'application/json;charset=utf-8';

function read(status: number, body: string, contentType = JSON_TYPE, expected: Partial<Expectation> = {}) {
	const response = { status, body, bytes: Buffer.from(body), headers: { 'content-type': contentType } };
	return readResponse(response, { service: 'mailboxes', ...expected }, 0);
}

function failureOf(work: () => unknown): ServiceError {
	try {
		work();
	} catch (error) {
		if (error instanceof ServiceError) return error;
		throw error;
	}
	throw new Error('It did not fail');
}

const own = (description: string) => JSON.stringify({ errorCode: 400, errorDescription: description });

it.each<[number, string, string, string, string]>([
	[400, own('API000110: Mailbox already exists'), JSON_TYPE, 'duplicate', 'API000110: Mailbox already exists'],
	[400, own('java.lang.NullPointerException'), JSON_TYPE, 'server', 'java.lang.NullPointerException'],
	[400, '<error errorDescription="API000175: bad name"/>', 'application/xml', 'invalidInput', 'API000175: bad name'],
	[
		400,
		`[${own('API000175: bad name')},${own('No city')}]`,
		JSON_TYPE,
		'invalidInput',
		'API000175: bad name. No city.',
	],
	[400, '{"message":"Bad request","status":400}', JSON_TYPE, 'invalidInput', 'Bad request.'],
	[400, '{"errors":[{"code":"X","message":"No name"}]}', JSON_TYPE, 'invalidInput', 'No name.'],
	[400, 'plain words', 'text/plain', 'invalidInput', 'plain words'],
	[401, '', 'text/html', 'authentication', 'B2B Integrator refused the login (HTTP 401).'],
	[403, own('API000009: Not permitted'), JSON_TYPE, 'permission', 'API000009: Not permitted'],
	[404, own('API000404: not found'), JSON_TYPE, 'notFound', 'API000404: not found'],
	[
		404,
		'{"message":"no Route matched with those values"}',
		JSON_TYPE,
		'configuration',
		'no Route matched with those values.',
	],
	[404, '<html><body>File not found: /svc/x</body></html>', 'text/html', 'configuration', 'File not found: /svc/x'],
	[409, own('Changed meanwhile'), JSON_TYPE, 'conflict', 'Changed meanwhile'],
	[429, '', 'text/plain', 'throttled', 'B2B Integrator refused the request without saying why (HTTP 429).'],
	[500, '<html><body><h1>Error 500</h1>Internal</body></html>', 'text/html', 'server', 'Error 500 Internal'],
	[503, '{"error":{"message":"upstream timeout"}}', JSON_TYPE, 'server', 'upstream timeout.'],
])('HTTP %i with %s', (status, body, contentType, category, message) => {
	const failure = failureOf(() => read(status, body, contentType));
	expect(failure).toMatchObject({ category, httpStatus: status, message: expect.stringContaining(message) });
});

it('an identifier in a list of errors has its hint', () => {
	const failure = failureOf(() => read(400, `[${own('API000175: bad name')}]`));
	expect(failure).toMatchObject({ code: 'API000175', hint: expect.stringContaining('Names must not contain') });
});

it('words of a gateway do not say what the server has done', () => {
	expect(failureOf(() => read(503, '{"message":"upstream timeout"}')).effect).toBe('unknown');
	expect(failureOf(() => read(400, own('bad'))).effect).toBe('none');
});

it.each([
	[400, own('API000003: No records found.')],
	[404, own('The mailbox has no contents')],
])('a list that is empty as HTTP %i', (status, body) => {
	expect(read(status, body, JSON_TYPE, { isList: true })).toMatchObject({ content: [] });
});

it.each([
	[400, own('The user has no permission'), JSON_TYPE],
	[400, '{"message":"Bad request"}', JSON_TYPE],
	[404, '<html>404</html>', 'text/html'],
	[400, '', JSON_TYPE],
])('a list that failed as HTTP %i with %s is not empty', (status, body, contentType) => {
	failureOf(() => read(status, body, contentType, { isList: true }));
});

it.each([undefined, '4711'])(
	'HTTP 405 of the record %s says that the method is not allowed, not that nothing is there',
	(key) => {
		const failure = failureOf(() => read(405, '', 'text/plain', { method: 'DELETE', key }));
		expect(failure.message).toBe('Service mailboxes does not allow DELETE at this address (HTTP 405).');
		expect(failure.hint).toMatch(/^If other operations work, this version of the service does not have this one\./);
		expect(failure.hint).not.toMatch(/name or key/);
	},
);
