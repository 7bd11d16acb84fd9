import type { Call } from '../../../clients/oms/call';
import type { SterlingClient } from '../../../clients/oms/client';
import type { Document } from '../../../kit/xml/document';
import type { Output } from '../documents/output';
import { simplify } from '../documents/shape';
import type { EventDefinition } from './eventTable';
import type { EventItem } from './item';
import { KIND_OF, KINDS, type Kind, type KindName } from './kinds';
import { headOf, type Occurrence } from './occurrence';
import { rowsOf } from './query';
import { SOURCES } from './sources';

/** How the documents of each kind are read; kinds that are not there are shown by their row alone. */
export type Outputs = Partial<Record<KindName, Output & { options: Document }>>;

/** Documents of one request. */
const AT_ONCE = 50;

/**
 * The items of what happened. Documents are read in bulk, many to a request (multiApi with the list API of
 * each document and its key). One that is gone meanwhile leaves an item with what the row said.
 * @throws ServiceError `badAnswer` where one of the responses is not the list, or the document, that was asked for
 */
export async function itemsOf(
	client: SterlingClient,
	occurrences: readonly Occurrence[],
	outputs: Outputs,
	signal?: AbortSignal,
): Promise<EventItem[]> {
	const documents = new Map<KindName, Map<string, Document>>();
	for (const name of Object.keys(outputs) as KindName[]) {
		const keys = occurrences.filter(({ definition }) => KIND_OF[definition.value] === name).map(documentKey);
		documents.set(name, await readDocuments(client, KINDS[name], [...new Set(keys)], outputs[name]!, signal));
	}
	return occurrences.map((occurrence) => {
		const { definition, row } = occurrence;
		const document = documents.get(KIND_OF[definition.value])?.get(documentKey(occurrence));
		const item = headOf(occurrence);
		if (document) return Object.assign(item, document, beside(definition, row));
		simplify(row, SOURCES[definition.source].row, item);
		return item;
	});
}

async function readDocuments(
	client: SterlingClient,
	kind: Kind,
	keys: string[],
	{ request, toRow, options }: Output & { options: Document },
	signal?: AbortSignal,
): Promise<Map<string, Document>> {
	const { api, inputRoot, outputRoot, key } = kind;
	const calls = keys.map((value): Call => ({
		api,
		root: inputRoot,
		outputRoot,
		kind: 'read',
		about: { [key]: value },
		input: { [key]: value, MaximumRecords: '1', ...options },
		...request,
	}));
	const parts = Array.from({ length: Math.ceil(calls.length / AT_ONCE) }, (_, i) => i * AT_ONCE);
	const responses = await Promise.all(
		parts.map((from) => client.transactionAnswers(calls.slice(from, from + AT_ONCE), { signal })),
	);
	const found = responses.flat().flatMap((response, i): Array<[string, Document]> => {
		const [document] = rowsOf(response, kind);
		return document ? [[keys[i], toRow(document) as Document]] : [];
	});
	return new Map(found);
}

function documentKey({ definition, key, row }: Occurrence): string {
	return definition.documentKey ? String(row[definition.documentKey]) : key;
}

function beside({ beside: names = [] }: EventDefinition, row: Document): Document {
	return Object.fromEntries(names.filter((name) => row[name]).map((name) => [name, row[name]]));
}
