import type { Target } from '../jobs';
import type { Note } from './ledger';
import type { Vitals } from './vitals';
import type { Targets } from './productNames';
import type { WorldOptions } from './world';

/** Where the server's process is: Order Management, and the credentials of the other products. */
export type Places = Target & { products: Targets };

/** What the process of the server is told; it responds to `open` with its {@link Places}, to `end` with the truth. */
export type ToServer = { do: 'open'; world: WorldOptions } | { do: 'calm' } | { do: 'end' };

/** What the process with n8n's engine is told. */
export type ToEngine = { do: 'start'; target: Places; seed: number; tooSlowMs: number } | { do: 'finish' };

/** What it says: notes while it runs, how it is, and that nothing is left to do (or what is). */
export type FromEngine =
	| { say: 'notes'; notes: Note[] }
	| { say: 'vitals'; vitals: Vitals }
	| { say: 'finished'; left: Record<string, number> };
