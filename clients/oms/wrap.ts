import type { Answer, Call } from './call';
import { errorOf } from './answerErrors';
import type { Reading } from './answer';
import { asArray, isElement, type Document, type Value } from '../../kit/xml/document';
import { ServiceError } from '../../kit/errors';
import { normalise } from './normalise';
import { foreign, isBlank, namedContent, namelessContent, onlyMember, outputRoot, rowOf, single } from './understand';

/** Rows asked for where a read names no MaximumRecords: Sterling's own default for lists. */
const DEFAULT_PAGE = '5000';

/** Which page of a list is asked for, and how Sterling finds it. */
export interface PageOptions {
	number?: number;
	size?: number;
	strategy?: 'GENERIC' | 'ROWNUM' | 'NEXTPAGE';
}

/**
 * The input of getPage around a read, which is the way to an inline template without set-up on the
 * server (captured). GENERIC for a single page, ROWNUM for page after page (IBM support 6590941).
 */
export function wrapPage(call: Call, { number = 1, size, strategy = 'GENERIC' }: PageOptions = {}): Document {
	const maximum = call.input.MaximumRecords;
	const api: Document = { IsFlow: 'N', Name: call.api, Input: { [call.root]: call.input } };
	if (call.template) api.Template = { [outputRoot(call)]: call.template };
	return {
		PageNumber: String(number),
		PageSize: String(size ?? (typeof maximum === 'string' && maximum !== '' ? maximum : DEFAULT_PAGE)),
		PaginationStrategy: strategy,
		Refresh: 'N',
		PageSetToken: '',
		API: api,
	};
}

/** The input of multiApi: every call in one transaction (IBM support swg21632893). */
export function wrapTransaction(calls: Call[]): Document {
	return {
		API: calls.map((call) => {
			const api: Document = {
				[call.isService ? 'FlowName' : 'Name']: call.api,
				Input: { [call.root]: call.input },
			};
			if (call.template) api.Template = { [outputRoot(call)]: call.template };
			return api;
		}),
	};
}

/** A response; `isUnproven` where nothing in it says that it is one (see {@link plainAnswer}). */
export interface Read extends Answer {
	isUnproven?: true;
}

/**
 * The response of an unwrapped call. A blank body is valid for writes only. `{}` is a write without a document; for a
 * read it may be an empty list whose root JSON has dropped, or anything else: it is unproven.
 * @throws ServiceError `badAnswer` for what is not a response to the call
 */
export function plainAnswer(call: Call, reading: Reading): Read {
	const { root, document, empty, serverDate } = reading;
	const isWrite = call.kind === 'write';
	if (empty) {
		if (!isWrite) throw foreign(call, reading);
		return nothing(call, reading);
	}
	for (const output of outputsIn(document)) throwErrorIn(call, output);
	const content = root === '' ? namelessContent(call, document) : plainContent(call, root, document);
	if (content === undefined) throw foreign(call, reading);
	if (content !== 'unproven') {
		const name = root || outputRoot(call);
		return { root: name, document: answered(call, content, name), empty: false, serverDate };
	}
	return isWrite ? nothing(call, reading) : { ...nothing(call, reading), isUnproven: true };
}

/** What getPage or multiApi carries where they were called by their own names; JSON may have kept their root. */
function outputsIn(document: Document): Document[] {
	const { API, Output } = single(document.Page ?? document.MultiApi) ?? document;
	const carriers = asArray(API as Value | Value[] | undefined).filter(isElement);
	return [Output, ...carriers.map((carrier) => carrier.Output)].map(single).filter(isElement);
}

/** A document under its root; services may return any root. */
function plainContent(call: Call, root: string, document: Document): Document | undefined {
	if (call.isService && call.row === undefined) return document;
	const isCarrier = (root === 'Page' || root === 'MultiApi') && root !== outputRoot(call);
	return isCarrier ? undefined : namedContent(call, root, document);
}

function nothing(call: Call, { serverDate }: Reading): Answer {
	return { root: outputRoot(call), document: {}, empty: true, serverDate };
}

/**
 * The content of a response. A login called by hand must not hand out its token, nor the password that the response may
 * repeat (captured).
 */
function answered({ api }: Call, content: Document, root: string): Document {
	const document = normalise(content, root);
	if (api === 'login') {
		delete document.UserToken;
		delete document.Password;
	}
	return document;
}

/** A page of a list, and whether the server called it the last one. */
export interface PageAnswer extends Answer {
	isLast?: boolean;
}

/**
 * The response of a call inside getPage. JSON that kept its root and an `Output` that is a list of one are understood.
 * @param mayBeBeyond whether "no valid page" may mean that the one before was the last, which nobody had said
 * @throws ServiceError `badAnswer` for what is not a page of what was asked for
 */
