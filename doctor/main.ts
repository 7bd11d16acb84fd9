#!/usr/bin/env node
import { writeFileSync } from 'node:fs';

import { HELP, readArguments, UsageError } from './arguments';
import { ask } from './prompt';
import { asText } from './render';
import { count } from './report';
import { examine } from './run';
import { readSettings } from './settings';

/** Streams of a terminal, or of a test. */
interface Streams {
	stdin: NodeJS.ReadableStream & { isTTY?: boolean };
	stdout: NodeJS.WritableStream;
	stderr: NodeJS.WritableStream & { isTTY?: boolean };
}

/**
 * The command `n8n-nodes-ibm-sterling`; resolves with the exit code: 0 nothing failed, 1 something failed, 2 wrong use
 * or stopped at a question. Only the report goes to standard output.
 */
export async function command(
	given: string[],
	environment: NodeJS.ProcessEnv,
	{ stdin, stdout, stderr }: Streams,
): Promise<number> {
	try {
		const { help, json, output, showHost, facts } = readArguments(given);
		if (help) {
			stdout.write(HELP);
			return 0;
		}
		const known = stdin.isTTY ? await ask(environment, stdin, stderr) : environment;
		const onCheck = (title: string) => void (stderr.isTTY && stderr.write(`… ${title}\n`));
		const report = await examine(readSettings(known), { showHost, onCheck });
		const text = json ? `${JSON.stringify(report, undefined, 2)}\n` : asText(report, { facts });
		if (output) write(output, text);
		else stdout.write(text);
		return count(report, 'failed') > 0 ? 1 : 0;
	} catch (error) {
		if (error instanceof UsageError) {
			stderr.write(`${error.message}\n`);
			return 2;
		}
		// Its message may hold anything.
		stderr.write(
			`The doctor itself failed (${error instanceof Error ? error.name : typeof error}). Please report it.\n`,
		);
		return 1;
	}
}

function write(path: string, text: string): void {
	try {
		writeFileSync(path, text);
	} catch (error) {
		throw new UsageError(`The report cannot be written (${(error as NodeJS.ErrnoException).code}).`);
	}
}

if (require.main === module) {
	void command(process.argv.slice(2), process.env, process).then((code) => {
		process.exitCode = code;
	});
}
