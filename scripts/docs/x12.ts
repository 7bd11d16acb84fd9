import { hierarchyLevel } from '../../edi/documents/forms/shipNotice';
import { KINDS } from '../../edi/documents/kinds';
import type { Member } from '../../edi/documents/mapping/member';
import { segmentOf, type Level, type Rule } from '../../edi/documents/mapping/rules';
import * as codes from '../../edi/documents/tables/codes';
import { DATES, ITEM_IDS } from '../../edi/documents/tables/editable';
import { dictionaryFor } from '../../edi/dictionary/dictionary';
import type { Loop } from '../../edi/dictionary/types';
import { RESOURCES } from '../../nodes/X12/operations';
import { code, table } from './markdown';

/** One row a resource, for the index of the documentation. */
export function x12Overview(): string {
	const rows = RESOURCES.map(({ name, operations }) => [`**${name}**`, operations.map((one) => one.name).join(', ')]);
	return table(['Resource', 'Operations'], rows);
}

/** A member of a form, or a group of members with the path that leads to it. */
type Row = { path: string; place: string } | { path: string; place: string; group: string; rows: Row[] };

/** Groups of fewer members are written out where they are. */
const LEAST_SHARED = 3;

/**
 * Every member of the business forms, and where it is in X12 004010. A group that several places have, such as the
 * charges of a document and of its lines, has a table of its own.
 */
export function formsReference(): string {
	const forms = KINDS.map(({ set, types, level }) => ({
		title: `${types.map(code).join(' and ')} (${set})`,
		rows: rowsOf(level, dictionaryFor('004010').set(set)!.root),
	}));
	const hl = dictionaryFor('004010')
		.set('856')!
		.root.items.find(({ id }) => id === 'HL')!.loop!;
	const all = [...forms, { title: 'Levels of a ship notice', rows: rowsOf(hierarchyLevel, hl) }];
	const shared = sharedGroups(all.map(({ rows }) => rows));
	const parts = all.map(({ title, rows }) => `#### ${title}\n\n${membersTable(rows, shared)}`);
	const groups = [...shared]
		.sort(([, one], [, other]) => one.title.localeCompare(other.title))
		.map(([, { title, rows }]) => `#### ${title}\n\n${membersTable(rows, shared)}`);
	return [...parts, ...groups].join('\n\n');
}

interface Shared {
	title: string;
	rows: Row[];
}

/** The groups that occur more than once, by their content. */
function sharedGroups(forms: Row[][]): Map<string, Shared> {
	const counts = new Map<string, { group: string; rows: Row[]; count: number }>();
	const count = (row: Row): void => {
		if (!('rows' in row)) return;
		const key = contentOf(row.rows);
		const found = counts.get(key) ?? { group: row.group, rows: row.rows, count: 0 };
		counts.set(key, { ...found, count: found.count + 1 });
		if (found.count === 0) row.rows.forEach(count);
	};
	forms.flat().forEach(count);
	const shared = [...counts].filter(([, { count: times, rows }]) => times > 1 && rows.length >= LEAST_SHARED);
	return new Map(
		shared.map(([key, { group, rows }]) => {
			const same = shared.filter(([, one]) => one.group === group);
			const number = same.findIndex(([one]) => one === key) + 1;
			return [key, { title: `Group ${code(group)}${same.length > 1 ? `, form ${number}` : ''}`, rows }];
		}),
	);
}

const contentOf = (rows: Row[]): string => JSON.stringify(rows);

function membersTable(rows: Row[], shared: Map<string, Shared>): string {
	return table(
		['Member', 'X12'],
		rows.flatMap((row) => cellsOf(row, '', shared)),
	);
}

function cellsOf(row: Row, before: string, shared: Map<string, Shared>): string[][] {
	const path = `${before}${row.path}`;
	if (!('rows' in row)) return [[member(path), row.place]];
	const group = shared.get(contentOf(row.rows));
	if (group) return [[member(path), `${row.place}: [${group.title}](#${anchorOf(group.title)})`]];
	return row.rows.flatMap((inner) => cellsOf(inner, `${path}.`, shared));
}

