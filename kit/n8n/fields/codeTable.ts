import type { INodeProperties } from 'n8n-workflow';

import { entries, text } from './basic';

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
