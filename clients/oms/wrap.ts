import type { Answer, Call } from './call';
import { errorOf } from './answerErrors';
import type { Reading } from './answer';
import { asArray, isElement, type Document, type Value } from '../../kit/xml/document';
import { ServiceError } from '../../kit/errors';
import { normalise } from './normalise';
import { outputRootOf } from './outputRoots';

/** Rows asked for where a read names no MaximumRecords: Sterling's own default for lists. */
const DEFAULT_PAGE = '5000';

/** The root element of a call's answer. */
export function outputRoot(call: Call): string {
	return call.outputRoot ?? (call.isService ? call.root : outputRootOf(call.api));
}

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

/** The answer of an unwrapped call. */
export function plainAnswer(call: Call, { root, document, empty, serverDate }: Reading): Answer {
	const expected = outputRoot(call);
	const kept = root === '' ? onlyElement(document) : undefined;
	// Sterling drops the root of JSON; a service or gateway that keeps it is understood, too.
	const content = kept?.name === expected ? kept.element : document;
	return { root: root || expected, document: answered(call, content, root || expected), empty, serverDate };
}

/**
 * The content of an answer. A login called by hand must not hand out its token, nor the password that the answer may
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

/** The answer of a call inside getPage, and whether the server called it the last page. */
export function pageAnswer(call: Call, reading: Reading): Answer & { isLast?: boolean } {
	const flag = reading.document.IsLastPage;
	const answer = unwrap(call, reading.document.Output, reading);
	return typeof flag === 'string' && flag !== '' ? { ...answer, isLast: flag === 'Y' } : answer;
}

/** The answers of the calls of one multiApi, in order. Throws `badAnswer` where one is missing. */
export function transactionAnswers(calls: Call[], reading: Reading): Answer[] {
	const answers = asArray(reading.document.API as Value | Value[] | undefined).filter(isElement);
	if (answers.length < calls.length && !(reading.empty && calls.length === 1)) {
		throw new ServiceError('badAnswer', `Sterling answered ${answers.length} of ${calls.length} calls.`, {
			effect: 'unknown',
			hint: 'The transaction may have been carried out. Look before you repeat it.',
		});
	}
	return calls.map((call, index) => unwrap(call, answers[index]?.Output, reading));
}

function unwrap(call: Call, output: Value | undefined, { serverDate }: Reading): Answer {
	const wrapper = isElement(output) ? output : {};
	const expected = outputRoot(call);
	const named = wrapper[expected];
	const found = isElement(named) ? { name: expected, element: named } : onlyElement(wrapper);
	if (!found || found.name === 'ApiSuccess') return { root: expected, document: {}, empty: true, serverDate };
	// A service may catch its failure and hand back an error list in place of its answer.
	const error = errorOf(found.element, found.name, 200);
	if (error) throw error.with({ api: call.api });
	const { name: root, element } = found;
	return { root, document: answered(call, element, root), empty: false, serverDate };
}

function onlyElement(document: Document): { name: string; element: Document } | undefined {
	const members = Object.entries(document);
	const [first] = members;
	return members.length === 1 && isElement(first[1]) ? { name: first[0], element: first[1] } : undefined;
}
