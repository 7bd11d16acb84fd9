import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import type { Entity } from '../../../clients/oms/entities';
import type { SterlingClient } from '../../../clients/oms/client';
import type { Call } from '../../../clients/oms/call';
import { readPage, rowsOf } from '../../../clients/oms/paging';
import { asArray, isElement, type Document, type Value } from '../../../kit/xml/document';
import { LABELS } from '../labels';
import { toNodeError } from '../../../kit/n8n/nodeErrors';
import { getPath, setPath } from '../../../kit/xml/path';
import { atEditor, type Editor } from './editor';

/** A configuration list (APIs of section "dropdown sources"): read once, filtered here. */
interface ConfigurationList {
	api: string;
	inputRoot: string;
	/** Repeating element of the response. */
	row: string;
	/** Attribute paths of the value and of the label. */
	value: string;
	label: string;
	/** What narrows the list down on the server. */
	input?: (editor: Editor) => Document;
	/** Asked for instead where that finds nothing, for filters that not every instance may know. */
	otherwise?: Document;
}

/** A list of documents that grows: searched and paged on the server, newest first. */
interface DocumentList {
	entity: Entity;
	/** Attribute path that the typed text is compared with ("starts with"); the number or ID unless specified otherwise. */
	search?: string | ((editor: Editor) => string);
	/** What the picker stores; the primary key unless specified otherwise. */
	value?: string;
	template: Document;
	label: (document: (path: string) => string) => string;
	input?: (editor: Editor) => Document;
}

type Search = (
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
) => Promise<INodeListSearchResult>;

const PAGE_SIZE = 50;
/** Configuration is rarely larger; a list that is gets cut and stays searchable by typing the value. */
const MOST_CONFIGURATION = 5000;

export function configurationSearch(source: ConfigurationList): Search {
	return withClient(async (client, editor, filter) => {
		const { api, inputRoot: root, row, value, label, input, otherwise } = source;
		const read = async (given: Document = {}) => {
			const all = { ...given, MaximumRecords: String(MOST_CONFIGURATION) };
			return rowsOf((await client.send({ api, root, row, kind: 'read', input: all })).document, row);
		};
		let rows = await read(input?.(editor));
		if (rows.length === 0 && otherwise) rows = await read(otherwise);
		const wanted = filter.toLowerCase();
		const results = rows
			.map((entry) => ({ value: at(entry, value), name: named(at(entry, value), at(entry, label)) }))
			.filter((entry) => entry.value !== '' && entry.name.toLowerCase().includes(wanted))
			.sort((a, b) => a.name.localeCompare(b.name, 'en'));
		// Several organizations and categories may have the same code.
		return { results: [...new Map(results.map((entry) => [entry.name, entry])).values()] };
	});
}

export function documentSearch(source: DocumentList): Search {
	return withClient(async (client, editor, filter, token) => {
		const { entity, template, label, input } = source;
		const { listApi, inputRoot, outputRoot, row, key, natural } = entity;
		const { search = natural[0], value = key } = source;
		const wanted: Document = { ...input?.(editor) };
		if (filter) {
			const path = typeof search === 'string' ? search : search(editor);
			setPath(wanted, path, filter);
			setPath(wanted, `${path}QryType`, 'FLIKE');
		}
		const call: Call = {
			api: listApi,
			root: inputRoot,
			outputRoot,
			kind: 'read',
			input: wanted,
			template: { [row]: template },
		};
		const send = (page: Call) => client.send(page);
		const { rows, after } = await readPage(send, call, {
			key,
			list: row,
			size: PAGE_SIZE,
			after: token,
			descending: true,
		});
		return {
			results: rows.map((each) => ({ value: at(each, value), name: label((path) => at(each, path)) })),
			paginationToken: after,
		};
	});
}

/** The parts of one document, such as its lines: read with it, and filtered here. */
interface PartList {
	/** The documents that have them. */
	entity: Entity;
	/** Path of the parts in the document. */
	path: string;
	/** Attribute path of a part that the picker stores. */
	value: string;
	/** The document with one part, as a template. */
	template: Document;
	label: (part: (path: string) => string, document: (path: string) => string) => string;
	/** The document that the node works on; undefined where none is chosen yet. */
	chosen: (editor: Editor) => Document | undefined;
	/** What narrows the newest documents down then. */
	input: (editor: Editor) => Document;
}

/** Newest documents whose parts are offered while none is chosen. */
const NEWEST = 20;

export function partSearch(source: PartList): Search {
	return withClient(async (client, editor, filter) => {
		const { entity, path, value, template, label, chosen, input } = source;
		const { listApi, inputRoot: root, outputRoot, row, key } = entity;
		const send = (page: Call) => client.send(page);
		const document = chosen(editor);
		const { rows } = await readPage(
			send,
			{
				api: listApi,
				root,
				outputRoot,
				kind: 'read',
				// A key says it all: what else would narrow the list down may be of another document.
				input: document?.[key] === undefined ? { ...input(editor), ...document } : document,
				template: { [row]: template },
			},
			{ key, list: row, size: NEWEST, descending: true },
		);
		const wanted = filter.toLowerCase();
		const results = rows
			.flatMap((document) =>
				asArray<Value>(getPath(document, path))
					.filter(isElement)
					.map((part) => ({
						value: at(part, value),
						name: label(
							(name) => at(part, name),
							(name) => at(document, name),
						),
					})),
			)
			.filter((entry) => entry.value !== '' && entry.name.toLowerCase().includes(wanted));
		return { results };
	});
}

function withClient(
	search: (client: SterlingClient, editor: Editor, filter: string, token?: string) => Promise<INodeListSearchResult>,
): Search {
	return async function (filter = '', token) {
		try {
			const { client, editor } = await atEditor(this);
			return await search(client, editor, filter.trim(), token);
		} catch (error) {
			throw toNodeError(this.getNode(), error, { labels: LABELS });
		}
	};
}

function at(document: Document, path: string): string {
	const value = getPath(document, path);
	return typeof value === 'string' ? value.trim() : '';
}

/** "3700: Shipped": people search by either. */
function named(value: string, label: string): string {
	return label === '' || label === value ? value : `${label} (${value})`;
}
