import type { Connection, Message } from '../../../../clients/mq';
import { unitOfWorkFeed } from '../../../../nodes/IbmMq/trigger/unitOfWorkFeed';
import { Finished } from '../../../../nodes/IbmMq/trigger/finished';

const message = (messageId: string) => ({ descriptor: { messageId, backoutCount: 0 } }) as Message;
const idOf = ({ descriptor }: Message) => descriptor.messageId;
const { signal } = new AbortController();
const clock = { sleep: async () => Promise.resolve() };

/** A consumer whose get is answered by the test, as one that waits for a message is. */
function consumer(passed: Set<string>) {
	const calls: string[] = [];
	const own = { whileBackingOut: async () => Promise.resolve() };
	let deliver: (found: Message | undefined) => void = () => undefined;
	const connection: Partial<Connection> = {
		get: async () => await new Promise((resolve) => (deliver = resolve)),
		async backOut() {
			calls.push('backOut');
			await own.whileBackingOut();
		},
		async *browse() {
			// Nothing can be seen.
		},
	};
	const circumstances = {
		clock,
		passed,
		failures: new Map<string, number>(),
		finished: new Finished(idOf),
		strays: [],
	};
	const feed = unitOfWorkFeed(connection as Connection, 'Q', circumstances);
	return Object.assign(own, { feed, calls, deliver: (found: Message | undefined) => deliver(found) });
}

test('a message that one consumer passed over is not worked on by another one that was waiting', async () => {
	const passed = new Set<string>();
	const [one, other] = [consumer(passed), consumer(passed)];
	const [first, second] = [one.feed.next(signal), other.feed.next(signal)];
	one.deliver(message('aa'));
	const delivery = await first;
	if (!delivery || 'problem' in delivery) throw new Error('Nothing was delivered');
	await delivery.passOver();
	other.deliver(message('aa'));
	expect(await second).toBeUndefined();
	expect([one.calls, other.calls]).toEqual([['backOut'], ['backOut']]);
});

test('a look of another consumer does not forget a message that is just being passed over', async () => {
	const passed = new Set<string>();
	const [one, other] = [consumer(passed), consumer(passed)];
	const first = one.feed.next(signal);
	one.deliver(message('aa'));
	const delivery = await first;
	if (!delivery || 'problem' in delivery) throw new Error('Nothing was delivered');
	// The queue looks empty while the first consumer holds the message.
	one.whileBackingOut = async () => void (await other.feed.next(signal));
	await delivery.passOver();
	expect([...passed]).toEqual(['aa']);
});