const anchorOf = (title: string): string =>
	title
		.toLowerCase()
		.replace(/[^\w -]/g, '')
		.replaceAll(' ', '-');

function rowsOf(level: Level, loop: Loop): Row[] {
	return level.rules.flatMap((rule) => {
		const id = segmentOf(rule);
		return id === level.opens || loop.places.has(id) ? rowsOfRule(rule, loop) : [];
	});
}

function rowsOfRule(rule: Rule, loop: Loop): Row[] {
	const id = segmentOf(rule);
	if (rule.as === 'loop') {
		const inner = loop.items[loop.places.get(id)?.[0] ?? 0]?.loop ?? { items: [], places: new Map() };
		const rows = rowsOf(rule.level, inner);
		if (rule.into === 'inline') return rows;
		return [{ path: rule.key ? `${rule.name}.*role*` : `${rule.name}[]`, place: id, group: rule.name, rows }];
	}
	switch (rule.as) {
		case 'fields':
			return memberRows(id, rule.members);
		case 'object':
			return [{ path: rule.name, place: id, group: rule.name, rows: memberRows(id, rule.entry.members) }];
		case 'list':
			return [{ path: `${rule.name}[]`, place: id, group: rule.name, rows: memberRows(id, rule.entry.members) }];
		case 'keyed':
			return [{ path: `${rule.name}.*kind*`, place: `${id}, by ${id}01` }];
		case 'texts':
			return [{ path: rule.name, place: `${id}: a text or a list of texts` }];
		case 'spread':
			return [{ path: `${rule.name}[]`, place: id }];
	}
}

function memberRows(id: string, members: readonly Member[]): Row[] {
	return members.map((one) => {
		if (!('pairs' in one)) {
			const isRequired = one.isRequired && one.otherwise === undefined ? ', required' : '';
			return { path: one.name, place: `${id}${two(one.at)}${isRequired}` };
		}
		const path = one.name === '' ? Object.values(codes.CONTACT_NUMBERS).join(', ') : `${one.name}.*kind*`;
		const further = (one.further ?? []).map((at) => `, ${id}${two(at)} and ${id}${two(at + 1)}`).join('');
		return { path, place: `${id}${two(one.pairs[0])} to ${id}${two(one.pairs[1])}${further}` };
	});
}

/** Code, with what stands for a name in italics. */
function member(path: string): string {
	return path
		.split(/(\*\w+\*)/)
		.filter((part) => part !== '')
		.map((part) => (part.startsWith('*') ? part : code(part)))
		.join('');
}

const two = (at: number) => String(at).padStart(2, '0');

/** The names that the forms have for codes. */
export function namesReference(): string {
	const tables: Array<[string, codes.CodeTable]> = [
		['Parties (N101)', codes.PARTIES],
		['Party IDs (N103)', codes.PARTY_ID_TYPES],
		['References (REF01)', codes.REFERENCES],
		['Dates (DTM01)', DATES],
		['Item numbers (235)', ITEM_IDS],
		['Purposes (353)', codes.PURPOSES],
		['Order types (92)', codes.ORDER_TYPES],
		['Line changes (POC02)', codes.LINE_CHANGES],
		['Marks (MAN01)', codes.MARKS],
		['Amounts (AMT01)', codes.AMOUNTS],
		['Quantities (QTY01)', codes.QUANTITIES],
		['Dates of warehouses (G6201)', codes.WAREHOUSE_DATES],
		['Purposes of warehouse orders (W0501)', codes.WAREHOUSE_PURPOSES],
	];
	const names = (one: codes.CodeTable) => Object.entries(one).map(([key, name]) => `${code(name)} ${key}`);
	return table(
		['Table', 'Names'],
		tables.map(([title, one]) => [title, names(one).join(', ')]),
	);
}
