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

/** Undoes everything that is left. A step that throws is reported and does not stop the others. */
export async function cleanup(): Promise<void> {
	running ??= (async () => {
		for (const step of [...steps].reverse()) {
			if (!steps.delete(step)) continue;
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

/** Makes Ctrl-C, a hang-up and a polite kill clean up before they end the process. */
export function cleanupOnSignals(): void {
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
		process.once(signal, () => {
			process.stderr.write(`\n${signal}: stopping what was started …\n`);
			void cleanup().finally(() => process.exit(130));
		});
	}
}

/** A fresh folder below the system's temp folder, removed at the latest when this process ends. */
export function tempFolder(prefix: string): { path: string; remove: () => Promise<void> } {
	const path = mkdtempSync(join(tmpdir(), `${prefix}-`));
	const remove = onCleanup(() => rmSync(path, { recursive: true, force: true, maxRetries: 5 }));
	return { path, remove };
}
