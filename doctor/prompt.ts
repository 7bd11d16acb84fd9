import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';

import { missing, type Environment } from './settings';

interface Question {
	name: string;
	text: string;
	hidden?: boolean;
	/** Asked only where this holds. */
	when?: (environment: Environment) => boolean;
}

const hasCertificate = (environment: Environment) =>
	Boolean(environment.STERLING_P12_FILE ?? environment.STERLING_CERTIFICATE_FILE);
const hasNoPassphrase = (environment: Environment) =>
	!environment.STERLING_PASSPHRASE && !environment.STERLING_PASSPHRASE_FILE;

const QUESTIONS: Question[] = [
	{ name: 'STERLING_ENDPOINT', text: 'Endpoint (https://host/smcfs)' },
	{ name: 'STERLING_AUTHENTICATION', text: 'Authentication: standard, basic or jwt (standard)' },
	{ name: 'STERLING_LOGIN_ID', text: 'Login ID' },
	{ name: 'STERLING_PASSWORD', text: 'Password (hidden)', hidden: true },
	{
		name: 'STERLING_P12_FILE',
		text: 'Path of the P12 file of the client certificate (empty: none)',
		when: (environment) => !hasCertificate(environment),
	},
	{
		name: 'STERLING_PASSPHRASE',
		text: 'Its passphrase (hidden, empty: none)',
		hidden: true,
		when: (environment) => hasCertificate(environment) && hasNoPassphrase(environment),
	},
];

/**
 * Asks for what the environment does not tell, when any of what is needed is missing; answers the environment with the
 * answers in it. What is typed for a secret is not shown. Questions go to `output`, so that a report on standard
 * output stays clean.
 */
export async function ask(
	environment: Environment,
	input: NodeJS.ReadableStream,
	output: NodeJS.WritableStream,
): Promise<Environment> {
	if (missing(environment).length === 0) return environment;
	const answered = { ...environment };
	let isHidden = false;
	const shown = new Writable({
		write: (chunk: Buffer, _encoding, done) => {
			if (!isHidden) output.write(chunk);
			done();
		},
	});
	const terminal = createInterface({ input, output: shown, terminal: true });
	try {
		for (const { name, text, hidden, when } of QUESTIONS) {
			const isKnown = Boolean(answered[name] ?? answered[`${name}_FILE`]);
			if (isKnown || when?.(answered) === false) continue;
			output.write(`${text}: `);
			isHidden = hidden === true;
			const answer = await terminal.question('');
			if (isHidden) output.write('\n');
			isHidden = false;
			if (answer !== '') answered[name] = answer;
		}
	} finally {
		terminal.close();
	}
	return answered;
}
