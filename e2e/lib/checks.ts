import type { Editor } from './editor';
import type { Check as PlainCheck } from './results';
import type { SingleStage } from './stage';

/** The stage, with n8n's editor in a browser that is opened when the first check wants it. */
export interface Scene extends SingleStage {
	editor: () => Promise<Editor>;
	/** Folder for pictures. */
	images: string;
}

/** A check in real n8n. */
export type Check<S = Scene> = PlainCheck<S>;

export { printSummary, runChecks, Skipped, type Result } from './results';
