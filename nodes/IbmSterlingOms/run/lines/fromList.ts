import type { ResourceMapperValue } from 'n8n-workflow';

import type { Repeat } from '../../../../kit/n8n/fields/repeat';
import { textOf } from '../../../../kit/n8n/fields/value';
import type { Parameters } from '../../../../kit/n8n/parameters';
import { describeValue, inField, refuse } from '../../../../kit/n8n/refusal';
import { isElement, type Document } from '../../../../kit/xml/document';
import { parseJson } from '../../../../kit/json/parse';
import { targetsOf } from '../../fields/lineTargets';
import type { RunContext } from '../../operation';
import { lineOf, statedByName, type Stated } from './entry';

type Entry = Record<string, unknown>;

/**
 * The lines of the list that an input item holds: entries whose names are mapped, or that have Sterling's own names.
 * @throws Refusal that names the line, and the field or name in it
 */
export function linesFromList(line: Repeat, { parameters, hint }: RunContext): Document[] {
	return inField(parameters.label('lineList'), () => {
		const entries = entriesIn(line, parameters);
		if (entries.length === 0 && line.emptyMeans)
			refuse('has no entries', `Without lines, ${line.emptyMeans}. Set Input to Fields Below for that.`);
		const stated = namesOf(line, parameters, entries, hint);
		return entries.map((entry, i) =>
			inField(`${line.entry} ${i + 1}`, () =>
				lineOf(stated?.(entry) ?? statedByName(entry, line, parameters.values), line, parameters.values),
			),
		);
	});
}

/** The list as an expression gives it, as JSON text, or with the elements around it that Sterling has. */
function entriesIn(line: Repeat, parameters: Parameters): Entry[] {
	const given = listIn(parameters.raw('lineList'), line);
	return given.map((entry, i) => {
		if (isElement(entry)) return entry;
		return inField(`entry ${i + 1}`, () => refuse(`must be an object, got ${describeValue(entry)}`));
	});
}

function listIn(value: unknown, line: Repeat): unknown[] {
	if (value === undefined || (typeof value === 'string' && value.trim() === ''))
		return refuse('is empty', 'Use an expression for the field with the list, such as {{ $json.lines }}.');
	const list = withoutElements(typeof value === 'string' ? parsed(value) : value, line.path.split('.'));
	if (Array.isArray(list)) return list;
	const [inner, ...more] = isElement(list) ? Object.values(list) : [];
	if (more.length === 0 && Array.isArray(inner)) return inner;
	if (isElement(list)) return [list];
	return refuse(`must be a list of objects, got ${describeValue(list)}`);
}

/** What is in the elements of a path, of which the outer ones may be missing. */
function withoutElements(value: unknown, path: readonly string[]): unknown {
	return path.reduce<unknown>((outer, name) => {
		const isAround = isElement(outer) && name in outer && Object.keys(outer).length === 1;
		return isAround ? outer[name] : outer;
	}, value);
}

function parsed(text: string): unknown {
	try {
		return parseJson(text);
	} catch (error) {
		return refuse(
			`is not valid JSON: ${(error as Error).message}`,
			'Provide a list of objects, such as [{ "sku": "A" }].',
		);
	}
}

/**
 * Reads an entry by the names that the user mapped; undefined where the names are Sterling's own. A text in quotes is
 * the same for each entry.
 * @throws Refusal for a name of a required field that no entry has; of another field it is said by a hint
 */
function namesOf(
	line: Repeat,
	parameters: Parameters,
	entries: readonly Entry[],
	hint: RunContext['hint'],
): ((entry: Entry) => Stated) | undefined {
	const { mappingMode, value } = (parameters.raw('lineNames') ?? {}) as Partial<ResourceMapperValue>;
	const mapped = Object.entries(value ?? {}).flatMap(([id, name]): Array<[string, string]> => {
		const text = (textOf(name, parameters.values) ?? '').trim();
		return text === '' ? [] : [[id, text]];
	});
	if (mappingMode === 'autoMapInputData' || mapped.length === 0) return undefined;
	const targets = targetsOf(line);
	for (const [id, name] of mapped.filter(([, one]) => !isIn(one, entries))) {
		const { property } = targets.find((target) => target.id === id) ?? {};
		const label = property?.displayName ?? id;
		if (property?.required) refuseName(label, name, entries);
		hint(`No entry of the list has "${name}", so ${label} is not set.`);
	}
	return (entry) => ({ values: new Map(mapped.map(([id, name]) => [id, constantOf(name) ?? memberOf(entry, name)])) });
}

function isIn(name: string, entries: readonly Entry[]): boolean {
	if (entries.length === 0 || constantOf(name) !== undefined) return true;
	return entries.some((entry) => memberOf(entry, name) !== undefined);
}

function refuseName(label: string, name: string, entries: readonly Entry[]): never {
	const names = [...new Set(entries.flatMap((entry) => Object.keys(entry)))].slice(0, 12).join(', ');
	return refuse(
		`no entry has "${name}", which is mapped to ${label}`,
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
