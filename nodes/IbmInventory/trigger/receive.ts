import type { ICredentialDataDecryptedObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import {
	emptyMemory,
	isAdmitted,
	news,
	ownEvents,
	parseEvents,
	tokenReply,
	type InventoryEvent,
	type Receiver,
	type ReceiverReply,
} from '../../../clients/inventory';
import { choiceFor } from '../../../kit/n8n/fields/choice';
import { namesIn } from '../../../kit/n8n/fields/names';
import { yesNo } from '../../../kit/n8n/fields/value';
import { inField, refuse } from '../../../kit/n8n/refusal';
import { isRecord } from '../../../kit/record';
import { CREDENTIAL } from '../connect';
import { eventItem } from '../run/event';
import { optionalNumber } from '../run/values';
import { memoryOf, remember } from './memory';
import { EVENTS } from './properties';

/** As an expression may give them. */
interface Options {
	dropOlder?: unknown;
	remember?: unknown;
	tokenHours?: unknown;
}

/** A number of the options. @throws TypeError for what is none, and out of bounds */
function bounded(value: unknown, label: string, usual: number, [least, most]: [number, number]): number {
	const number = optionalNumber(value, label) ?? usual;
	if (number >= least && number <= most) return number;
	throw new TypeError(`${label} must be from ${least} to ${most}, not ${number}`);
}

/** A switch that is on unless it is switched off. @throws Refusal for what is neither yes nor no */
const isOn = (value: unknown, label: string): boolean =>
	inField(label, () => value === undefined || value === null || value === '' || yesNo(value));

/** The kinds of events that start the workflow. @throws Refusal for none, and for what is no kind: it would never come */
export function kindsIn(value: unknown): Set<string> {
	return inField('Events', () => {
		const names = namesIn(value);
		if (names.length === 0) return refuse('is empty', 'Choose at least one event.');
		return new Set(names.map((name) => choiceFor(name, EVENTS)));
	});
}

/** What the trigger needs to know beside its credential. @throws TypeError for an option that cannot be used */
function settingsOf({ dropOlder, remember, tokenHours }: Options) {
	return {
		dropOlder: isOn(dropOlder, 'Drop Older Figures'),
		keep: bounded(remember, 'Remember', 2000, [100, 20_000]),
		tokenSeconds: 3600 * bounded(tokenHours, 'Token Lifetime (Hours)', 12, [1, 8760]),
	};
}

/**
 * Who may send, from the credential. `audience` names the trigger, so that a token of one opens no other.
 * @throws TypeError where the credential is not set up for events, and for an option that cannot be used
 */
export function receiverOf(credential: ICredentialDataDecryptedObject, audience: string, options: Options): Receiver {
	const text = (name: string) => String(credential[name] ?? '').trim();
	const [clientId, clientSecret] = [text('eventClientId'), text('eventClientSecret')];
	if (credential.receiveEvents !== true || clientId === '' || clientSecret === '') {
		throw new TypeError(
			'Turn on Receive Events in the credential, and fill in Event Client ID and Event Client Secret',
		);
	}
	return {
		clientId,
		clientSecret,
		fixedBearer: text('eventToken') || undefined,
		tenantId: text('tenantId'),
		audience,
		tokenSeconds: settingsOf(options).tokenSeconds,
	};
}

/**
 * One request of IBM's: for a token, or with events. Nothing of a request is looked at before its proof. The token is
 * served at the address of the events as well, for IBM tenants and proxies that know one address only.
 */
export async function receive(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const options = context.getNodeParameter('options', {}) as Options;
	const { id } = context.getNode();
	const audience = `${context.getWorkflow().id} ${id}`;
	const receiver = receiverOf(await context.getCredentials(CREDENTIAL), audience, options);
	const { authorization } = context.getHeaderData();
	const body = context.getBodyData() as unknown;
	const grantType = (body as { grant_type?: unknown } | undefined)?.grant_type;
	const asked = grantType ?? (context.getQueryData() as { grant_type?: unknown }).grant_type;
	if (context.getWebhookName() === 'setup' || asked !== undefined) {
		return respond(context, tokenReply(receiver, authorization, asked, Date.now()));
	}
	if (!isAdmitted(receiver, authorization, Date.now())) {
		return respond(context, refusal(401, 'The token is missing, wrong or expired.'));
	}
	let events: InventoryEvent[];
	try {
		events = parseEvents(deliveryOf(context, body));
	} catch (error) {
		if (!(error instanceof TypeError)) throw error;
		return respond(context, refusal(400, error.message));
	}
	const own = ownEvents(events, receiver);
	if (own.length === 0 && events.length > 0) return respond(context, refusal(403, 'The events are of another tenant.'));
	// IBM would send all of them again, those of this tenant with them.
	const foreign = events.length - own.length;
	if (foreign > 0) context.logger.warn(`${foreign} events of another tenant were ignored.`);
	return emit(context, own, options);
}

/** The body of a delivery. n8n leaves types that it does not know unread, such as those of CloudEvents. */
function deliveryOf(context: IWebhookFunctions, body: unknown): unknown {
	const { rawBody } = context.getRequestObject();
	const isUnread = body === undefined || (isRecord(body) && Object.keys(body).length === 0);
	return isUnread && Buffer.isBuffer(rawBody) && rawBody.length > 0 ? rawBody.toString('utf8') : body;
}

/** Starts the workflow with what is news; IBM gets its 200 before that. */
function emit(context: IWebhookFunctions, events: InventoryEvent[], options: Options): IWebhookResponseData {
	const wanted = kindsIn(context.getNodeParameter('events'));
	// What cannot be read and does not say what it is may be what is wanted.
	const chosen = events.filter(({ kind, unread }) => wanted.has(kind) || (unread !== undefined && kind === 'other'));
	const isSimple = isOn(context.getNodeParameter('simplify', true), 'Simplify');
	const items = fresh(context, chosen, options).map((event) => ({ json: eventItem(event, isSimple) as never }));
	const webhookResponse = { received: events.length, accepted: items.length };
	return items.length === 0 ? { webhookResponse } : { workflowData: [items], webhookResponse };
}

/** What was not seen yet. A test run of the editor remembers nothing. */
function fresh(context: IWebhookFunctions, events: InventoryEvent[], options: Options): InventoryEvent[] {
	const settings = settingsOf(options);
	if (context.getMode() === 'manual') return news(events, emptyMemory(), settings).fresh;
	const found = news(events, memoryOf(context, settings.keep), settings);
	if (found.fresh.length > 0) remember(context, found.memory);
	return found.fresh;
}

const refusal = (status: number, message: string): ReceiverReply => ({
	status,
	body: { error: status === 401 ? 'invalid_token' : 'invalid_request', error_description: message },
});

function respond(context: IWebhookFunctions, { status, body }: ReceiverReply): IWebhookResponseData {
	const response = context.getResponseObject();
	if (status === 401) response.setHeader('WWW-Authenticate', 'Bearer');
	response.setHeader('Cache-Control', 'no-store');
	response.status(status).json(body);
	return { noWebhookResponse: true };
}
