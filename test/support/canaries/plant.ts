import { createPrivateKey } from 'node:crypto';

import type { ICredentialType, INodeProperties, INodePropertyCollection } from 'n8n-workflow';

import type { ClientCertificate } from '../../../sandbox';
import { secrets } from '../watch';

/** Texts that a credential hides in the editor and that everybody may see all the same: certificates without their keys. */
const PUBLIC = ['certificate', 'caCertificate'];

/** The fields of a credential whose values are secrets; those of extra headers are all called `headers`. */
export function secretFields({ properties }: ICredentialType): string[] {
	const inside = ({ options = [] }: INodeProperties) =>
		(options as INodePropertyCollection[]).flatMap(({ values = [] }) => values);
	const isSecret = (field: INodeProperties): boolean =>
		field.typeOptions?.password === true || inside(field).some(isSecret);
	return properties.filter((field) => isSecret(field) && !PUBLIC.includes(field.name)).map(({ name }) => name);
}

/** A secret that no text holds by chance, with every character that some encoding changes. It fits into a header. */
export const canary = (name: string): string => `canary-${name}-&<"'>/+\\%=7f3a`;

/** Plants a secret: from now on nothing may show it. */
export function planted(name: string, value = canary(name)): string {
	secrets.add(name, value);
	return value;
}

/** A value as it is, so that a finished test can put it back. */
const borrowed: Array<() => void> = [];

/** Changes a member of what other tests use as well. */
export function lend<T extends object, K extends keyof T>(owner: T, name: K, value: T[K]): T[K] {
	const before = owner[name];
	borrowed.push(() => {
		owner[name] = before;
	});
	owner[name] = value;
	return value;
}

export function giveBack(): void {
	for (const back of borrowed.splice(0)) back();
}

/** Notes every text that a function gives out from now on as a secret. */
export function noteResults<T extends object, K extends keyof T>(
	owner: T,
	name: K,
	texts: (result: never) => string[],
) {
	const original = (owner[name] as (...given: unknown[]) => unknown).bind(owner);
	lend(owner, name, ((...given: unknown[]) => {
		const result = original(...given);
		for (const text of texts(result as never)) secrets.add(`issued by ${String(name)}`, text);
		return result;
	}) as T[K]);
}

/** Fields of a client certificate as PEM, its key encrypted under a planted passphrase. */
export function pemIdentity({ certificate, key }: ClientCertificate, keyField = 'privateKey') {
	const passphrase = planted('passphrase');
	const encrypted = createPrivateKey(key).export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase });
	secrets.addKey('private key', key);
	secrets.addKey('encrypted key', encrypted.toString());
	return { clientIdentity: 'pem', certificate, [keyField]: encrypted.toString(), passphrase };
}

/** The same as a P12 file. */
export function p12Identity({ p12Base64, passphrase }: ClientCertificate) {
	secrets.add('P12 file', p12Base64.slice(100, 180));
	return { clientIdentity: 'pkcs12', pkcs12Secret: p12Base64, passphrase: planted('passphrase', passphrase) };
}

/** A header of a gateway with a planted value. */
export const gatewayHeader = () => ({ headers: { header: [{ name: 'X-Gateway-Key', value: planted('headers') }] } });
