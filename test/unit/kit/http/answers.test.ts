import { readBody } from '../../../../kit/http/body';
import { isSaying } from '../../../../kit/http/sayings';
import { effectOf } from '../../../../kit/http/status';
import { Readable } from 'node:stream';

test.each([
	[400, false, 'none'],
	[404, false, 'none'],
	[429, false, 'none'],
	[307, false, 'none'],
	[302, false, 'unknown'],
	[303, false, 'unknown'],
	[408, false, 'unknown'],
	[408, true, 'unknown'],
	[409, false, 'unknown'],
	[409, true, 'none'],
	[500, true, 'unknown'],
	[503, false, 'unknown'],
	[503, true, 'unknown'],
] as const)('HTTP %i, with words of the service %s: effect %s', (status, isOwn, effect) => {
	expect(effectOf(status, isOwn)).toBe(effect);
});

test.each<[unknown, boolean]>([
	[{}, false],
	[{ message: 'accepted' }, true],
	[{ error: { code: 1 }, timestamp: 't', path: '/x' }, true],
	[{ error_message: 'no' }, true],
	[{ requestId: '1', status: 'ok' }, true],
	[{ id: 1, message: 'hello' }, false],
	[{ lines: [], message: '' }, false],
	[[], false],
	['text', false],
	[undefined, false],
	[null, false],
])('%j is mere words: %s', (body, expected) => expect(isSaying(body)).toBe(expected));

test('a byte order mark counts for more than a declared charset, and is left out', async () => {
	const text = '<?xml version="1.0" encoding="Windows-1252"?><a>Müller €</a>';
	for (const headers of [{}, { 'content-type': 'text/xml; charset=windows-1252' }] as Array<Record<string, string>>) {
		const { body } = await readBody(Readable.from([Buffer.from(`\uFEFF${text}`)]), headers, 1000);
		expect(body).toBe(text);
	}
});
