import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import type { INode } from 'n8n-workflow';

/**
 * Notes which operation was run on n8n's engine. After the whole suite the reporter compares the notes with the
 * catalogue (test/support/operationsReporter.cjs), so that no operation stays without a test.
 */
export function witness({ resource, operation }: INode['parameters']): void {
	const folder = process.env.OPERATIONS_NOTES;
	if (folder) appendFileSync(join(folder, String(process.pid)), `${String(resource)}:${String(operation)}\n`);
}
