import { assertRawAllowed } from '../../../../kit/n8n/rawEgress';

const on = { N8N_SSRF_PROTECTION_ENABLED: 'true' };

test('without the protection everything may be reached', () => {
	expect(() => assertRawAllowed('mq.acme.example', {})).not.toThrow();
	expect(() => assertRawAllowed('10.0.0.1', { N8N_SSRF_PROTECTION_ENABLED: 'false' })).not.toThrow();
});

test.each<[string, string, NodeJS.ProcessEnv, RegExp]>([
	['a name', 'mq.acme.example', {}, /mq\.acme\.example to N8N_SSRF_ALLOWED_HOSTNAMES/],
	['an address', '10.0.0.1', {}, /10\.0\.0\.1 to N8N_SSRF_ALLOWED_IP_RANGES/],
	['an address that is listed as a name', '10.0.0.1', { N8N_SSRF_ALLOWED_HOSTNAMES: '10.0.0.1' }, /IP_RANGES/],
	['another name', 'b.example', { N8N_SSRF_ALLOWED_HOSTNAMES: 'a.example' }, /b\.example/],
	['the domain of a pattern', 'acme.example', { N8N_SSRF_ALLOWED_HOSTNAMES: '*.acme.example' }, /acme\.example/],
	['an address outside', '10.1.0.1', { N8N_SSRF_ALLOWED_IP_RANGES: '10.0.0.0/16' }, /10\.1\.0\.1/],
	['an address, where the range is none', '10.0.0.1', { N8N_SSRF_ALLOWED_IP_RANGES: '10.0.0.1, 10.0.0.0/99' }, /./],
])('with it, %s is refused', (_what, host, allowed, hint) => {
	let error: { hint?: string; message?: string } = {};
	try {
		assertRawAllowed(host, { ...on, ...allowed });
	} catch (thrown) {
		error = thrown as typeof error;
	}
	expect(error).toMatchObject({ category: 'configuration', effect: 'none' });
	expect(error.message).toMatch(/SSRF protection is on/);
	expect(error.hint).toMatch(hint);
});

test.each<[string, string, NodeJS.ProcessEnv]>([
	['a name', 'MQ.acme.example.', { N8N_SSRF_ALLOWED_HOSTNAMES: 'other.example, mq.acme.example' }],
	['a pattern', 'mq.acme.example', { N8N_SSRF_ALLOWED_HOSTNAMES: '*.acme.example' }],
	['a range', '10.0.7.1', { N8N_SSRF_ALLOWED_IP_RANGES: '192.168.0.0/16,10.0.0.0/16' }],
	['a range of IPv6', '[fd00::1]', { N8N_SSRF_ALLOWED_IP_RANGES: 'fd00::/8' }],
])('with it, %s that the operator allows may be reached', (_what, host, allowed) => {
	expect(() => assertRawAllowed(host, { ...on, ...allowed })).not.toThrow();
});
