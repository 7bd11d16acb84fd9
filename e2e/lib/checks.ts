import type { Editor } from './editor';
import type { SingleStage } from './stage';

/** The stage, with n8n's editor in a browser that is opened when the first check wants it. */
export interface Scene extends SingleStage {
	editor: () => Promise<Editor>;
	/** Folder for pictures. */
	images: string;
}

export interface Check<S = Scene> {
	name: string;
	/** Throws when the check fails; what it returns is printed as evidence. */
	run: (scene: S) => Promise<string>;
}

export interface Result {
	line: string;
	name: string;
	passed: boolean;
	seconds: number;
	detail: string;
}

const firstLines = (text: string) => text.split('\n').slice(0, 12).join('\n      ');

/** Runs checks one after another, printing each; one that fails does not stop the others. */
export async function runChecks<S>(line: string, checks: Array<Check<S>>, scene: S): Promise<Result[]> {
	const results: Result[] = [];
	for (const { name, run } of checks) {
		const started = Date.now();
		let passed = true;
		let detail: string;
		try {
			detail = await run(scene);
		} catch (error) {
			passed = false;
			detail = (error as Error).message ?? String(error);
		}
		const seconds = (Date.now() - started) / 1000;
		console.log(`  ${passed ? '✔' : '✘'} ${name} (${seconds.toFixed(1)} s)`);
		if (detail) console.log(`      ${firstLines(detail)}`);
		results.push({ line, name, passed, seconds, detail });
	}
	return results;
}

/** Prints one row per check and line, and the sum of all. Returns whether all passed. */
export function printSummary(results: Result[]): boolean {
	const width = Math.max(...results.map(({ name }) => name.length), 5);
	console.log(`\n${'n8n'.padEnd(15)} ${'check'.padEnd(width)}  result  seconds`);
	for (const { line, name, passed, seconds } of results) {
		const mark = passed ? 'passed' : 'FAILED';
		console.log(`${line.padEnd(15)} ${name.padEnd(width)}  ${mark}  ${seconds.toFixed(1).padStart(7)}`);
	}
	const failed = results.filter(({ passed }) => !passed).length;
	console.log(`\n${results.length - failed} passed, ${failed} failed`);
	return failed === 0;
}
