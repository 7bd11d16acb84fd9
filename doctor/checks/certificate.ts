import { X509Certificate } from 'node:crypto';

import { fromNetwork } from '../../kit/http/networkErrors';
import { pooledTransport } from '../../kit/http/pools';
import { readCertificates } from '../../kit/http/tls/certificates';
import { destinationOf } from '../../clients/oms';
import { ServiceError } from '../../kit/errors';
import type { TlsSettings } from '../../kit/http/tls/settings';
import { originOf } from '../address';
import type { Notes } from '../notes';
import type { Check, Visit } from '../visit';
import { amount } from '../words';
import { SOON_DAYS } from './server';

const DAY = 86_400_000;

/** The client certificate: whether it can be read, is valid, fits its key, is demanded and is accepted. */
export const certificate: Check = {
	id: 'certificate',
	title: 'Client certificate',
	async run(visit, notes) {
		const { tls, endpoint } = visit.connection;
		const isSet = Boolean(tls?.pkcs12 ?? tls?.certificate ?? tls?.key);
		if (isSet && !(await isUsable(tls, notes))) {
			visit.isOver = true;
			return;
		}
		if (!originOf(endpoint).isTls) {
			if (isSet) notes.warning('It is not used, because the endpoint is plain HTTP.');
			return;
		}
		const without = await probe(visit, { ca: tls?.ca });
		if (!isSet) {
			if (without) notes.error('failed', '', without);
			else notes.ok('None is set, and the server does not require one.');
			visit.isOver = without !== undefined;
			return;
		}
		const failure = await probe(visit, tls);
		if (failure) notes.error('failed', '', failure);
		else
			notes.ok(
				`The server ${without ? 'requires a client certificate and accepts this one' : 'does not require one'}.`,
			);
		visit.isOver = failure !== undefined;
	},
};

async function isUsable(tls: TlsSettings | undefined, notes: Notes): Promise<boolean> {
	try {
		const { cert, notAfter } = await readCertificates(tls);
		const days = Math.floor(((notAfter?.getTime() ?? 0) - Date.now()) / DAY);
		notes.ok(
			`Certificate and key can be read and belong together; key ${keyOf(cert ?? '')}; ${amount(days, 'day')} left.`,
		);
		if (days < SOON_DAYS) {
			notes.warning(`It expires in ${amount(days, 'day')}.`, 'Get a new one in time (IBM SaaS: Self Service).');
		}
		return true;
	} catch (error) {
		if (!(error instanceof ServiceError)) throw error;
		// The message names whom the certificate was made out to.
		notes.error('failed', '', error.with({}, error.message.replace(/ \(.*\)(?= (?:expired|is valid))/s, '')));
		return false;
	}
}

function keyOf(pem: string): string {
	const { asymmetricKeyType, asymmetricKeyDetails } = new X509Certificate(pem).publicKey;
	const { modulusLength, namedCurve } = asymmetricKeyDetails ?? {};
	return [asymmetricKeyType?.toUpperCase(), modulusLength ?? namedCurve].filter(Boolean).join(' ');
}

/** One request without a login: any answer at all means that TLS was accepted. The failure where there was none. */
async function probe(visit: Visit, tls: TlsSettings | undefined): Promise<ServiceError | undefined> {
	const { connection, signal, tape } = visit;
	const url = `${originOf(connection.endpoint).url}/`;
	const { timeoutMs, headers = {} } = connection;
	try {
		const transport = tape.over(pooledTransport({ ...destinationOf(connection), tls }));
		await transport({ method: 'GET', url, headers, timeoutMs, signal, maxResponseBytes: 1_000_000 });
		return undefined;
	} catch (error) {
		return fromNetwork(error, url);
	}
}
