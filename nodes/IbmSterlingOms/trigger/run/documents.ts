import type { Call } from '../../../../clients/oms/call';
import type { SterlingClient } from '../../../../clients/oms/client';
import { asArray, type Document } from '../../../../kit/xml/document';
import { eventItem, type EventItem } from '../events/item';
import { KIND_OF, KINDS, type Kind, type KindName } from '../events/kinds';
import type { Output } from '../../documents/output';
import { simplify } from '../../documents/shape';
import type { EventDefinition } from '../eventTable';
import { SOURCES } from '../sources';
import type { Told } from './read';

/** How the documents of each kind are read; kinds that are not there are told by their row alone. */
export type Outputs = Partial<Record<KindName, Output & { options: Document }>>;

/** Documents of one request. */
const AT_ONCE = 50;

/**
 * The items of what was told. Documents are read in bulk, many to a request (multiApi with the list API of
 * each document and its key). One that is gone meanwhile leaves an item with what the row said.
 */
export async function itemsOf(
	client: SterlingClient,
	told: readonly Told[],
	outputs: Outputs,
	signal?: AbortSignal,
): Promise<EventItem[]> {
	const documents = new Map<string, Document>();
	for (const name of Object.keys(outputs) as KindName[]) {
		const keys = told.filter(({ definition }) => KIND_OF[definition.value] === name).map(documentKey);
		const found = await readDocuments(client, KINDS[name], [...new Set(keys)], outputs[name]!, signal);
		for (const [key, document] of found) documents.set(`${name}:${key}`, document);
	}
	return told.map((entry) => {
		const { definition, occurrence, row } = entry;
		const name = KIND_OF[definition.value];
		const document = documents.get(`${name}:${documentKey(entry)}`);
		if (!document) return eventItem(occurrence, simplify(row, SOURCES[definition.source].row));
		return eventItem(occurrence, { ...document, ...beside(definition, row) });
	});
}

async function readDocuments(
	client: SterlingClient,
	{ api, list, root, key }: Kind,
	keys: string[],
	{ request, toRow, options }: Output & { options: Document },
	signal?: AbortSignal,
): Promise<Array<[string, Document]>> {
	const calls = keys.map((value): Call => ({
		api,
		root: list,
		outputRoot: root,
		kind: 'read',
		input: { [key]: value, MaximumRecords: '1', ...options },
		...request,
	}));
	const parts = Array.from({ length: Math.ceil(calls.length / AT_ONCE) }, (_, i) => i * AT_ONCE);
	const answers = await Promise.all(
		parts.map((from) => client.transaction(calls.slice(from, from + AT_ONCE), { signal })),
	);
	return answers.flat().flatMap((answer, i): Array<[string, Document]> => {
		const [document] = asArray(answer[list] as Document | Document[] | undefined);
		return document ? [[keys[i], toRow(document) as Document]] : [];
	});
}

function documentKey({ definition, occurrence, row }: Told): string {
	return definition.documentKey ? String(row[definition.documentKey]) : occurrence.key;
}

function beside({ beside: names = [] }: EventDefinition, row: Document): Document {
	return Object.fromEntries(names.filter((name) => row[name] !== undefined).map((name) => [name, row[name]]));
}
