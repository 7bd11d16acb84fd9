/** One check on a scene. */
export interface Check<S> {
	name: string;
	/** Throws when the check fails, or {@link Skipped}; what it returns is printed as evidence. */
	run: (scene: S) => Promise<string>;
}

export interface Result {
	line: string;
	name: string;
	passed: boolean;
	/** It could not be run here; that is not a failure, and not a success. */
	skipped?: boolean;
	seconds: number;
	detail: string;
}

/** Thrown by a check that cannot be run here, with what is missing. */
export class Skipped extends Error {}

const MARKS = { passed: '✔', FAILED: '✘', skipped: '–' };
const outcomeOf = ({ passed, skipped }: Pick<Result, 'passed' | 'skipped'>) =>
	skipped ? 'skipped' : passed ? 'passed' : 'FAILED';

const firstLines = (text: string) => text.split('\n').slice(0, 12).join('\n      ');

/** Runs checks one after another, printing each; one that fails does not stop the others. */
export async function runChecks<S>(line: string, checks: Array<Check<S>>, scene: S): Promise<Result[]> {
	const results: Result[] = [];
	for (const { name, run } of checks) {
		const started = Date.now();
		let passed = true;
		let skipped = false;
		let detail: string;
		try {
			detail = await run(scene);
		} catch (error) {
			skipped = error instanceof Skipped;
			passed = false;
			detail = (error as Error).message ?? String(error);
		}
		const seconds = (Date.now() - started) / 1000;
		console.log(`  ${MARKS[outcomeOf({ passed, skipped })]} ${name} (${seconds.toFixed(1)} s)`);
		if (detail) console.log(`      ${firstLines(detail)}`);
		results.push({ line, name, passed, ...(skipped ? { skipped } : {}), seconds, detail });
	}
	return results;
}

/** Prints one row per check and line, and the sum of all. Returns whether none failed. */
export function printSummary(results: Result[]): boolean {
	const width = Math.max(...results.map(({ name }) => name.length), 5);
	console.log(`\n${'n8n'.padEnd(15)} ${'check'.padEnd(width)}  result  seconds`);
	const count = { passed: 0, FAILED: 0, skipped: 0 };
	for (const { line, name, seconds, ...result } of results) {
		const mark = outcomeOf(result);
		count[mark] += 1;
		console.log(`${line.padEnd(15)} ${name.padEnd(width)}  ${mark.padEnd(7)} ${seconds.toFixed(1).padStart(7)}`);
	}
	const skipped = count.skipped > 0 ? `, ${count.skipped} skipped` : '';
	console.log(`\n${count.passed} passed, ${count.FAILED} failed${skipped}`);
	return count.FAILED === 0;
}
