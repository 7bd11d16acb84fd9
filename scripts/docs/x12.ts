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

/** Every member of the business forms, and where it is in X12 004010. */
export function formsReference(): string {
	const parts = KINDS.map(({ set, types, level }) => {
		const root = dictionaryFor('004010').set(set)!;
		const rows = rowsOf(level, root.root, '');
		return `#### ${types.map(code).join(' and ')} (${set})\n\n${table(['Member', 'X12'], rows)}`;
	});
	const hl = dictionaryFor('004010')
		.set('856')!
		.root.items.find(({ id }) => id === 'HL')!.loop!;
	const levels = `#### Levels of a ship notice\n\n${table(['Member', 'X12'], rowsOf(hierarchyLevel, hl, ''))}`;
	return [...parts, levels].join('\n\n');
}

function rowsOf(level: Level, loop: Loop, path: string): string[][] {
	return level.rules.flatMap((rule) => {
		const id = segmentOf(rule);
		return id === level.opens || loop.places.has(id) ? rowsOfRule(rule, loop, path) : [];
	});
}

function rowsOfRule(rule: Rule, loop: Loop, path: string): string[][] {
	const id = segmentOf(rule);
	if (rule.as === 'loop') {
		const inner = loop.items[loop.places.get(id)?.[0] ?? 0]?.loop ?? { items: [], places: new Map() };
		if (rule.into === 'inline') return rowsOf(rule.level, inner, path);
		const entry = rule.key ? `${path}${rule.name}.*role*.` : `${path}${rule.name}[].`;
		return rowsOf(rule.level, inner, entry);
	}
	switch (rule.as) {
		case 'fields':
			return memberRows(id, rule.members, path);
		case 'object':
			return memberRows(id, rule.entry.members, `${path}${rule.name}.`);
		case 'list':
			return memberRows(id, rule.entry.members, `${path}${rule.name}[].`);
		case 'keyed':
			return [[member(`${path}${rule.name}.*kind*`), `${id}, found by ${id}01`]];
		case 'texts':
			return [[member(`${path}${rule.name}`), `${id}: one text, or a list of them`]];
		case 'spread':
			return [[member(`${path}${rule.name}[]`), id]];
	}
}

function memberRows(id: string, members: readonly Member[], path: string): string[][] {
	return members.map((one) => {
		if (!('pairs' in one)) {
			const isRequired = one.isRequired && one.otherwise === undefined ? ', required' : '';
			return [member(`${path}${one.name}`), `${id}${two(one.at)}${isRequired}`];
		}
		const names =
			one.name === '' ? `${path}${Object.values(codes.CONTACT_NUMBERS).join(', ')}` : `${path}${one.name}.*kind*`;
		return [member(names), `${id}${two(one.pairs[0])} to ${id}${two(one.pairs[1])}`];
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
	];
	const names = (one: codes.CodeTable) => Object.entries(one).map(([key, name]) => `${code(name)} ${key}`);
	return table(
		['Table', 'Names'],
		tables.map(([title, one]) => [title, names(one).join(', ')]),
	);
}
