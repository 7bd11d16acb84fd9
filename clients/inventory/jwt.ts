import { createHmac, createPrivateKey, createSign } from 'node:crypto';

import { ServiceError } from '../../kit/errors';

/**
 * A JSON web token that is signed here, as the services in containers take it. Which claims they want depends on how the
 * issuer is registered there, so all of them are free.
 */
export interface JwtSettings {
	algorithm: 'RS256' | 'HS256';
	/** Private key as PEM text (RS256), or the shared secret (HS256). */
	key: string;
	keyId?: string;
	issuer?: string;
	subject?: string;
	audience?: string;
	lifetimeSeconds: number;
	/** Further claims; they win over the others. */
	claims?: Record<string, unknown>;
}

/**
 * Signs a token (RFC 7519) with Node.js's own cryptography; `now` in epoch milliseconds.
 * @throws ServiceError `configuration` for a key that cannot sign
 */
export function signedToken(settings: JwtSettings, now: number): string {
	const { algorithm, keyId, issuer, subject, audience, lifetimeSeconds, claims } = settings;
	const seconds = Math.floor(now / 1000);
	const header = { alg: algorithm, typ: 'JWT', kid: keyId };
	const payload = { iss: issuer, sub: subject, aud: audience, iat: seconds, exp: seconds + lifetimeSeconds, ...claims };
	const signed = `${encoded(header)}.${encoded(payload)}`;
	return `${signed}.${signature(settings, signed)}`;
}

const encoded = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');

function signature({ algorithm, key }: JwtSettings, signed: string): string {
	if (algorithm === 'HS256') return createHmac('sha256', key).update(signed).digest('base64url');
	try {
		const pem = key.replace(/\\n/g, '\n').trim();
		return createSign('RSA-SHA256').update(signed).sign(createPrivateKey(pem)).toString('base64url');
	} catch {
		throw new ServiceError('configuration', 'The private key for signing tokens cannot be read.', {
			hint: 'Paste an RSA key in PEM form without a passphrase. It starts with "-----BEGIN PRIVATE KEY-----".',
			effect: 'none',
		});
	}
}
