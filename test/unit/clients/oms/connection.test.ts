import { restRoot, type Connection } from '../../../../clients/oms';
import { extraHeaders } from '../../../../clients/oms/connection';

describe('restRoot', () => {
	it.each([
		['https://oms.example.com', 'https://oms.example.com/smcfs/restapi'],
		['oms.example.com', 'https://oms.example.com/smcfs/restapi'],
		['oms.example.com:9443', 'https://oms.example.com:9443/smcfs/restapi'],
		[' https://oms.example.com/ ', 'https://oms.example.com/smcfs/restapi'],
		['https://oms.example.com/smcfs', 'https://oms.example.com/smcfs/restapi'],
		['https://oms.example.com/smcfs/', 'https://oms.example.com/smcfs/restapi'],
		['https://oms.example.com/smcfs/restapi', 'https://oms.example.com/smcfs/restapi'],
		['https://oms.example.com/smcfs/restapi/', 'https://oms.example.com/smcfs/restapi'],
		['https://oms.example.com/smcfs/restapi/invoke/login', 'https://oms.example.com/smcfs/restapi'],
		['https://oms.example.com/smcfs/smcfs', 'https://oms.example.com/smcfs/restapi'],
		['https://oms.example.com/smcfs/smcfs/restapi', 'https://oms.example.com/smcfs/restapi'],
		['https://oms.example.com/smcfs/console/login.jsp', 'https://oms.example.com/smcfs/restapi'],
		['https://oms.example.com/oms', 'https://oms.example.com/oms/restapi'],
		['https://oms.example.com/oms/restapi//', 'https://oms.example.com/oms/restapi'],
		['https://gateway.example.com/retail/smcfs/', 'https://gateway.example.com/retail/smcfs/restapi'],
		['https://gateway.example.com/retail/oms', 'https://gateway.example.com/retail/oms/restapi'],
		['http://127.0.0.1:7001/smcfs', 'http://127.0.0.1:7001/smcfs/restapi'],
	])('%s', (endpoint, root) => {
		expect(restRoot(endpoint)).toBe(root);
	});

	it.each([
		'',
		'   ',
		'ftp://oms.example.com',
		'https://',
		'https://oms.example.com/smcfs?x=1',
		'https://oms.example.com/#a',
		'https://user:secret@oms.example.com',
		'https://oms example.com',
	])('refuses "%s"', (endpoint) => {
		expect(() => restRoot(endpoint)).toThrow(expect.objectContaining({ category: 'configuration' }));
		expect(() => restRoot(endpoint)).not.toThrow(/secret/);
	});
});

describe('extra headers', () => {
	const check =
		(headers: Record<string, string>, authentication: Connection['authentication'] = 'standard') =>
		() =>
			extraHeaders({ headers, authentication } as Connection);

	it('pass where they are harmless', () => {
		expect(check({ 'X-Api-Key': 'abc', Authorization: 'Gateway abc' })()).toEqual({
			'X-Api-Key': 'abc',
			Authorization: 'Gateway abc',
		});
	});

	it.each<{ headers: Record<string, string>; style?: Connection['authentication'] }>([
		{ headers: { 'Bad Name': 'x' } },
		{ headers: { 'X-A': 'a\r\nX-B: topsecret' } },
		{ headers: { host: 'x' } },
		{ headers: { 'Content-Type': 'x' } },
		{ headers: { Cookie: 'x' } },
		{ headers: { authorization: 'topsecret' }, style: 'basic' },
		{ headers: { Authorization: 'topsecret' }, style: 'jwt' },
	])('are refused: $headers', ({ headers, style }) => {
		expect(check(headers, style)).toThrow(expect.objectContaining({ category: 'configuration' }));
		expect(check(headers, style)).not.toThrow(/topsecret/);
	});
});
