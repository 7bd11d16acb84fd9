import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { INodeParameters, INodeProperties, INodePropertyCollection, INodePropertyOptions } from 'n8n-workflow';

import { IbmB2bIntegrator } from '../../nodes/IbmB2bIntegrator/IbmB2bIntegrator.node';
import { targetsOf } from '../../nodes/IbmSterlingOms/fields/lineTargets';
import { RESOURCES } from '../../nodes/IbmSterlingOms/operations';
import { IbmMq } from '../../nodes/IbmMq/IbmMq.node';
import { IbmInventory } from '../../nodes/IbmInventory/IbmInventory.node';
import { IbmSterlingOms } from '../../nodes/IbmSterlingOms/IbmSterlingOms.node';
import { Syspro } from '../../nodes/Syspro/Syspro.node';
import { X12 } from '../../nodes/X12/X12.node';

const docs = resolve(__dirname, '../../docs');
/** The nodes that pages show, by the names that their marks have; a mark without a name means the first. */
const NODES: Record<string, INodeProperties[]> = {
	ibmSterlingOms: new IbmSterlingOms().description.properties,
	x12: new X12().description.properties,
	ibmB2bIntegrator: new IbmB2bIntegrator().description.properties,
	ibmInventory: new IbmInventory().description.properties,
	ibmMq: new IbmMq().description.properties,
	syspro: new Syspro().description.properties,
};

/** A table of a page that says what to fill into the node, and what the page says comes of it. */
export interface Example {
	/** Where it stands: the heading above it. */
	title: string;
	/** `example` tables are run one after another, `fields` tables only name parameters. */
	kind: 'example' | 'fields';
	/** Name of the node that is filled in. */
	node: string;
	resource: string;
	operation: string;
	/** The item that comes in, where the page shows one. */
	item?: Record<string, unknown>;
	/** Field and value, as written. */
	rows: Array<[path: string, value: string]>;
	/** The block of code below it: JSON of the items, or the text of the error. */
	answer?: { language: string; text: string };
}

/** Stands for a value that is too long for a table: the block of code below it. */
const BELOW = '*see below*';

/** The pages that hold tables of this kind. */
export function pagesWith(kind: Example['kind']): string[] {
	const pages = readdirSync(docs).filter((page) => page.endsWith('.md'));
	return pages.filter((page) => examplesOf(page).some((one) => one.kind === kind));
}

/**
 * The tables of a page that are marked by a comment above them: `<!-- example: shipment create -->`, or with the name of
 * another node, `<!-- example: x12 interchange read -->`.
 * @throws Error when no table follows a mark
 */
