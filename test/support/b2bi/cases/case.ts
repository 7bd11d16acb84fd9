import type { INode } from 'n8n-workflow';

import { locate } from '../../../../engine/oneNode';
import type { B2biSandbox } from '../../../../sandbox/b2bi';

export { locate };

type Rows = Array<Record<string, unknown>>;

/** A run of one operation, and what it does to the sandbox. */
export interface Case {
	/** Parameters beside resource and operation; the scene is set by the way. */
	given: (sandbox: B2biSandbox) => INode['parameters'];
	then: (rows: Rows, sandbox: B2biSandbox) => void;
}

/** Pickers that were filled in by one of their modes. */
export const path = (value: string) => locate('path', value);
export const name = (value: string) => locate('name', value);
export const id = (value: unknown) => locate('id', String(value));

/** A stored row of the sandbox. */
export const stored = (sandbox: B2biSandbox, table: keyof B2biSandbox['tables'], key: string) =>
	sandbox.tables[table].rows.get(key);
