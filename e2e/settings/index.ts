import type { Check } from '../lib/checks';
import { editorCommand } from './editorCommand';
import { egress } from './egress';
import type { Ground } from './ground';
import { installer } from './installer';

/** Checks that start n8n by themselves, each with settings of its own. */
export const settingsChecks: Array<Check<Ground>> = [...egress, ...installer, ...editorCommand];
