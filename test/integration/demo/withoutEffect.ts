import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { WorkflowFile } from '../../../engine/workflow';

/** A copy of the folder in a temporary place, in which the named workflows only show their last request. */
export async function copyWithoutEffect(workflows: string, names: readonly string[]): Promise<string> {
	const folder = await mkdtemp(join(tmpdir(), 'demo-workflows-'));
	await cp(workflows, folder, { recursive: true });
	for (const name of names) {
		const file = JSON.parse(await readFile(join(folder, name), 'utf8')) as WorkflowFile;
		Object.assign(file.nodes.at(-1)!.parameters, { options: { dryRun: true } });
		await writeFile(join(folder, name), JSON.stringify(file));
	}
	return folder;
}
