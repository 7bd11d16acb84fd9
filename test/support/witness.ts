import { appendFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import type { INode } from 'n8n-workflow';

const root = resolve(__dirname, '../..');

/**
 * Notes which operation the running test has run on n8n's engine. After the whole suite the reporter compares the
 * notes with the catalogue (test/support/operationsReporter.cjs), so that no operation stays without a test.
 */
export function witness({ resource, operation }: INode['parameters']): void {
	const folder = process.env.OPERATIONS_NOTES;
	if (!folder) return;
	const { testPath, currentTestName } = expect.getState();
	const test = `${relative(root, testPath ?? '')}: ${currentTestName ?? ''}`;
	const note = { operation: `${String(resource)}:${String(operation)}`, test };
	appendFileSync(join(folder, `${process.pid}.jsonl`), `${JSON.stringify(note)}\n`);
}
