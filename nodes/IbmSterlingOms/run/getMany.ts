import { applyConditions, orderBy, SterlingError, type Condition, type Document } from '../../../sterling';
import { getPath } from '../../shared/path';
import { readConditions, readSort } from '../fields/filters';
import type { GetManyOperation, Row, RunContext } from '../operations/types';
import { readFrom } from './get';
import { buildInput, writtenBy } from './input';
import { readOutput } from './output';
import { addStatusNames } from './statusNames';

/** Reads the documents that match the filters, page by page, up to the limit. */
export async function runGetMany(operation: GetManyOperation, context: RunContext): Promise<Row[]> {
	const { client, parameters } = context;
	const { result } = operation;
	const { request, toRow } = readOutput(result, context);
	const sort = readSort(parameters.raw('sort'));
	const conditions = readConditions(parameters.raw('conditions'));
	assertApart(closeRanges(writtenBy(operation.fields ?? [], parameters)), conditions);
	const filtered = applyConditions(closeRanges(await buildInput(operation, context)), conditions);
	const limit = parameters.flag('returnAll') ? undefined : limitOf(parameters.raw('limit'));
	const pages = client.pages(
		{
			api: operation.api as string,
			root: operation.root,
			kind: 'read',
			input: { ...filtered, ...timeout(context), ...readFrom(context), ...(sort.length > 0 ? orderBy(sort) : {}) },
			outputRoot: result.root,
			...request,
		},
		{ key: result.key, list: result.list, pageSize: parameters.option('options', 'pageSize', 200), limit },
	);
	const rows: Row[] = [];
	let isMore = false;
	for await (const page of pages) {
		for (const document of page.rows) rows.push(toRow(document));
		isMore = page.more;
	}
	report(rows.length, isMore && limit !== undefined, context);
	return addStatusNames(rows, result, context);
}

/** Sterling takes one comparison of an attribute beside a list of values: the condition would replace the filter. */
function assertApart(filters: Document, conditions: readonly Condition[]): void {
	const isFiltered = (path: string) => getPath(filters, path) !== undefined;
	const twice = conditions.find(
		({ attribute, operator }) => operator !== 'IN' && (isFiltered(attribute) || isFiltered(fromOf(attribute))),
	);
	if (!twice) return;
	throw new SterlingError('invalidInput', `A filter and a condition both compare ${twice.attribute}`, {
		hint: 'Sterling takes one of them. Leave the filter out, and use the condition with Between for a range.',
	});
}

/** `Extn.ExtnDate` as the lower end of a range: `Extn.FromExtnDate`. */
function fromOf(path: string): string {
	return path.replace(/[^.]+$/, (name) => `From${name}`);
}

/** @throws TypeError for what is no number: it would read nothing, and look as if nothing matched */
function limitOf(value: unknown): number {
	const limit = Number(value ?? 50);
	if (limit >= 1) return Math.floor(limit);
	throw new TypeError(`Limit must be a number of 1 or more, got "${String(value)}"`);
}

/** Sterling stops a query after this time, so that a costly one does not burden the database (YFC0006 then). */
function timeout({ parameters }: RunContext): Document {
	return { ApplyQueryTimeout: 'Y', QueryTimeout: String(parameters.option('options', 'queryTimeout', 60)) };
}

/** `FromOrderDate` and `ToOrderDate` count only with a query type; a range open at one end is a comparison. */
function closeRanges(input: Document): Document {
	const closed: Document = {};
	for (const [name, value] of Object.entries(input)) {
		const range = /^(From|To)([A-Z]\w*)$/.exec(name);
		if (!range || typeof value !== 'string') {
			closed[name] = value;
			continue;
		}
		const [, end, attribute] = range;
		const isClosed = `From${attribute}` in input && `To${attribute}` in input;
		closed[isClosed ? name : attribute] = value;
		closed[`${attribute}QryType`] = isClosed ? 'BETWEEN' : end === 'From' ? 'GE' : 'LE';
	}
	return closed;
}

function report(count: number, isMore: boolean, { parameters, hint }: RunContext): void {
	if (count === 0 && parameters.option<string>('options', 'whenNothingFound', 'continue') === 'fail') {
		throw new SterlingError('notFound', 'Nothing matches the filters', {
			hint: 'Loosen the filters, or let the workflow continue under Options, When Nothing Is Found.',
		});
	}
	if (!isMore) return;
	if (parameters.option<string>('options', 'whenMoreExist', 'truncate') === 'fail') {
		throw new SterlingError('invalidInput', `More than ${count} documents match the filters`, {
			hint: 'Raise the limit, turn on Return All, or narrow the filters.',
		});
	}
	hint(`More documents match than the ${count} returned. Raise the limit or turn on Return All to read them.`);
}
