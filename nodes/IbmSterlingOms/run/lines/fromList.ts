import type { ResourceMapperValue } from 'n8n-workflow';

import type { Repeat } from '../../../../kit/n8n/fields/repeat';
import { textOf } from '../../../../kit/n8n/fields/value';
import type { Parameters } from '../../../../kit/n8n/parameters';
import { isElement } from '../../../../kit/n8n/path';
import { describeValue, inField, refuse } from '../../../../kit/n8n/refusal';
import type { Document } from '../../../../kit/xml/document';
import { lineOf, statedByName, type Stated } from './entry';

type Entry = Record<string, unknown>;

/**
 * The lines of the list that an input item holds: entries whose names are mapped, or that have Sterling's own names.
 * @throws Refusal that names the line, and the field or name in it
 */
export function linesFromList(line: Repeat, parameters: Parameters): Document[] {
	return inField(parameters.label('lineList'), () => {
		const entries = entriesIn(parameters);
		const stated = namesOf(parameters, entries);
		return entries.map((entry, i) =>
			inField(`${line.entry} ${i + 1}`, () =>
				lineOf(stated?.(entry) ?? statedByName(entry, line, parameters.values), line, parameters.values),
			),
		);
	});
}

/** The list as an expression gives it, as JSON text, or with the repeating element around it. */
function entriesIn(parameters: Parameters): Entry[] {
	const given = listIn(parameters.raw('lineList'), parameters);
	return given.map((entry, i) => {
		if (isElement(entry)) return entry;
		return inField(`entry ${i + 1}`, () => refuse(`must be an object, got ${describeValue(entry)}`));
	});
}

function listIn(value: unknown, parameters: Parameters): unknown[] {
	if (value === undefined || (typeof value === 'string' && value.trim() === '')) {
		const why = parameters.isExpression('lineList') ? ': its expression gives nothing' : '';
		return refuse(`is empty${why}`, 'Use an expression for the field with the list, such as {{ $json.lines }}.');
	}
	const list = typeof value === 'string' ? parsed(value) : value;
	if (Array.isArray(list)) return list;
	const [inner, ...more] = isElement(list) ? Object.values(list) : [];
	if (more.length === 0 && Array.isArray(inner)) return inner;
	if (isElement(list)) return [list];
	return refuse(`must be a list of objects, got ${describeValue(list)}`);
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch (error) {
		return refuse(`is no valid JSON: ${(error as Error).message}`, 'Give a list of objects, such as [{ "sku": "A" }].');
	}
}

/**
 * Reads an entry by the names that the user mapped; undefined where the names are Sterling's own. A text in quotes is
 * the same for each entry.
 * @throws Refusal for a name that no entry has
 */
function namesOf(parameters: Parameters, entries: readonly Entry[]): ((entry: Entry) => Stated) | undefined {
	const { mappingMode, value } = (parameters.raw('lineNames') ?? {}) as Partial<ResourceMapperValue>;
	const mapped = Object.entries(value ?? {}).flatMap(([id, name]): Array<[string, string]> => {
		const text = (textOf(name, parameters.values) ?? '').trim();
		return text === '' ? [] : [[id, text]];
	});
	if (mappingMode === 'autoMapInputData' || mapped.length === 0) return undefined;
	for (const [id, name] of mapped) checkName(id, name, entries);
	return (entry) => ({ values: new Map(mapped.map(([id, name]) => [id, constantOf(name) ?? memberOf(entry, name)])) });
}

function checkName(id: string, name: string, entries: readonly Entry[]): void {
	const isKnown = constantOf(name) !== undefined || entries.some((entry) => memberOf(entry, name) !== undefined);
	if (isKnown || entries.length === 0) return;
	const names = [...new Set(entries.flatMap((entry) => Object.keys(entry)))].slice(0, 12).join(', ');
	refuse(
		`no entry has "${name}", which is mapped to ${id}`,
		`The entries have: ${names}. Type a name, and not a value. A text in double quotes is the same for all lines.`,
	);
}

function constantOf(name: string): string | undefined {
	return /^"(.*)"$/s.exec(name)?.[1];
}

/** A member by its name, or by a path through objects. */
function memberOf(entry: Entry, name: string): unknown {
	if (Object.hasOwn(entry, name)) return entry[name];
	return name.split('.').reduce<unknown>((value, part) => {
		return isElement(value) && Object.hasOwn(value, part) ? (value as Entry)[part] : undefined;
	}, entry);
}
