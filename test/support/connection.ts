import type { Sandbox } from '../../sandbox';
import type { Connection } from '../../clients/oms';

/** The connection to a sandbox with mutual TLS, as its user `integration`. */
export function connectionTo(sandbox: Sandbox, changes: Partial<Connection> = {}): Connection {
	const { certificate, key } = sandbox.clientCertificate;
	return {
		endpoint: sandbox.url,
		authentication: 'standard',
		loginId: 'integration',
		password: 'Integration-1',
		tls: { certificate, key, ca: sandbox.ca },
		dataFormat: 'json',
		timeoutMs: 20_000,
		maxInFlight: 16,
		...changes,
	};
}
