import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

import { isRecord } from '../../kit/record';

/**
 * Who may send events here: what was handed over to IBM with the addresses (IBM: integ_webhooks_cos). IBM fetches a token
 * with ID and secret, and sends events with it.
 */
export interface Receiver {
	clientId: string;
	clientSecret: string;
	/** A token that is valid permanently, for bridges from Kafka or files. */
	fixedBearer?: string;
	/** Tenant whose events are taken. */
	tenantId: string;
	/** Keeps the tokens of two receivers apart that share ID and secret. */
	audience: string;
	/** IBM wants at least an hour. */
	tokenSeconds: number;
}

/** A response to IBM. */
export interface ReceiverReply {
	status: number;
	body: Record<string, unknown>;
}

/** Whether two texts are the same, in a time that says nothing about where they differ. */
function isSame(given: string, wanted: string): boolean {
	const digest = (text: string) => createHash('sha256').update(text).digest();
	return timingSafeEqual(digest(given), digest(wanted));
}

/** The part of an Authorization header after its scheme; undefined for another scheme. */
function proofOf(header: string | undefined, scheme: 'Basic' | 'Bearer'): string | undefined {
	const [, found, value] = /^\s*(\S+)\s+(\S+)\s*$/.exec(header ?? '') ?? [];
	return found?.toLowerCase() === scheme.toLowerCase() ? value : undefined;
}

/**
 * The response to a token request, which IBM makes as its own clients do. The token is signed and not kept, so that every
 * n8n process that is asked knows it; `now` in epoch milliseconds.
 */
export function tokenReply(
	receiver: Receiver,
	authorization: string | undefined,
	grantType: unknown,
	now: number,
): ReceiverReply {
	const basic = proofOf(authorization, 'Basic');
	const wanted = Buffer.from(`${receiver.clientId}:${receiver.clientSecret}`).toString('base64');
	if (basic === undefined || !isSame(basic, wanted)) {
		return { status: 401, body: { error: 'invalid_client', error_description: 'The client ID or secret is wrong.' } };
	}
	if (grantType !== 'client_credentials') {
		const error_description = 'grant_type must be client_credentials.';
		return { status: 400, body: { error: 'unsupported_grant_type', error_description } };
	}
	const life = Math.max(3600, Math.round(receiver.tokenSeconds));
	const access_token = signed(receiver, Math.floor(now / 1000) + life, randomBytes(12).toString('base64url'));
	return { status: 200, body: { token_type: 'Bearer', access_token, expires_in: life } };
}

/** Whether the bearer of a request is the fixed one, or a token of this receiver that has not expired. */
export function isAdmitted(receiver: Receiver, authorization: string | undefined, now: number): boolean {
	const bearer = proofOf(authorization, 'Bearer');
	if (bearer === undefined) return false;
	const { fixedBearer } = receiver;
	if (fixedBearer !== undefined && fixedBearer !== '' && isSame(bearer, fixedBearer)) return true;
	const [expiry, nonce] = bearer.split('.');
	if (!/^\d{1,12}$/.test(expiry) || nonce === undefined) return false;
	return isSame(bearer, signed(receiver, Number(expiry), nonce)) && Number(expiry) * 1000 > now;
}

function signed({ clientId, clientSecret, tenantId, audience }: Receiver, expiry: number, nonce: string): string {
	const text = JSON.stringify(['inventory events', clientId, tenantId, audience, expiry, nonce]);
	return `${expiry}.${nonce}.${createHmac('sha256', clientSecret).update(text).digest('base64url')}`;
}

/** What is looked at of an event to know its tenant. */
interface Delivered {
	data: Record<string, unknown>;
	unread?: { raw: unknown };
}

/** The events of a delivery that are of this tenant: those that name no tenant, or this one, however damaged. */
export function ownEvents<E extends Delivered>(events: readonly E[], { tenantId }: Receiver): E[] {
	return events.filter((event) => tenantsOf(event).every((named) => named === tenantId));
}

/** The tenants that an event names, in the newer form or in the older one. */
function tenantsOf({ data, unread }: Delivered): string[] {
	const raw = isRecord(unread?.raw) ? unread.raw : {};
	const { attributes } = raw;
	const named = (Array.isArray(attributes) ? (attributes as unknown[]) : []).map((one) =>
		isRecord(one) && one.name === 'tenantId' ? one.value : undefined,
	);
	const inner = isRecord(raw.data) ? raw.data.tenantId : undefined;
	const all = [data.tenantId, raw.tenantId, inner, ...named];
	return all.filter((tenant): tenant is string => typeof tenant === 'string' && tenant !== '');
}
