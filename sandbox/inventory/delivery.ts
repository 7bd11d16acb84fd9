import { request } from 'node:https';
import { request as plainRequest } from 'node:http';

import type { Envelope, EventQueue } from './events';

/** Where a customer takes events, as it is handed over to IBM's support [IBM: integ_webhooks_cos]. */
export interface Subscriber {
	tokenUrl: string;
	url: string;
	clientId: string;
	clientSecret: string;
	/** Authorities that the sender trusts, for a receiver on this machine. */
	ca?: string;
}

/** How a delivery goes; IBM promises at least once, and no order. */
export interface DeliveryOptions {
	/** Sends events in another order than they happened. */
	shuffled?: boolean;
	/** Sends every event twice. */
	twice?: boolean;
	/** Most events of one request; snapshots carry up to 80 [IBM]. */
	batch?: number;
	/** Sends the older form, one event per request [IBM: c_new_eventformat]. */
	legacy?: boolean;
}

/** What came of a delivery. */
export interface Delivered {
	requests: number;
	accepted: number;
	/** Events that were refused four times; a pull process of the customer's has to fetch them. */
	failed: Envelope[];
}

const ATTEMPTS = 4;

/** Sends all that is waiting to a subscriber, with a token of the subscriber's own. */
export async function deliver(
	events: EventQueue,
	subscriber: Subscriber,
	random: () => number,
	options: DeliveryOptions = {},
): Promise<Delivered> {
	let all = events.take();
	if (options.twice) all = all.flatMap((event) => [event, event]);
	if (options.shuffled)
		all = all
			.map((event) => ({ event, at: random() }))
			.sort((a, b) => a.at - b.at)
			.map(({ event }) => event);
	const outcome: Delivered = { requests: 0, accepted: 0, failed: [] };
	let token: string | undefined;
	const size = options.legacy ? 1 : (options.batch ?? 10);
	for (let from = 0; from < all.length; from += size) {
		const batch = all.slice(from, from + size);
		const body = JSON.stringify(options.legacy ? legacyOf(batch[0]) : batch);
		let isAccepted = false;
		for (let attempt = 1; attempt <= ATTEMPTS && !isAccepted; attempt++) {
			token ??= await tokenOf(subscriber);
			const status = token === undefined ? 401 : (await post(subscriber, body, token)).status;
			outcome.requests += 1;
			isAccepted = status === 200;
			if (status === 401 || status === 403) token = undefined;
		}
		if (isAccepted) outcome.accepted += batch.length;
		else outcome.failed.push(...batch);
	}
	return outcome;
}

async function tokenOf(subscriber: Subscriber): Promise<string | undefined> {
	const basic = Buffer.from(`${subscriber.clientId}:${subscriber.clientSecret}`).toString('base64');
	const headers = {
		Authorization: `Basic ${basic}`,
		'Content-Type': 'application/x-www-form-urlencoded',
		Accept: 'application/json',
	};
	const { status, body } = await send(subscriber.tokenUrl, headers, 'grant_type=client_credentials', subscriber.ca);
	return status === 200 ? (JSON.parse(body) as { access_token: string }).access_token : undefined;
}

async function post({ url, ca }: Subscriber, body: string, token: string) {
	return await send(url, { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' }, body, ca);
}

async function send(
	url: string,
	headers: Record<string, string>,
	body: string,
	ca?: string,
): Promise<{ status: number; body: string }> {
	return await new Promise((resolve, reject) => {
		const open = url.startsWith('https:') ? request : plainRequest;
		const length = String(Buffer.byteLength(body));
		const sent = open(url, { method: 'POST', headers: { ...headers, 'Content-Length': length }, ca }, (response) => {
			const chunks: Buffer[] = [];
			response.on('data', (chunk: Buffer) => chunks.push(chunk));
			response.on('end', () => resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString() }));
			response.on('error', reject);
		});
		sent.on('error', reject);
		sent.end(body);
	});
}

const LEGACY_CODES: Record<string, string> = {
	'productAvailability.v2': 'productAvailability',
	'dgAvailabilityChange.v2': 'dgAvailabilityChange',
	'supplyChange.v2': 'supplyChange',
	'productAvailabilitySnapshot.v2': 'productAvailabilitySnapshot',
	'dgAvailabilitySnapshot.v2': 'dgAvailabilitySnapshot',
};

/** The older form: one event per body, its members as attributes whose values are texts. */
function legacyOf({ type, time, data }: Envelope): object {
	const attributes = Object.entries(data)
		.filter(([, value]) => typeof value !== 'object' || value === null)
		.map(([name, value]) => ({
			name: name === 'productId' ? 'productID' : name,
			type: typeof value === 'number' ? 'Number' : 'string',
			value: typeof value === 'number' ? value.toFixed(1) : String(value ?? ''),
		}));
	const events = [{ code: LEGACY_CODES[type] ?? type, timestamp: time, attributes }];
	return { eventbatch: [{ channel: 'Order Management', identifiers: [], events }] };
}