export function examplesOf(page: string): Example[] {
	// Steps of a numbered list are indented.
	const text = readFileSync(join(docs, page), 'utf8').replace(/^ {3}(?=\S)/gm, '');
	const marks = [...text.matchAll(/^<!-- (example|fields): (?:(\w+) )?(\w+) (\w+) -->$/gm)];
	return marks.map((mark, i) => {
		const [, kind, node = 'ibmSterlingOms', resource, operation] = mark;
		const below = text.slice(mark.index, marks[i + 1]?.index).split(/^(?:#+ |<!-- item -->)/m)[0];
		const rows = rowsOf(below);
		const title =
			text
				.slice(0, mark.index)
				.match(/^#+ .+$/gm)
				?.pop()
				?.replace(/^#+ /, '') ?? page;
		if (rows.length === 0) throw new Error(`${page}, ${title}: no table below ${mark[0]}`);
		const fences = [...below.matchAll(/^```(\w+)\n([\s\S]*?)^```/gm)];
		const blocks = fences.map(([, language, code]) => ({ language, text: code.trim() }));
		const filled = rows.map(([path, value]): [string, string] => {
			return value === BELOW ? [path, `\`${blocks.shift()?.text ?? ''}\``] : [path, value];
		});
		const [answer] = blocks;
		const item = itemIn(text.slice(marks[i - 1]?.index ?? 0, mark.index));
		return { title, kind: kind as Example['kind'], node, resource, operation, item, rows: filled, answer };
	});
}

/** An item is marked by `<!-- item -->` above its JSON. */
function itemIn(text: string): Example['item'] {
	const [, json] = /^<!-- item -->\s+```json\n([\s\S]*?)^```/m.exec(text) ?? [];
	return json === undefined ? undefined : (JSON.parse(json) as Example['item']);
}

function rowsOf(text: string): Array<[string, string]> {
	const lines = text.split('\n');
	const start = lines.findIndex((line) => line.startsWith('| Field |'));
	if (start === -1) return [];
	const table = lines.slice(start + 2);
	const end = table.findIndex((line) => !line.startsWith('|'));
	return table.slice(0, end).map((line) => {
		const [field, value] = line
			.split(/(?<!\\)\|/)
			.slice(1)
			.map((cell) => cell.trim());
		return [field.replaceAll('**', ''), value.replaceAll('\\|', '|')];
	});
}

/**
 * The parameters that a user stores who fills in the node as the table says.
 * @throws Error when the node has no such field, or the field no such choice
 */
export function parametersOf(
	example: Pick<Example, 'resource' | 'operation' | 'rows'> & Partial<Pick<Example, 'node'>>,
): INodeParameters {
	const { node = 'ibmSterlingOms', resource, operation, rows } = example;
	const properties = NODES[node];
	const parameters: INodeParameters = { resource, operation };
	const shown = properties.filter(({ displayOptions }) => {
		const { resource: resources, operation: operations } = displayOptions?.show ?? {};
		return (!resources || resources.includes(resource)) && (!operations || operations.includes(operation));
	});
	for (const [path, value] of rows) fill(parameters, shown, path.split(' → '), value);
	return parameters;
}

type Values = Record<string, unknown>;

function fill(values: Values, among: readonly INodeProperties[], [name, ...inner]: string[], value: string): void {
	const named = among.filter((property) => property.displayName === name);
	const mapper = named.find(({ type }) => type === 'resourceMapper');
	if (mapper) return map(values, mapper, inner, value);
	const property = named.find((one) => one.type !== 'notice');
	if (!property)
		throw new Error(`There is no field "${name}" beside ${among.map((one) => one.displayName).join(', ')}`);
	if (property.type === 'collection') {
		const child = (values[property.name] ??= {}) as Values;
		return fill(child, property.options as INodeProperties[], inner, value);
	}
	if (property.type === 'fixedCollection') {
		const [, entry, number = '1'] = /^(.*?)(?: (\d+))?$/.exec(inner[0] ?? '') ?? [];
		const groups = property.options as INodePropertyCollection[];
		const group = groups.find((one) => one.displayName === entry);
		if (!group) throw new Error(`"${name}" has no "${entry}" but ${groups.map((one) => one.displayName).join(', ')}`);
		const all = (values[property.name] ??= {}) as Values;
		if (!property.typeOptions?.multipleValues) {
			return fill((all[group.name] ??= {}) as Values, group.values, inner.slice(1), value);
		}
		const entries = (all[group.name] ??= []) as Values[];
		return fill((entries[Number(number) - 1] ??= {}), group.values, inner.slice(1), value);
	}
	values[property.name] = valueOf(property, inner[0], value);
}

/** A field of a mapper of lines: what it stores goes by the attribute that the label is of. */
function map(values: Values, { name }: INodeProperties, [label]: string[], value: string): void {
	const { resource, operation } = values;
	const line = RESOURCES.find((one) => one.value === resource)?.operations.find(
		(one) => one.value === operation,
	)?.lines;
	const target = line && targetsOf(line.field).find(({ property }) => property.displayName === label);
	if (!target) throw new Error(`"${name}" has no field "${label}"`);
	const mapping = (values[name] ??= { mappingMode: 'defineBelow', value: {}, schema: [] }) as { value: Values };
	mapping.value[target.id] = valueOf({ ...target.property, type: 'string' }, undefined, value);
}

/** `code` is what is typed, **bold** is what is chosen. */
function valueOf(property: INodeProperties, mode: string | undefined, written: string): INodeParameters[string] {
	if (property.type === 'multiOptions') return [...written.matchAll(/\*\*(.+?)\*\*/g)].map(([, choice]) => choice);
	const [, chosen] = /^\*\*(.+)\*\*$/.exec(written) ?? [];
	const [, typed] = /^`([\s\S]+)`$/.exec(written) ?? [];
	if (chosen !== undefined) {
		if (property.type === 'boolean') return chosen === 'On';
		const option = ((property.options ?? []) as INodePropertyOptions[]).find(({ name }) => name === chosen);
		if (!option) throw new Error(`"${property.displayName}" has no choice "${chosen}"`);
		return option.value;
	}
	if (typed === undefined) throw new Error(`"${written}" is neither typed nor chosen`);
	const value = typed.includes('{{') ? `=${typed}` : typed;
	if (property.type === 'number') return Number(value);
	if (property.type !== 'resourceLocator') return value;
	const modes = (property.modes ?? []).filter(({ type }) => type !== 'list');
	const found = mode === undefined ? modes[0] : modes.find(({ displayName }) => displayName === mode);
	if (!found) throw new Error(`"${property.displayName}" cannot be given "${mode}"`);
	return { __rl: true, mode: found.name, value };
}
