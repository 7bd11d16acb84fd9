import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

import type { ConnectionSettings } from '../../../../clients/mq/connection';
import type { MqSandbox } from '../../../../sandbox/mq';
import { watching } from '../../../support/watch';
import { table, type PageRow } from '../page';
import { LATE, type Trouble } from './troubles';
import type { Place, Work } from './works';

interface Surroundings {
	sandbox: MqSandbox;
	connectWith: Place['connectWith'];
	settingsWith(more?: Partial<ConnectionSettings>): ConnectionSettings;
}

/** Lets a trouble strike each work. @returns what each came to, and the promises that were broken */
export async function playTrouble(
	trouble: Trouble,
	works: Readonly<Record<string, Work>>,
	{ sandbox, connectWith, settingsWith }: Surroundings,
): Promise<{ said: string[]; broken: string[] }> {
	const said: string[] = [];
	const broken: string[] = [];
	for (const [name, { main, skip, run }] of Object.entries(works)) {
		for (const queue of sandbox.manager.queues.values()) queue.clear();
		trouble.before?.(sandbox);
		for (const fault of trouble.faults ?? []) {
			sandbox.faults.add(fault.api === 'main' ? { ...fault, api: main, skip } : fault);
		}
		const place: Place = {
			sandbox,
			connectWith,
			isLate: (trouble.faults ?? []).some(({ ms }) => ms === LATE),
			settings: settingsWith(trouble.settings),
			heal() {
				sandbox.faults.clear();
				trouble.after?.(sandbox);
				place.settings = settingsWith();
			},
		};
		const cell = await watching(async () => await run(place));
		place.heal();
		said.push(cell.said);
		broken.push(...cell.broken.map((what) => `${name}: ${what}`));
	}
	return { said, broken };
}

const DOCS = resolve(__dirname, '../../../../docs');

const PAGES = {
	builtIn: {
		file: 'fault-matrix-mq.md',
		title: 'IBM MQ: what happens when something goes wrong',
		works: `the built-in client against the emulated queue manager, and the result is compared with its queues. The fault hits
the main call of the work, unless it names another one.`,
	},
	rest: {
		file: 'fault-matrix-mq-rest.md',
		title: 'MQ REST: what happens when something goes wrong',
		works: `the MQ REST API against the emulated mqweb server, and the result is compared with its queues. The fault hits the
request that the column names. A get deletes its message by ID, so that the deletion can be repeated. If it is never
confirmed, the message is returned and may be delivered again.`,
	},
} as const;

/** Holds a page of docs/ against what was seen; with WRITE_DOCS it is written. */
export function expectMatrix(way: Place['connectWith'], rows: readonly PageRow[], works: readonly string[]): void {
	const { file, title, works: about } = PAGES[way];
	const text = `# ${title}

Written by \`WRITE_DOCS=1 npx jest --testPathPatterns faults/mq\`: each of the ${rows.length} faults hits each kind of work of
${about} A word in italics is the category of the error.
In every cell, no message is lost or put twice, and what is reported as failed changed nothing. Only
*uncertain* means that the result is unknown; the message says what to look for. For the trigger, the fault ends after a
while: every message has been processed, under one ID.

${table(works, rows)}
`;
	if (process.env.WRITE_DOCS) writeFileSync(resolve(DOCS, file), text);
	expect(text).toBe(readFileSync(resolve(DOCS, file), 'utf8'));
}
