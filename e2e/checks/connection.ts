import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { type Sandbox, startSandbox } from '../../sandbox';
import type { Check } from '../lib/checks';
import { onCleanup } from '../lib/cleanup';
import { CREDENTIAL_TYPE, credentialData } from '../lib/connection';
import { freePort } from '../lib/process';

type Changes = Record<string, unknown>;

const works = (name: string, changes: (sandbox: Sandbox) => Changes): Check => ({
	name: `connection test: ${name}`,
	async run({ api, sandbox }) {
		const { status, message } = await api.testCredential(CREDENTIAL_TYPE, credentialData(sandbox, changes(sandbox)));
		assert.equal(status, 'OK', message);
		return message;
	},
});

/** A mistake must turn the test red, with words that name it. */
const refuses = (name: string, says: RegExp, changes: (sandbox: Sandbox) => Changes | Promise<Changes>): Check => ({
	name: `connection test refuses: ${name}`,
	async run({ api, sandbox }) {
		const data = credentialData(sandbox, await changes(sandbox));
		const { status, message } = await api.testCredential(CREDENTIAL_TYPE, data);
		assert.equal(status, 'Error', `the test is green: ${message}`);
		assert.match(message, says);
		return message;
	},
});

interface StyleMistake {
	/** What is wrong in the credential. */
	changes: Changes;
	says: RegExp;
}

/** The login mistakes that a person can make with a server of each style. */
const MISTAKES: Record<'basic' | 'jwt', Record<string, StyleMistake>> = {
	basic: {
		'wrong password': { changes: { password: 'not-the-password' }, says: /login|password/i },
		'unknown login': { changes: { loginId: 'nobody' }, says: /login|password/i },
		'the style Standard': { changes: { authentication: 'standard' }, says: /basic/i },
		'the style JWT Bearer': { changes: { authentication: 'jwt' }, says: /Basic|style/i },
	},
	jwt: {
		'wrong password': { changes: { password: 'not-the-password' }, says: /login|password/i },
		'unknown login': { changes: { loginId: 'nobody' }, says: /login|password/i },
		'the style Basic': { changes: { authentication: 'basic' }, says: /style|JWT|Standard/i },
	},
};

/** A server of another style than the stage's, asked in the right way and in each wrong one. */
const styled = (style: 'basic' | 'jwt'): Check => ({
	name: `connection test: ${style === 'jwt' ? 'JWT Bearer' : 'Basic'}, with each mistake`,
	async run({ api }) {
		const sandbox = await startSandbox({ mutualTls: true, authentication: style });
		const close = onCleanup(async () => await sandbox.close());
		const ask = async (changes: Changes) =>
			await api.testCredential(CREDENTIAL_TYPE, credentialData(sandbox, { authentication: style, ...changes }));

		const outsider = sandbox.users.find(({ loginId }) => loginId === 'outsider')!;
		const all: Record<string, StyleMistake> = {
			...MISTAKES[style],
			'may not read orders': {
				changes: { loginId: outsider.loginId, password: outsider.password },
				says: /YCP0428/,
			},
			'no client certificate': {
				changes: { clientIdentity: 'none', certificate: '', privateKey: '' },
				says: /certificate/i,
			},
		};
		const good = await ask({});
		assert.equal(good.status, 'OK', good.message);
		const answers = [good.message];
		for (const [name, { changes, says }] of Object.entries(all)) {
			const { status, message } = await ask(changes);
			assert.equal(status, 'Error', `${name}: the test is green: ${message}`);
			assert.match(message, says, name);
			answers.push(`${name}: ${message}`);
		}
		await close();
		return answers.join('\n');
	},
});

const pkcs12 = (pkcs12Secret: string, passphrase: string): Changes => ({
	clientIdentity: 'pkcs12',
	pkcs12Secret,
	passphrase,
	certificate: '',
	privateKey: '',
});

const oneLine = (pem: string) => pem.trim().replace(/\r?\n/g, '\\n');

export const connection: Check[] = [
	works('mutual TLS with PEM', () => ({})),
	works('PEM with typed line breaks', ({ clientCertificate: { certificate, key } }) => ({
		certificate: oneLine(certificate),
		privateKey: oneLine(key),
	})),
	works('mutual TLS with P12', ({ clientCertificate: { p12Base64, passphrase } }) => pkcs12(p12Base64, passphrase)),
	works('P12 of old tools', ({ clientCertificate: { oldP12Base64, passphrase } }) => pkcs12(oldP12Base64, passphrase)),
	refuses('login that may not read orders', /YCP0428/, (sandbox) => {
		const { loginId, password } = sandbox.users.find((user) => user.loginId === 'outsider')!;
		return { loginId, password };
	}),
	refuses('wrong password', /login|password/i, () => ({ password: 'not-the-password' })),
	refuses('unknown host', /not found|resolve/i, () => ({ endpoint: 'https://oms.aurora-retail.invalid/smcfs' })),
	refuses('nothing listens', /refused|reach|connect/i, async () => ({
		endpoint: `https://127.0.0.1:${await freePort()}/smcfs`,
	})),
	refuses('key that does not match', /key does not (belong|match)/i, () => ({
		privateKey: generateKeyPairSync('rsa', {
			modulusLength: 2048,
			publicKeyEncoding: { type: 'spki', format: 'pem' },
			privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
		}).privateKey,
	})),
	refuses('expired client certificate', /expired|ended/i, (sandbox) => {
		const { certificate, key } = sandbox.expiredClientCertificate();
		return { certificate, privateKey: key };
	}),
	refuses('no client certificate', /certificate/i, () => ({
		clientIdentity: 'none',
		certificate: '',
		privateKey: '',
	})),
	refuses('wrong passphrase of the P12', /passphrase/i, ({ clientCertificate }) =>
		pkcs12(clientCertificate.p12Base64, 'not-the-passphrase'),
	),
	refuses('private authority not given', /CA|authority/i, () => ({ caCertificate: '' })),
	refuses('wrong path', /path|endpoint|context root|address/i, (sandbox) => ({
		endpoint: sandbox.url.replace('/smcfs', '/elsewhere'),
	})),
	styled('basic'),
	styled('jwt'),
];
