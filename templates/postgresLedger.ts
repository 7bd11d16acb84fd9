// Writes templates/postgres/*.json: npx tsx templates/postgresLedger.ts
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

interface Node {
	name: string;
	type: string;
	typeVersion: number;
	parameters: Record<string, unknown>;
}

interface Template {
	name: string;
	nodes: Node[];
}

interface Condition {
	keyName: string;
	condition?: string;
	keyValue?: string;
}

/** What the Data table node of these templates is told. */
interface TableWork {
	operation?: string;
	filters?: { conditions: Condition[] };
	columns?: { value: Record<string, string> };
}

/** The templates that keep the ledger. */
export const NAMES = [
	'syspro-dispatches-to-edi',
	'syspro-edi-inbox',
	'syspro-edi-watch',
	'syspro-invoices-to-edi',
	'syspro-purchase-orders-to-edi',
] as const;

const TABLE = 'edi_ledger';
const KEY = 'documentId';
const LEDGER = "={{ $('Settings').first().json.ledger }}";

const WORDS: ReadonlyArray<[RegExp, string]> = [
	[
		/an n8n data table as the ledger: create one with the columns of docs\/syspro-edi\.md\./,
		'a PostgreSQL table as the ledger: create it with templates/postgres/ledger.sql, and make a PostgreSQL credential.',
	],
	[/the ledger of the outbound templates \(docs\/syspro-edi\.md\)/, 'the PostgreSQL ledger of the outbound templates'],
	[/the ID of the ledger/g, 'the name of the table'],
];

/** A template whose ledger is a table of PostgreSQL instead of a data table of n8n. The rest stays as it is. */
export function onPostgres(template: Template): Template {
	const nodes = template.nodes.map((node) => {
		if (node.type === 'n8n-nodes-base.stickyNote') return reworded(node);
		if (node.name === 'Settings') return withTable(node);
		return node.type === 'n8n-nodes-base.dataTable' ? postgres(node) : node;
	});
	return { ...template, name: `${template.name} (ledger in PostgreSQL)`, nodes };
}

function reworded(node: Node): Node {
	const content = WORDS.reduce((text, [from, to]) => text.replace(from, to), String(node.parameters.content));
	return { ...node, parameters: { ...node.parameters, content } };
}

/** The setting that holds the ID of the data table holds the name of the table. */
function withTable(node: Node): Node {
	const { assignments } = node.parameters.assignments as { assignments: Array<{ name: string; value: unknown }> };
	const named = assignments.map((each) => (each.name === 'ledger' ? { ...each, value: TABLE } : each));
	return { ...node, parameters: { ...node.parameters, assignments: { assignments: named } } };
}

function postgres(node: Node): Node {
	const work = node.parameters as TableWork;
	const own = { type: 'n8n-nodes-base.postgres', typeVersion: 2.6 };
	return { ...node, ...own, parameters: parametersOf(node.name, work) };
}

function parametersOf(name: string, work: TableWork): Record<string, unknown> {
	const conditions = work.filters?.conditions ?? [];
	switch (work.operation) {
		case 'get':
			return { operation: 'select', ...PLACE, returnAll: true, ...whereOf(conditions), options: EACH };
		case 'upsert':
			return { operation: 'upsert', ...PLACE, columns: columnsOf(valuesOf(work)), options: EACH };
		case 'rowNotExists':
			return ifMissing(conditions);
		case 'update': {
			// The node stops where a row to update is missing. Here it may be, and that is no failure.
			if (name === 'Try failed ones again') return update(conditions, valuesOf(work));
			const key = { [KEY]: String(conditions[0].keyValue) };
			return { operation: 'update', ...PLACE, columns: columnsOf({ ...key, ...valuesOf(work) }), options: EACH };
		}
		default:
			throw new Error(`"${name}" does something that has no counterpart in PostgreSQL: ${work.operation}`);
	}
}

const located = (mode: string, value: string) => ({ __rl: true, mode, value });
const PLACE = { schema: located('name', 'public'), table: located('name', LEDGER) };
/** Each item by itself, so that the rows stay paired with the items. */
const EACH = { queryBatching: 'independently' };

const valuesOf = ({ columns }: TableWork): Record<string, string> => columns?.value ?? {};

function columnsOf(value: Record<string, string>): Record<string, unknown> {
	const schema = Object.keys(value).map((id) => ({
		id,
		displayName: id,
		required: id === KEY,
		defaultMatch: false,
		display: true,
		type: 'string',
		canBeUsedToMatch: true,
		removed: false,
	}));
	const mapping = { mappingMode: 'defineBelow', value, matchingColumns: [KEY], schema };
	return { ...mapping, attemptToConvertTypes: false, convertFieldsToString: false };
}

function whereOf(conditions: readonly Condition[]): Record<string, unknown> {
	const values = conditions.map(({ keyName, condition, keyValue }) =>
		condition === 'isNotEmpty' ? { column: keyName, condition: 'IS NOT NULL' } : { column: keyName, value: keyValue },
	);
	return values.length > 0 ? { where: { values } } : {};
}

/** The same item, in as far as the next node needs it, where no row meets all conditions. */
function ifMissing(conditions: readonly Condition[]): Record<string, unknown> {
	const tests = conditions.map(({ keyName }, index) => `"${keyName}" = $${index + 3}`).join(' AND ');
	return query(`SELECT $2::text AS "id" WHERE NOT EXISTS (SELECT 1 FROM $1:name WHERE ${tests})`, [
		'$json.id',
		...conditions.map(({ keyValue }) => bare(String(keyValue))),
	]);
}

function update(
	[{ keyName, keyValue }]: readonly Condition[],
	values: Record<string, string>,
): Record<string, unknown> {
	const set = Object.keys(values).map((column, index) => `"${column}" = $${index + 3}`);
	const parts = [`UPDATE $1:name SET ${set.join(', ')}`, `WHERE "${keyName}" = $2 RETURNING *`];
	return query(parts.join(' '), [bare(String(keyValue)), ...Object.values(values).map(bare)]);
}

const query = (text: string, values: readonly string[]) => ({
	operation: 'executeQuery',
	query: text,
	options: { ...EACH, queryReplacement: `={{ [${[bare(LEDGER), ...values].join(', ')}] }}` },
});

/** The JavaScript of a value: the inside of an expression, or a text. */
function bare(value: string): string {
	const expression = /^=\{\{([^]*)\}\}$/.exec(value);
	return expression ? expression[1].trim() : JSON.stringify(value);
}

const FOLDER = __dirname;

/** The file of a template on PostgreSQL, as it stands and as it should stand. */
export function fileOf(name: string): { path: string; text: string } {
	const template = JSON.parse(readFileSync(join(FOLDER, `${name}.json`), 'utf8')) as Template;
	const text = `${JSON.stringify(onPostgres(template), undefined, '\t')}\n`;
	return { path: join(FOLDER, 'postgres', `${name}.json`), text };
}

if (require.main === module) {
	for (const name of NAMES) {
		const { path, text } = fileOf(name);
		writeFileSync(path, text);
	}
}
