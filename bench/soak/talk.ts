import type { Target } from '../jobs';
import type { Note } from './ledger';
import type { Vitals } from './vitals';
import type { WorldOptions } from './world';

/** What the process of the server is told; it answers `open` with its {@link Target}, `end` with the ledger's truth. */
export type ToServer = { do: 'open'; world: WorldOptions } | { do: 'calm' } | { do: 'end' };

/** What the process with n8n's engine is told. */
export type ToEngine = { do: 'start'; target: Target; seed: number; tooSlowMs: number } | { do: 'finish' };

/** What it says: notes while it runs, how it is, and that nothing is left to do (or what is). */
export type FromEngine =
	| { say: 'notes'; notes: Note[] }
	| { say: 'vitals'; vitals: Vitals }
	| { say: 'finished'; left: Record<string, number> };
