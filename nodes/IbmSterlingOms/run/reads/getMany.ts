import { applyConditions, orderBy, type Condition } from '../../../../clients/oms/query';
import type { Call } from '../../../../clients/oms/call';
import type { Entity } from '../../../../clients/oms/entities';
import { asArray, type Document } from '../../../../kit/xml/document';
import { counted } from '../../../../kit/counted';
import { ServiceError } from '../../../../kit/errors';
import { readConditions, readSort, wholeDay } from '../../fields/comparisons';
import { kindOf } from '../../../../clients/oms/attributes';
import { checkFilterNames, sayMissing } from '../knownNames';
import { checkFilters } from './emptyFilters';
import { readOutput } from '../../documents/output';
import type { Row } from '../../../../kit/n8n/items';
import { getPath } from '../../../../kit/xml/path';
import { writtenBy } from '../../../../kit/n8n/written';
import type { GetManyOperation, RunContext } from '../../operation';
import { optionalRead } from './optionalRead';
import { readFrom } from './get';
import { buildInput } from '../input';
import { addStatusNames } from './statusNames';
import { sayUnreturned } from '../unreturned';

/** Reads the documents that match the filters, page by page, up to the limit. */
export async function runGetMany(operation: GetManyOperation, context: RunContext): Promise<Row[]> {
	const { client, parameters } = context;
	const { result } = operation;
	const { entity } = result;
	const { request, toRow, own } = readOutput(result, context);
	const sort = readSort(parameters);
	const ignoresEmpty = checkFilters(parameters);
	const conditions = readConditions(parameters, ignoresEmpty);
	assertApart(closeRanges(writtenBy(operation.fields ?? [], parameters), context), conditions);
	const names = [...conditions.map(({ attribute }) => attribute), ...sort.map(({ name }) => name)];
	await checkFilterNames(names, entity, context);
	await sayMissing(entity, context);
	const filtered = applyConditions(closeRanges(await buildInput(operation, context), context), conditions);
	const limit = parameters.flag('returnAll', false) ? undefined : parameters.number('limit', 50, { min: 1 });
	const call: Call = {
		api: entity.listApi,
		root: entity.inputRoot,
		kind: 'read',
		input: { ...filtered, ...timeout(context), ...readFrom(context) },
		outputRoot: entity.outputRoot,
	};
	const pages = client.pages(
		{ ...call, ...request, input: { ...call.input, ...(sort.length > 0 ? orderBy(sort) : {}) } },
		{ key: entity.key, list: entity.row, pageSize: parameters.number('options.pageSize', 200), limit },
	);
	const rows: Row[] = [];
	let isMore = false;
	for await (const page of pages) {
		for (const document of page.rows) rows.push(toRow(document));
		isMore = page.more;
	}
	sayUnreturned(own, rows, context);
	const isCut = isMore && limit !== undefined;
	const wantsCount = isCut && parameters.flag('options.countTheRest', false);
	const left = wantsCount ? await countTheRest(call, entity, rows.length, context) : UNCOUNTED;
	report(rows.length, isCut ? left : undefined, context);
	return addStatusNames(rows, entity, filtered, context);
}

/** Sterling takes one comparison of an attribute beside a list of values: the condition would replace the filter. */
function assertApart(filters: Document, conditions: readonly Condition[]): void {
	const isFiltered = (path: string) => getPath(filters, path) !== undefined;
	const twice = conditions.find(
		({ attribute, operator }) => operator !== 'IN' && (isFiltered(attribute) || isFiltered(fromOf(attribute))),
	);
	if (!twice) return;
	throw new ServiceError('invalidInput', `A filter and a condition both compare ${twice.attribute}`, {
		hint: 'Sterling accepts only one. Remove the filter, and use the condition with Between for a range.',
	});
}

/** `Extn.ExtnDate` as the lower end of a range: `Extn.FromExtnDate`. */
function fromOf(path: string): string {
	return path.replace(/(?<![^.])[^.]+$/, (name) => `From${name}`);
}

/** Sterling stops a query after this time, so that a costly one does not burden the database (YFC0006 then). */
function timeout({ parameters }: RunContext): Document {
	return { ApplyQueryTimeout: 'Y', QueryTimeout: String(parameters.number('options.queryTimeout', 60)) };
}

/** `FromOrderDate` and `ToOrderDate` count only with a query type; a range open at one end is a comparison. */
function closeRanges(input: Document, { parameters }: RunContext): Document {
	const closed: Document = {};
	for (const [name, value] of Object.entries(input)) {
		const range = /^(From|To)([A-Z]\w*)$/.exec(name);
		if (!range || typeof value !== 'string') {
			closed[name] = value;
			continue;
		}
		const [, end, attribute] = range;
		const isClosed = `From${attribute}` in input && `To${attribute}` in input;
		const operator = end === 'From' ? 'GE' : 'LE';
		closed[isClosed ? name : attribute] = wholeDay(value, operator, kindOf(attribute), parameters.values);
		closed[`${attribute}QryType`] = isClosed ? 'BETWEEN' : operator;
	}
	return closed;
}

/** Most keys that counting reads: Sterling's own default for the length of a list. */
const MOST_COUNTED = 5000;

const UNCOUNTED = 'More documents match';

/** How many documents match beyond those returned, in words. */
async function countTheRest(call: Call, { row, key }: Entity, count: number, context: RunContext): Promise<string> {
	const input = { ...call.input, MaximumRecords: String(MOST_COUNTED) };
	const read = () => context.client.send({ ...call, input, template: { [row]: { [key]: '' } } });
	const answer = await optionalRead(call.api, 'the rest is not counted', read, context);
	if (!answer) return UNCOUNTED;
	const all = asArray(answer.document[row] as Document[] | undefined).length;
	const left = counted(all - count, 'more document matches', 'more documents match');
	return all < MOST_COUNTED ? left : `At least ${left}`;
}

/** `left` says how much the limit cut off, as the beginning of a sentence; undefined where nothing was. */
function report(count: number, left: string | undefined, { parameters, hint }: RunContext): void {
	if (count === 0 && parameters.choice('options.whenNothingFound', 'continue') === 'fail') {
		throw new ServiceError('notFound', 'Nothing matches the filters', {
			hint: 'Loosen the filters, or let the workflow continue under Options, When Nothing Is Found.',
		});
	}
	if (left === undefined) return;
	if (parameters.choice('options.whenMoreExist', 'truncate') === 'fail') {
		throw new ServiceError('invalidInput', `${left} than the limit of ${count}`, {
			hint: 'Raise the limit, turn on Return All, or narrow the filters.',
		});
	}
	hint(`${left} than the ${count} returned. Raise the limit or turn on Return All to read them.`);
}
