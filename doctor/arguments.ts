import { parseArgs } from 'node:util';

/** What the command line asks for. */
interface Arguments {
	help: boolean;
	json: boolean;
	showHost: boolean;
	facts: boolean;
	output?: string;
}

/** The command was used wrongly, or a setting is missing: exit code 2. */
export class UsageError extends Error {}

const OPTIONS = {
	help: { type: 'boolean', short: 'h', default: false },
	json: { type: 'boolean', default: false },
	'show-host': { type: 'boolean', default: false },
	facts: { type: 'boolean', default: false },
	output: { type: 'string', short: 'o' },
} as const;

const SECRET = /pass|secret|token|login|user|p12|pfx|pem|key|cert|auth|endpoint|url|host|:\/\/|@/i;
const WHY =
	'Endpoint, login and secrets are never read from arguments: every user of this machine can see those, and the shell ' +
	'keeps them. Set the variables of --help, or answer the questions.';

/**
 * Reads the arguments behind the name of the command. Throws {@link UsageError}, which never repeats what was typed:
 * it may be a secret.
 */
export function readArguments(given: string[]): Arguments {
	let parsed: ReturnType<typeof parse>;
	try {
		parsed = parse(given);
	} catch {
		throw unknown(given);
	}
	const [command = '', ...rest] = parsed.positionals;
	const { help, json, output, facts } = parsed.values;
	if (rest.length > 0 || (command !== '' && command !== 'doctor')) throw unknown(parsed.positionals);
	if (output?.trim() === '') throw new UsageError('--output needs the name of a file.');
	return { help: help || command === '', json, showHost: parsed.values['show-host'], facts, output };
}

const parse = (args: string[]) => parseArgs({ args, options: OPTIONS, allowPositionals: true, strict: true });

function unknown(given: string[]): UsageError {
	const isSecret = given.some((word) => SECRET.test(word) && !/^--(show-host|output|facts)\b/.test(word));
	return new UsageError(isSecret ? WHY : 'Unknown argument. See --help.');
}

/** What --help prints. */
export const HELP = `Usage: npx n8n-nodes-ibm-sterling doctor [options]
   or: node dist/doctor/main.js doctor [options]

Checks a live IBM Sterling Order Management in under a minute and prints a report that can be shared. It only reads.

Options
  --json           the report as JSON
  -o, --output F   writes the report into the file F instead of printing it
  --show-host      keeps the host name in the report
  --facts          adds what the run says about each fact that the package relies on
  -h, --help       show this help

Settings are read from the environment. On a terminal, the doctor asks for missing ones.
  STERLING_ENDPOINT            https://host/smcfs
  STERLING_LOGIN_ID            login of the integration user
  STERLING_PASSWORD            its password; or set STERLING_PASSWORD_FILE
  STERLING_AUTHENTICATION      standard (default), basic or jwt
  STERLING_P12_FILE            client certificate with its key (.p12, .pfx)
  STERLING_CERTIFICATE_FILE    the same as PEM, with STERLING_KEY_FILE
  STERLING_PASSPHRASE          passphrase of either; or set STERLING_PASSPHRASE_FILE
  STERLING_CA_FILE             certificate of a private authority (PEM)
  STERLING_HEADERS_FILE        extra headers for a gateway, one "Name: value" a line
  STERLING_DATA_FORMAT         json (default) or xml
  STERLING_ENTERPRISE          enterprise code, narrows what is read
  STERLING_TIMEOUT             seconds for one request (10)

Exit codes: 0 nothing failed, 1 something failed, 2 wrong usage, a missing setting, or stopped at a question.
`;
