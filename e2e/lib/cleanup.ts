import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

type Step = () => Promise<void> | void;

const steps = new Set<Step>();
let running: Promise<void> | undefined;

/**
 * Remembers what must be undone before this process ends, in whatever way it ends.
 * Returns a function that undoes it now (once); steps that are left run last-in, first-out.
 */
export function onCleanup(step: Step): () => Promise<void> {
	steps.add(step);
	return async () => {
		if (steps.delete(step)) await step();
	};
}

/**
 * Undoes everything that is left, also what is begun meanwhile. A step that throws is reported and does not
 * stop the others.
 */
export async function cleanup(): Promise<void> {
	running ??= (async () => {
		for (let step = [...steps].pop(); step; step = [...steps].pop()) {
			steps.delete(step);
			try {
				await step();
			} catch (error) {
				process.stderr.write(`cleanup: ${(error as Error).message}\n`);
			}
		}
		running = undefined;
	})();
	await running;
}

let interrupted = false;

/** Whether a signal has come: what fails from then on fails because it was stopped. */
export const isInterrupted = (): boolean => interrupted;

/**
 * Makes Ctrl-C, a hang-up and a polite kill clean up before they end the process with `exitCode`. A signal may
 * come twice (from the terminal and from npm); the second one changes nothing.
 */
export function cleanupOnSignals(exitCode = 130): void {
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
		process.on(signal, () => {
			if (interrupted) return;
			interrupted = true;
			process.stderr.write(`\n${signal}: stopping what was started …\n`);
			void cleanup().finally(() => process.exit(exitCode));
		});
	}
}

/** A fresh folder below the system's temp folder, removed at the latest when this process ends. */
export function tempFolder(prefix: string): { path: string; remove: () => Promise<void> } {
	const path = mkdtempSync(join(tmpdir(), `${prefix}-`));
	const remove = onCleanup(() => rmSync(path, { recursive: true, force: true, maxRetries: 5 }));
	return { path, remove };
}
