import * as fc from 'fast-check';

import { SterlingClient, type Connection } from '../../../../../clients/oms';
import { fromXml } from '../../../../../kit/xml';
import { ServiceError } from '../../../../../kit/errors';
import { anyCharacter } from '../../../../support/characters';

const RUNS = Math.ceil(Number(process.env.FUZZ_RUNS ?? 2000) / 10);

const connection: Connection = {
	endpoint: 'https://oms.example.com',
	authentication: 'standard',
	loginId: 'integration',
	password: 'secret',
	dataFormat: 'json',
	timeoutMs: 1000,
	maxInFlight: 1,
};
const client = new SterlingClient(connection);
const hostile = fc.oneof(
	fc.string({ unit: anyCharacter, maxLength: 20 }),
	fc.constantFrom(
		'../login',
		'a/b',
		'a?x=1',
		'a#b',
		'a\r\nX: 1',
		'%2e%2e',
		'a b',
		'<a>',
		'"',
		'&',
		'__proto__',
		'constructor',
		'prototype',
		'é',
		'',
	),
);

/** What is sent, or undefined where it is refused in the client's own words. */
function prepared(work: () => ReturnType<typeof client.prepare>) {
	try {
		return work();
	} catch (error) {
		if (error instanceof ServiceError) return undefined;
		throw error;
	}
}

test('names of APIs and services stay one segment of the path', () => {
	fc.assert(
		fc.property(hostile, fc.boolean(), (api, isService) => {
			const request = prepared(() => client.prepare({ api, isService, root: 'Order', kind: 'read', input: {} }));
			if (request) expect(request.path).toBe(`/smcfs/restapi/${isService ? 'executeFlow' : 'invoke'}/${api}`);
		}),
		{ numRuns: RUNS },
	);
});

test('keys of templates stay one parameter of the query', () => {
	fc.assert(
		fc.property(hostile, (templateKey) => {
			const call = { api: 'getOrderList', root: 'Order', kind: 'read', input: {}, templateKey } as const;
			const request = prepared(() => client.prepare(call));
			if (!request || templateKey === '') return;
			const { pathname, searchParams } = new URL(request.path, 'https://oms.example.com');
			expect(pathname).toBe('/smcfs/restapi/invoke/getOrderList');
			expect([...searchParams.keys()]).toEqual(['_templateKey']);
			expect(searchParams.get('_templateKey')).toBe(Buffer.from(templateKey).toString());
		}),
		{ numRuns: RUNS },
	);
});

test('values stay in their attribute of XML', () => {
	fc.assert(
		fc.property(hostile, (OrderNo) => {
			const request = prepared(() =>
				client.prepare({ api: 'getOrderList', root: 'Order', kind: 'read', input: { OrderNo }, dataFormat: 'xml' }),
			);
			if (request) expect(fromXml(request.body)).toEqual({ root: 'Order', document: { OrderNo } });
		}),
		{ numRuns: RUNS },
	);
});

/** Names that the parser refuses. */
const PROTOTYPES = ['__proto__', 'constructor', 'prototype'];

test('root elements and names cannot add to XML or to a header', () => {
	fc.assert(
		fc.property(hostile, hostile, (root, name) => {
			const call = { api: 'Flow', isService: true, root, kind: 'read', input: { [name]: 'x' } } as const;
			const request = prepared(() => client.prepare({ ...call, dataFormat: 'xml' }));
			// What the reader does not take, though XML has it: letters beyond the basic plane, names of prototypes.
			const isReadable = ![root, name].some(
				(text) => PROTOTYPES.includes(text) || /[\u{10000}-\u{10ffff}]/u.test(text),
			);
			if (request && name !== '#text' && isReadable)
				expect(Object.keys(fromXml(request.body).document)).toHaveLength(1);
			const asJson = prepared(() => client.prepare(call));
			if (asJson) expect(asJson.headers['X-XAPI-Tag'] ?? root).not.toMatch(/[\r\n\0]/);
		}),
		{ numRuns: RUNS },
	);
});

test('values of extra headers cannot end their line', () => {
	fc.assert(
		fc.property(hostile, hostile, (name, value) => {
			let made: SterlingClient;
			try {
				made = new SterlingClient({ ...connection, headers: { [name]: value } });
			} catch (error) {
				expect(error).toBeInstanceOf(ServiceError);
				return;
			}
			const { headers } = made.prepare({ api: 'getOrderList', root: 'Order', kind: 'read', input: {} });
			expect(Object.keys(headers).join('')).not.toMatch(/[\r\n\s:]/);
			expect(value).not.toMatch(/[\r\n\0]/);
		}),
		{ numRuns: RUNS },
	);
});
