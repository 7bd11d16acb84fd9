import type {
	ICredentialDataDecryptedObject,
	IDataObject,
	IHookFunctions,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';

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
import { datesIn } from '../../../kit/n8n/dates';
import { triggerParameters } from '../../../kit/n8n/triggerParameters';
import { isRecord } from '../../../kit/record';
import { CREDENTIAL } from '../connect';
import { eventItem } from '../run/event';
import { memoryOf, remember } from './memory';
import { properties } from './properties';
import { readSettings, tokenSecondsOf, type Settings } from './settings';

/**
 * Who may send, from the credential. `audience` names the trigger, so that a token of one opens no other.
 * @throws TypeError where the credential is not set up for events
 */
function receiverOf(credential: ICredentialDataDecryptedObject, audience: string, tokenSeconds: number): Receiver {
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
		tokenSeconds,
	};
}

/**
 * What the trigger needs to know before it can receive. The settings of events are read when events come: a token
 * needs none of them.
 * @throws Refusal or TypeError where the credential is not set up for events, and for a parameter that cannot be used
 */
export async function prepare(
	context: IHookFunctions | IWebhookFunctions,
): Promise<{ settings: () => Settings; receiver: Receiver }> {
	const parameters = triggerParameters(context, datesIn(context.getTimezone()), properties);
	const audience = `${context.getWorkflow().id} ${context.getNode().id}`;
	const credential = await context.getCredentials(CREDENTIAL);
	const receiver = receiverOf(credential, audience, tokenSecondsOf(parameters));
	return { settings: () => readSettings(parameters), receiver };
}

/**
 * One request of IBM's: for a token, or with events. Nothing of a request is looked at before its proof. The token is
 * served at the address of the events as well, for IBM tenants and proxies that know one address only.
 */
export async function receive(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const { settings, receiver } = await prepare(context);
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
	return emit(context, own, settings());
}

/** The body of a delivery. n8n leaves types that it does not know unread, such as those of CloudEvents. */
function deliveryOf(context: IWebhookFunctions, body: unknown): unknown {
	const { rawBody } = context.getRequestObject();
	const isUnread = body === undefined || (isRecord(body) && Object.keys(body).length === 0);
	return isUnread && Buffer.isBuffer(rawBody) && rawBody.length > 0 ? rawBody.toString('utf8') : body;
}

/** Starts the workflow with what is news; IBM gets its 200 before that. */
function emit(context: IWebhookFunctions, events: InventoryEvent[], settings: Settings): IWebhookResponseData {
	// What cannot be read and does not say what it is may be what is wanted.
	const chosen = events.filter(
		({ kind, unread }) => settings.kinds.includes(kind) || (unread !== undefined && kind === 'other'),
	);
	const items = fresh(context, chosen, settings).map((event) => ({
		json: eventItem(event, settings.isSimple) as IDataObject,
	}));
	const webhookResponse = { received: events.length, accepted: items.length };
	return items.length === 0 ? { webhookResponse } : { workflowData: [items], webhookResponse };
}

/** What was not seen yet. A test run of the editor remembers nothing. */
function fresh(context: IWebhookFunctions, events: InventoryEvent[], settings: Settings): InventoryEvent[] {
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
