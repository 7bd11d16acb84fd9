import { startMq, type MqSandbox } from '../../sandbox/mq';
import type { Credential } from './apiTypes';
import type { Stage } from './stage';

export const MQ_CREDENTIAL = 'ibmMqApi';

/** The fields of a credential for the emulated queue manager, as a user fills them in. */
export function mqCredentialData({ address, channel, manager, ca, clientCertificate, users: [user] }: MqSandbox) {
	return {
		connectWith: 'builtIn',
		hostAndPort: address,
		queueManager: manager.name,
		channel,
		cipherSpec: 'ECDHE_RSA_AES_128_GCM_SHA256',
		clientIdentity: 'pem',
		certificate: clientCertificate.certificate,
		privateKey: clientCertificate.key,
		caCertificate: ca,
		serverName: 'auto',
		user: user!.userId,
		password: user!.password,
	};
}

/** Runs with a queue manager of its own (mutual TLS), and a credential for it. */
export async function withQueueManager<T>(
	{ api }: Pick<Stage, 'api'>,
	name: string,
	run: (mq: MqSandbox, credential: Credential) => Promise<T>,
): Promise<T> {
	const mq = await startMq({ tls: true, mutualTls: true, withoutMessages: true });
	try {
		return await run(mq, await api.createCredential(`MQ ${name}`, MQ_CREDENTIAL, mqCredentialData(mq)));
	} finally {
		await mq.close();
	}
}
