import { dispatch, isUnsent } from '../../../../kit/http/dispatch';
import type { Dispatcher } from '../../../../kit/http/vendor/undici';

const ORIGIN = 'https://oms.example.com';
const request = {
	method: 'POST',
	url: `${ORIGIN}/smcfs/restapi/invoke/createOrder`,
	headers: {},
	body: '{}',
	timeoutMs: 60_000,
	maxResponseBytes: 100,
};

/** A pool that does what the test says, with the request it was given. */
function pool() {
	const given: Array<{ options: Dispatcher.DispatchOptions; handler: Required<Dispatcher.DispatchHandler> }> = [];
	const dispatcher = {
		dispatch: (options: Dispatcher.DispatchOptions, handler: Required<Dispatcher.DispatchHandler>) =>
			given.push({ options, handler }),
	} as unknown as Dispatcher;
	const abort = jest.fn();
	return { dispatcher, given, abort, controller: { abort } as unknown as Dispatcher.DispatchController };
}

const failureOf = async (sending: Promise<unknown>) =>
	await sending.then(
		() => undefined,
		(error: Error) => error,
	);

test('an answer comes with its status, its headers and its parts put together', async () => {
	const { dispatcher, given, controller } = pool();
	const sending = dispatch(dispatcher, ORIGIN, request);
	const [{ options, handler }] = given;
	handler.onRequestStart(controller, {});
	handler.onResponseStart(controller, 200, { 'content-type': 'application/json' }, 'OK');
	for (const part of ['{"a":', '"é"}']) handler.onResponseData(controller, Buffer.from(part));
	handler.onResponseEnd(controller, {});
	expect(await sending).toMatchObject({
		status: 200,
		headers: { 'content-type': 'application/json' },
		body: '{"a":"é"}',
	});
	expect(options).toMatchObject({ path: '/smcfs/restapi/invoke/createOrder', method: 'POST', body: '{}' });
});

test('a request that was cancelled before it could be given to the pool never gets there', async () => {
	const { dispatcher, given } = pool();
	const error = await failureOf(dispatch(dispatcher, ORIGIN, { ...request, signal: AbortSignal.abort() }));
	expect(isUnsent(error)).toBe(true);
	expect(given).toEqual([]);
});

test('a request whose time ends while it waits for its connection is dropped when that comes up', async () => {
	const { dispatcher, given, abort, controller } = pool();
	const error = await failureOf(dispatch(dispatcher, ORIGIN, { ...request, timeoutMs: 1 }));
	expect(error).toMatchObject({ category: 'timeout', effect: 'none' });
	expect(isUnsent(error)).toBe(true);
	given[0].handler.onRequestStart(controller, {});
	expect(abort).toHaveBeenCalledWith(error);
});

test('one whose time ends after it began may have arrived, and is ended', async () => {
	const { dispatcher, given, abort, controller } = pool();
	const sending = dispatch(dispatcher, ORIGIN, { ...request, timeoutMs: 1 });
	given[0].handler.onRequestStart(controller, {});
	const error = await failureOf(sending);
	expect(error).toMatchObject({ category: 'timeout', effect: 'unknown' });
	expect(isUnsent(error)).toBe(false);
	expect(abort).toHaveBeenCalledWith(error);
});

test.each([true, false])('a failure tells whether the request had begun (%p)', async (hasBegun) => {
	const { dispatcher, given, controller } = pool();
	const sending = dispatch(dispatcher, ORIGIN, request);
	if (hasBegun) given[0].handler.onRequestStart(controller, {});
	const failure = new Error('other side closed');
	given[0].handler.onResponseError(controller, failure);
	expect(await failureOf(sending)).toBe(failure);
	expect(isUnsent(failure)).toBe(!hasBegun);
});

test('a body above its bound ends the request', async () => {
	const { dispatcher, given, abort, controller } = pool();
	const sending = dispatch(dispatcher, ORIGIN, request);
	const [{ handler }] = given;
	handler.onRequestStart(controller, {});
	handler.onResponseStart(controller, 200, {}, 'OK');
	handler.onResponseData(controller, Buffer.alloc(101));
	const error = await failureOf(sending);
	expect(error).toMatchObject({ category: 'badAnswer', effect: 'unknown' });
	expect(abort).toHaveBeenCalledWith(error);
});
