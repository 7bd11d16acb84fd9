import { createHash } from 'node:crypto';

import { restRoot, type Connection } from './connection';
import { Limiter } from './limiter';
import { Session } from './session';

/** What all clients of one connection share in this process. */
export interface Shared {
	session: Session;
	limiter: Limiter;
}

const MAX_SHARED = 64;
const shared = new Map<string, Shared>();

/**
 * A name for the connection that reveals nothing: endpoint, user, secrets, TLS identity and headers,
 * hashed.
 */
export function identityOf(connection: Connection): string {
	const { authentication, loginId, password, tls, headers, maxInFlight } = connection;
	const parts = [restRoot(connection.endpoint), authentication, loginId, password, tls, headers, maxInFlight];
	return hash(parts);
}

/** SHA-256 of plain data, as hex. */
export function hash(parts: unknown): string {
	return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

/** Session and limiter of a connection. The longest unused ones are forgotten beyond a fixed number. */
export function sharedOf(connection: Connection): Shared {
	const key = identityOf(connection);
	const found = shared.get(key) ?? {
		session: new Session(),
		limiter: new Limiter(connection.maxInFlight),
	};
	shared.delete(key);
	shared.set(key, found);
	for (const old of shared.keys()) {
		if (shared.size <= MAX_SHARED) break;
		shared.delete(old);
	}
	return found;
}

/** Forgets all sessions, so that the next call logs in again. */
export function forgetShared(): void {
	shared.clear();
}
