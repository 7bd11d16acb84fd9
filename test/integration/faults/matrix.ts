import { closeAllPools } from '../../../kit/http/pools';
import { endsSession, TROUBLES, type Trouble } from './faults';
import { expectSection, table } from './page';
import { Stage } from './stage';
import { WORKS } from './works';
import { WRITE_NAMES } from './writes';

/** One trouble with what each work came to, in the order of {@link WORKS}. */
export interface MatrixRow {
	name: string;
	said: string[];
	broken: string[];
}

/** Runs every work under every trouble, or under some. */
export async function runMatrix(dataFormat: 'json' | 'xml', troubles = TROUBLES): Promise<MatrixRow[]> {
	const stage = await Stage.open();
	try {
		const rows: MatrixRow[] = [];
		for (const trouble of troubles) rows.push(await runRow(stage, trouble, dataFormat));
		return rows;
	} finally {
		await stage.close();
	}
}

async function runRow(stage: Stage, trouble: Trouble, dataFormat: 'json' | 'xml'): Promise<MatrixRow> {
	const row: MatrixRow = { name: trouble.name, said: [], broken: [] };
	let hasSession = false;
	for (const [name, work] of Object.entries(WORKS)) {
		// Faults of the login need one; others find a session, as most calls do.
		if (trouble.login) await closeAllPools();
		else if (!trouble.connection && !hasSession) {
			await stage.clientFor(stage.connectionFor({ name: '' }, dataFormat)).send(NOTHING);
		}
		hasSession = !endsSession(trouble);
		stage.strike(trouble);
		const { said, broken } = await work(stage, trouble, stage.connectionFor(trouble, dataFormat));
		stage.clear(trouble);
		row.said.push(said);
		row.broken.push(...broken.map((what) => `${name}: ${what}`));
	}
	return row;
}

const NOTHING = { api: 'getOrderList', root: 'Order', kind: 'read', input: { OrderHeaderKey: '0' } } as const;

/** Holds the page's sections of Order Management against what was seen. */
export function expectPage(rows: MatrixRow[], writes: MatrixRow[]): void {
	expectSection('Order Management', table(Object.keys(WORKS), rows));
	expectSection(
		'Writes of the Order Management node',
		`The same for the operations of the action node, through n8n's engine. After a lost response the record is looked up
and compared with what was sent: *done* means that it shows the change. What would differ if it were done twice is
never judged by the look of the record.

${table(WRITE_NAMES, writes)}`,
	);
}
