import type { Connection } from '../../../../clients/mq';
import { mqError } from '../../../../clients/mq/errors';
import { Session } from '../../../../clients/mq/session';

/** A session whose connections are counted, and are lost when the test says so. */
function counted() {
	const connections: Array<{ isClosed: boolean }> = [];
	const connect = async () => {
		const own = { isClosed: false };
		connections.push(own);
		await Promise.resolve();
		return { close: async () => Promise.resolve(void (own.isClosed = true)) } as Connection;
	};
	return { connections, session: new Session(connect, true) };
}

test('items that start at once share one connection', async () => {
	const { connections, session } = counted();
	await Promise.all([1, 2, 3].map(async () => await session.use(async () => Promise.resolve())));
	expect(connections).toHaveLength(1);
	await session.close();
	expect(connections).toEqual([{ isClosed: true }]);
});

test('an item that fails late on a lost connection leaves the new one open', async () => {
	const { connections, session } = counted();
	let failLate: () => void = () => undefined;
	const late = session.use(async () => {
		await new Promise<void>((resolve) => (failLate = resolve));
		throw mqError(2009, { verb: 'MQPUT' });
	});
	const lost = session.use(async () => Promise.reject(mqError(2009, { verb: 'MQPUT' })));
	await expect(lost).rejects.toMatchObject({ code: '2009' });
	await session.use(async () => Promise.resolve());
	failLate();
	await expect(late).rejects.toMatchObject({ code: '2009' });
	expect(connections).toEqual([{ isClosed: true }, { isClosed: false }]);
	await session.close();
	expect(connections.every(({ isClosed }) => isClosed)).toBe(true);
});