export function pageAnswer(call: Call, reading: Reading, mayBeBeyond = false): PageAnswer {
	const page = carried('Page', 'Output', reading);
	if (!page) throw foreign(call, reading);
	if (page.IsValidPage === 'N' && isBlankOutput(page.Output)) {
		if (!mayBeBeyond) throw foreign(call, reading);
		return { ...nothing(call, reading), empty: false, isLast: true };
	}
	const answer = unwrap(call, page.Output, reading);
	const flag = page.IsLastPage;
	return flag === 'Y' || flag === 'N' ? { ...answer, isLast: flag === 'Y' } : answer;
}

/** The content of getPage or multiApi: under its root, without it (JSON), or with it kept. */
function carried(root: string, member: string, { root: found, document, empty }: Reading): Document | undefined {
	if (empty || (found !== '' && found !== root)) return undefined;
	if (found === '' && !(member in document)) {
		const kept = onlyMember(document);
		return kept?.name === root ? single(kept.value) : undefined;
	}
	return document;
}

function isBlankOutput(output: Value | undefined): boolean {
	return isBlank(output) || asArray(output as Value | Value[]).every(isBlank);
}

/** The responses of the calls of one multiApi, in order. Throws `badAnswer` where one is missing. */
export function transactionAnswers(calls: Call[], reading: Reading): Answer[] {
	const [first, ...others] = calls;
	const isLoneWrite = others.length === 0 && first.kind === 'write';
	if (isLoneWrite && (reading.empty || (reading.root === '' && isBlank(reading.document))))
		return [nothing(first, reading)];
	const multi = carried('MultiApi', 'API', reading);
	const answers = asArray(multi?.API as Value | Value[] | undefined).filter(isElement);
	answers.slice(0, calls.length).forEach(({ Output }, i) => throwErrorIn(calls[i], single(Output)));
	const isAnswered = answers.length === calls.length && calls.every((call, i) => isAnswerOf(call, answers[i]));
	if (!isAnswered) throw unanswered(calls, answers.length, reading);
	return calls.map((call, index) => unwrap(call, answers[index].Output, reading));
}

/** An entry names its call, where it names any. */
function isAnswerOf({ api }: Call, { Name, FlowName }: Document): boolean {
	const named = [Name, FlowName].filter((name) => typeof name === 'string' && name.trim() !== '');
	return named.length === 0 || named.includes(api);
}

function unanswered(calls: Call[], count: number, reading: Reading): ServiceError {
	const what = count === calls.length ? 'other calls than those that were sent' : `${count} of ${calls.length} calls`;
	return new ServiceError('badAnswer', `Sterling returned ${what}.`, {
		httpStatus: reading.status,
		effect: 'unknown',
		hint: calls.every(({ kind }) => kind === 'read')
			? 'A proxy or gateway on the way to Sterling returned it. It does not count as an empty result.'
			: 'The transaction may have been carried out. Check before you repeat it.',
	});
}

/** What `Output` holds: the response under its root, or for writes nothing. */
function unwrap(call: Call, output: Value | undefined, reading: Reading): Answer {
	const wrapper = isBlankOutput(output) ? {} : single(output);
	const found = wrapper && memberFor(call, wrapper);
	const isSuccess = found?.name === 'ApiSuccess' && isBlank(found.value);
	if (wrapper && call.kind === 'write' && (isSuccess || (!found && isBlank(wrapper)))) return nothing(call, reading);
	throwErrorIn(call, wrapper);
	const content = wrapper && found && contentIn(call, wrapper, found);
	if (!content) throw foreign(call, { ...reading, root: '', document: wrapper ?? {}, empty: false });
	const { name, document } = content;
	return { root: name, document: answered(call, document, name), empty: false, serverDate: reading.serverDate };
}

/** A service may catch its failure and return an error list in place of its response. */
function throwErrorIn({ api }: Call, wrapper: Document | undefined): void {
	// The element around is known here, so an error may have attributes of its own.
	const isLone = wrapper !== undefined && onlyMember(wrapper)?.name === 'Error';
	const error = wrapper && errorOf(wrapper, isLone ? 'Errors' : '', 200);
	if (error) throw error.with({ api });
}

interface Member {
	name: string;
	value: Value;
}

/** What may be the response: what has its name, the rows without the list around them, or the only member there is. */
function memberFor(call: Call, wrapper: Document): Member | undefined {
	const name = [outputRoot(call), rowOf(call)].find((one) => one !== undefined && one in wrapper);
	return name === undefined ? onlyMember(wrapper) : { name, value: wrapper[name] };
}

function contentIn(
	call: Call,
	wrapper: Document,
	{ name, value }: Member,
): { name: string; document: Document } | undefined {
	const root = outputRoot(call);
	if (name === rowOf(call) && name !== root) {
		const document = namelessContent(call, wrapper);
		return document && document !== 'unproven' ? { name: root, document } : undefined;
	}
	const document = namedContent(call, name, value);
	return document && { name, document };
}
