import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Credential } from '../../lib/apiTypes';
import { ROOT } from '../../lib/paths';
import { queryRows, runSql } from '../../standIns/postgres';
import { createDataTable } from '../dataTable';
import type { TemplateScene } from '../scene';

export type Row = Record<string, string | number | null>;
export type LedgerKind = 'a data table' | 'PostgreSQL';

/** Where the templates keep what was sent. */
export interface Ledger {
	/** What the field "ledger" of Settings holds. */
	setting: string;
	credentials: Credential[];
	/** The template that uses this kind of ledger. */
	templateOf: (name: string) => string;
	/** All rows, the oldest first. */
	rows: () => Promise<Row[]>;
}

/** The columns, as docs/syspro-edi.md tells a user to make them: those of the table of PostgreSQL. */
function columns(): string[] {
	return [...ddl().matchAll(/^ {2}"(\w+)" text/gm)].map(([, name]) => name!);
}

const ddl = () => readFileSync(join(ROOT, 'templates', 'postgres', 'ledger.sql'), 'utf8');

let counter = 0;

async function inDataTable({ api }: TemplateScene): Promise<Ledger> {
	const setting = await createDataTable(api, `EDI ledger ${(counter += 1)}`, columns());
	const project = await api.call<{ id: string }>('GET', '/rest/projects/personal');
	return {
		setting,
		credentials: [],
		templateOf: (name) => name,
		rows: async () => {
			const path = `/rest/projects/${project.id}/data-tables/${setting}/rows?take=100&sortBy=id:asc`;
			return (await api.call<{ data: Row[] }>('GET', path)).data;
		},
	};
}

async function inPostgres(scene: TemplateScene): Promise<Ledger> {
	const postgres = await scene.postgres();
	await runSql(postgres, 'DROP TABLE IF EXISTS edi_ledger');
	// It may be run again.
	await runSql(postgres, ddl());
	await runSql(postgres, ddl());
	return {
		setting: 'edi_ledger',
		credentials: [await scene.postgresCredential()],
		templateOf: (name) => `postgres/${name}`,
		rows: async () => await queryRows<Row>(postgres, 'SELECT * FROM edi_ledger ORDER BY id'),
	};
}

export const LEDGERS: Record<LedgerKind, (scene: TemplateScene) => Promise<Ledger>> = {
	'a data table': inDataTable,
	PostgreSQL: inPostgres,
};
