import { addressesOf, connectionName } from '../address';
import { cipherSpecOf } from '../cipherSpecs';
import type { Connection, ConnectionSettings, ConnectOptions, Transport } from '../connection';
import { throwIfCancelled } from '../../../kit/http/cancel';
import { MAX_MESSAGE_BYTES, namesOf, secretsOf } from '../settings';
import type { Binding, QueueManagerHandle } from './binding';
import { called } from './calls';
import { IbmmqConnection } from './connection';
import { keyRepositoryOf, type KeyRepository } from './keyRepository';
import { loadBinding, type Require } from './load';

const APPLICATION = 'n8n-nodes-ibm-sterling';
/** Seconds: a call on a connection that hangs stalls the process until the client gives up. */
const HEARTBEAT = 5;

/** IBM's own client, where an operator has installed the package `ibmmq`. `load` is for tests. */
export function ibmmqTransportOf(load?: Require): Transport {
	return {
		hasUnitsOfWork: true,

		async connect(settings: ConnectionSettings, options: ConnectOptions = {}): Promise<Connection> {
			const secrets = secretsOf(settings);
			return await secrets.guard(async () => {
				const { channel, queueManager } = namesOf(settings);
				const addresses = addressesOf(settings.address);
				const isTls = cipherSpecOf(settings.cipherSpec) !== undefined;
				for (const { host, port } of addresses) await options.egress?.permit?.(host, port);
				throwIfCancelled(options.signal);
				const mq = loadBinding(load);
				const keys = isTls ? await keyRepositoryOf(settings) : undefined;
				secrets.add(keys?.passphrase);
				const remove = async () => await keys?.remove();
				try {
					const definition = channelDefinition(mq, {
						settings,
						channel,
						names: addresses.map(connectionName).join(','),
						keys,
					});
					const cno = connectOptions(mq, settings, definition, keys);
					const handle = await called<QueueManagerHandle>('MQCONNX', (done) => mq.Connx(queueManager, cno, done));
					return new IbmmqConnection(mq, handle, secrets, remove);
				} catch (error) {
					await remove();
					throw error;
				}
			});
		},
	};
}

export const ibmmqTransport: Transport = ibmmqTransportOf();

interface Definition {
	settings: ConnectionSettings;
	channel: string;
	names: string;
	keys: KeyRepository | undefined;
}

function channelDefinition(mq: Binding, { settings, channel, names, keys }: Definition) {
	return Object.assign(new mq.MQCD(), {
		ChannelName: channel,
		ConnectionName: names,
		MaxMsgLength: MAX_MESSAGE_BYTES,
		HeartbeatInterval: HEARTBEAT,
		SharingConversations: 0,
		...(keys ? { SSLCipherSpec: settings.cipherSpec.trim().toUpperCase() } : {}),
		...(keys?.label ? { CertificateLabel: keys.label } : {}),
	});
}

function connectOptions(
	mq: Binding,
	{ user, password, applicationName = APPLICATION }: ConnectionSettings,
	definition: object,
	keys: KeyRepository | undefined,
) {
	const cno = Object.assign(new mq.MQCNO(), {
		Options: mq.MQC.MQCNO_CLIENT_BINDING,
		ClientConn: definition,
		ApplName: applicationName,
	});
	if (keys) {
		const { path: KeyRepository, passphrase: KeyRepoPassword, label: CertificateLabel } = keys;
		const sco = { KeyRepository, KeyRepoPassword, ...(CertificateLabel ? { CertificateLabel } : {}) };
		Object.assign(cno, { SSLConfig: Object.assign(new mq.MQSCO(), sco) });
	}
	if (password) {
		const csp = Object.assign(new mq.MQCSP(), { UserId: user?.trim() ?? '', Password: password });
		Object.assign(cno, { SecurityParms: csp });
	}
	return cno;
}
