import { withoutStacks } from '../../../../clients/mq/ibmmq/stacks';
import { ibmmqTransportOf } from '../../../../clients/mq/ibmmq';
import { ImitatedBinding } from '../../../support/mq/imitatedBinding';

const stackOf = (error: unknown) => String((error as Error).stack);

test('errors made in the call have no stack, those after it have one', () => {
	let made: unknown;
	withoutStacks(() => (made = new Error('inside')));
	expect(stackOf(made)).not.toContain('\n    at ');
	expect(stackOf(new Error('after'))).toContain('\n    at ');
});

test('what the call throws is thrown, and the limit is what it was', () => {
	const limit = Error.stackTraceLimit;
	const fail = () => {
		throw new TypeError('refused');
	};
	expect(() => withoutStacks(fail)).toThrow('refused');
	expect(Error.stackTraceLimit).toBe(limit);
});

test('a process that has fixed the limit is left alone', () => {
	const before = Object.getOwnPropertyDescriptor(Error, 'stackTraceLimit') as PropertyDescriptor;
	Object.defineProperty(Error, 'stackTraceLimit', { ...before, writable: false });
	try {
		const work = jest.fn();
		withoutStacks(work);
		expect(work).toHaveBeenCalledTimes(1);
		expect(Error.stackTraceLimit).toBe(before.value);
	} finally {
		Object.defineProperty(Error, 'stackTraceLimit', before);
	}
});

test.each(['Put1', 'GetSync', 'Cmit'] as const)('what %s fails with has a stack all the same', async (call) => {
	const binding = new ImitatedBinding();
	const settings = { address: 'mq.example(1414)', queueManager: 'QM1', channel: 'APP.SVRCONN', cipherSpec: '' };
	// Unlike the imitation, the binding calls back while it is called.
	const immediate = jest.spyOn(global, 'setImmediate').mockImplementation(((work: () => void) => work()) as never);
	try {
		const connection = await ibmmqTransportOf(() => binding.module).connect(settings);
		binding.failures[call] = 2009;
		const work =
			call === 'Put1'
				? connection.put('Q', { body: Buffer.from('x') })
				: call === 'GetSync'
					? connection.get('Q')
					: connection.commit();
		const error: unknown = await work.catch((thrown: unknown) => thrown);
		expect(stackOf(error)).toContain('\n    at ');
		await connection.close();
	} finally {
		immediate.mockRestore();
	}
});
