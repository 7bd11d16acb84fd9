import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import {
	transportOf,
	type Connection,
	type ConnectionSettings,
	type ConnectOptions,
	type Transport,
} from '../../clients/mq';
import { tlsOf } from '../../kit/n8n/credentialParts';
import { policedTransport, type RequestHelpers } from '../../kit/n8n/egress';
import { assertRawAllowed } from '../../kit/n8n/rawEgress';

export const CREDENTIAL = 'ibmMqApi';

/** The port of IBM's SaaS: the router before it goes by the host name. */
const SAAS_PORT = /[:(]\s*15443\b/;

/** A way to the queue manager of a credential, not connected yet. */
export interface Way {
	settings: ConnectionSettings;
	transport: Transport;
	options: ConnectOptions;
	/** Whether several calls can be one unit of work. */
	hasUnitsOfWork: boolean;
	connect(signal?: AbortSignal): Promise<Connection>;
}

/** The way that a credential says. n8n's policy on where connections may lead holds for all of them. */
export async function wayTo(credential: ICredentialDataDecryptedObject, helpers: RequestHelpers): Promise<Way> {
	const settings = settingsOf(credential);
	const transport = await transportOf(wayOf(credential.connectWith));
	const options: ConnectOptions = {
		egress: { permit: (host) => assertRawAllowed(host) },
		http: policedTransport(helpers, { tls: tlsOf(credential) }),
	};
	return {
		settings,
		transport,
		options,
		hasUnitsOfWork: transport.hasUnitsOfWork,
		connect: async (signal) => await transport.connect(settings, { ...options, signal }),
	};
}

const wayOf = (connectWith: unknown): Parameters<typeof transportOf>[0] =>
	connectWith === 'client' || connectWith === 'rest' ? connectWith : 'builtIn';

/** The client's view of a credential. Fields that the chosen way does not show count for nothing. */
function settingsOf(credential: ICredentialDataDecryptedObject): ConnectionSettings {
	const text = (name: string) => String(credential[name] ?? '').trim();
	const secret = (name: string) => String(credential[name] ?? '') || undefined;
	const { certificate, key, pkcs12, passphrase, ca } = tlsOf(credential);
	const isRest = credential.connectWith === 'rest';
	return {
		address: text(isRest ? 'baseUrl' : 'hostAndPort'),
		queueManager: text('queueManager'),
		channel: isRest ? '' : text('channel'),
		cipherSpec: isRest ? '' : text('cipherSpec'),
		user: text('user') || undefined,
		password: secret('password'),
		certificate: pkcs12 ?? certificate,
		privateKey: key,
		passphrase,
		certificateAuthorities: ca,
		...(credential.connectWith === 'client' ? { certificateLabel: text('label') || undefined } : {}),
		serverName: serverNameOf(text('serverName'), text('hostAndPort')),
		allowUnauthorized: credential.ignoreSslIssues === true,
		applicationName: 'n8n',
	};
}

function serverNameOf(choice: string, address: string): ConnectionSettings['serverName'] {
	if (choice === 'channel' || choice === 'host' || choice === 'none') return choice;
	return SAAS_PORT.test(address) ? 'host' : 'channel';
}
