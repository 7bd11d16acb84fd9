import type { INodeProperties } from 'n8n-workflow';

import { refuse } from '../refusal';
import { entries, text } from './basic';
import { entriesOf } from './repeat';

interface CodeTable {
	displayName: string;
	name: string;
	/** Title Case name of one row. */
	entry: string;
	description: string;
	/** The side of the standard, and an example of it. */
	code: { displayName: string; description: string; example: string };
	/** The side of the user's own system. */
	own: { displayName: string; description: string; example: string };
}

/** Rows of a code of a standard and the name that the user's own system has for it. */
export const codeTable = ({ displayName, name, entry, description, code, own }: CodeTable): INodeProperties => {
	const column = (of: CodeTable['own'], key: string) => text(of.displayName, key, of.description, of.example);
	return entries(displayName, name, description, { entry, key: 'row' }, [column(code, 'code'), column(own, 'name')]);
};

/**
 * The rows of a code table that are filled in: the own name by the code. `table` is what n8n stores of it.
 * @throws Refusal for half a row: the code would be used as if there were none
 */
export function codesOf(table: unknown): Record<string, string> {
	const rows = entriesOf(table, 'row').map((row, index) => {
		const { code, name } = row as { code?: unknown; name?: unknown };
		const [plainCode, plainName] = [code, name].map((text) => String(text ?? '').trim());
		if ((plainCode === '') !== (plainName === ''))
			refuse(`row ${index + 1} has ${plainCode === '' ? 'a name and no code' : 'a code and no name'}`);
		return [plainCode, plainName] as const;
	});
	return Object.fromEntries(rows.filter(([code]) => code !== ''));
}
