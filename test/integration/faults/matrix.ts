import { closeAllPools } from '../../../kit/http/pools';
import { TROUBLES, type Trouble } from './faults';
import { Stage } from './stage';
import { WORKS } from './works';
import { WRITE_NAMES } from './writes';

/** One trouble with what each work came to, in the order of {@link WORKS}. */
export interface MatrixRow {
	name: string;
	said: string[];
	broken: string[];
}

/** Runs every work under every trouble. */
export async function runMatrix(dataFormat: 'json' | 'xml'): Promise<MatrixRow[]> {
	const stage = await Stage.open();
	try {
		const rows: MatrixRow[] = [];
		for (const trouble of TROUBLES) rows.push(await runRow(stage, trouble, dataFormat));
		return rows;
	} finally {
		await stage.close();
	}
}

async function runRow(stage: Stage, trouble: Trouble, dataFormat: 'json' | 'xml'): Promise<MatrixRow> {
	const row: MatrixRow = { name: trouble.name, said: [], broken: [] };
	for (const [name, work] of Object.entries(WORKS)) {
		// Faults of the login need one; others find a session, as most calls do.
		if (trouble.login) await closeAllPools();
		else if (!trouble.connection) await stage.clientFor(stage.connectionFor({ name: '' }, dataFormat)).send(NOTHING);
		stage.strike(trouble);
		const { said, broken } = await work(stage, trouble, stage.connectionFor(trouble, dataFormat));
		stage.clear(trouble);
		row.said.push(said);
		row.broken.push(...broken.map((what) => `${name}: ${what}`));
	}
	return row;
}

const NOTHING = { api: 'getOrderList', root: 'Order', kind: 'read', input: { OrderHeaderKey: '0' } } as const;

/** The matrix as a page of the documentation. */
export function matrixPage(rows: MatrixRow[], writes: MatrixRow[]): string {
	return `# What happens when something goes wrong

Written by \`WRITE_DOCS=1 npx jest --testPathPatterns faults/matrix\`: each of the ${rows.length} faults strikes each kind of work against the
sandbox, and the outcome is compared with its store. *done*: it worked in the end, repeated or looked up
if that is safe. A word in italics is the category of the error of the item or the execution.
In every cell nothing is lost, nothing is done twice, and what is reported as failed changed nothing. Only
*uncertain* means that a change may or may not have been carried out; the message says so.

${table(Object.keys(WORKS), rows)}

## Every kind of write of the node

The same for the operations of the action node, through n8n's engine. After a lost response the record is looked up
and compared with what was sent: *done* means that it shows the change. What would differ if it were done twice is
never judged by the look of the record.

${table(WRITE_NAMES, writes)}
`;
}

function table(names: string[], rows: MatrixRow[]): string {
	const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
	const head = [line(['Fault', ...names]), line(['---', ...names.map(() => '---')])];
	return [...head, ...rows.map(({ name, said }) => line([name, ...said]))].join('\n');
}
