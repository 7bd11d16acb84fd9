import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';

import { UsageError } from './arguments';
import { isGiven, missing, type Environment } from './settings';

interface Question {
	name: string;
	text: string;
	hidden?: boolean;
	/** Asked only where this holds. */
	when?: (environment: Environment) => boolean;
}

const hasCertificate = (environment: Environment) =>
	isGiven(environment, 'STERLING_P12_FILE') || isGiven(environment, 'STERLING_CERTIFICATE_FILE');

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
		when: hasCertificate,
	},
	{
		name: 'STERLING_CA_FILE',
		text: "Path of the PEM file of a private authority that signed the server's certificate (empty: none)",
	},
];

/**
 * Asks for what the environment does not say, if anything that is needed is missing, and returns the environment with the
 * answers in it. What is typed for a secret is not shown. Questions go to `output`, so that a report on standard
 * output stays clean. Throws {@link UsageError} at Ctrl-C and where the input ends.
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
	// Without a history the arrow keys bring back nothing of what was typed, secrets least of all.
	const terminal = createInterface({ input, output: shown, terminal: true, historySize: 0 });
	// At the end of the input a question is neither answered nor refused.
	const stopped = new Promise<never>((_resolve, reject) => {
		terminal.once('close', () => reject(new UsageError('Stopped.')));
	});
	stopped.catch(() => undefined);
	try {
		for (const { name, text, hidden, when } of QUESTIONS) {
			if (isGiven(answered, name) || when?.(answered) === false) continue;
			const question = `${text}: `;
			// The terminal writes it, and again as it edits the line, but nothing of a hidden one.
			if (hidden) output.write(question);
			isHidden = hidden === true;
			const answer = await Promise.race([stopped, terminal.question(question)]);
			if (isHidden) output.write('\n');
			isHidden = false;
			if (answer !== '') answered[name] = answer;
		}
	} catch (error) {
		// The cursor is behind the question.
		output.write('\n');
		throw error;
	} finally {
		terminal.close();
	}
	return answered;
}
