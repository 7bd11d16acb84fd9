import type { Editor } from './editor';
import type { Check as CheckOf } from './runChecks';
import type { SingleStage } from './stage';

/** The stage, with n8n's editor in a browser that is opened when the first check wants it. */
export interface Scene extends SingleStage {
	editor: () => Promise<Editor>;
	/** Folder for pictures. */
	images: string;
}

/** What is checked in n8n; the parts that run checks know nothing of the editor's browser. */
export type Check<S = Scene> = CheckOf<S>;
