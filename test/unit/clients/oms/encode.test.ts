import { encodeCall } from '../../../../clients/oms/encode';
import type { Connection } from '../../../../clients/oms';

const connection = {
	endpoint: 'https://oms.example/smcfs',
	authentication: 'standard',
	loginId: 'u',
	password: 'p',
	dataFormat: 'json',
	timeoutMs: 1000,
	maxInFlight: 1,
} as Connection;

const read = (template: Record<string, unknown>) =>
	encodeCall(connection, {
		api: 'getOrderList',
		root: 'Order',
		kind: 'read',
		input: { OrderNo: 'WEB-1' },
		template: template as never,
	});

test('a template with an empty element goes as XML, and the answer is still asked for as JSON', () => {
	const { headers, body } = read({ Order: { OrderNo: '', Extn: {} } });
	expect(headers['Content-Type']).toMatch('application/xml');
	expect(headers.Accept).toBe('application/json');
	expect(body).toContain('<Extn/>');
});

test('a template without one goes as JSON', () => {
	const { headers, body } = read({ Order: { OrderNo: '' } });
	expect(headers['Content-Type']).toBe('application/json');
	expect(JSON.parse(body).API.Template).toEqual({ OrderList: { Order: { OrderNo: '' } } });
});
