import type { ConnectionSettings } from '../../../../clients/mq';
import { Session } from '../../../../clients/mq/session';
import { datesIn } from '../../../../kit/n8n/dates';
import { Parameters } from '../../../../kit/n8n/parameters';
import type { RunContext } from '../../../../nodes/IbmMq/operation';
import { getMany } from '../../../../nodes/IbmMq/run/read';
import { MemoryQueueManager } from '../../../support/mq/memory';

const QUEUE = 'ORDERS';
const VALUES: Record<string, unknown> = { queue: QUEUE, content: 'binary', options: { oneUnitOfWork: false } };

/** Reads messages as files, one by one, while so many of them fit on the disk of n8n. */
async function filling(room: number, hasUnits = true) {
	const manager = new MemoryQueueManager().define(QUEUE);
	for (const text of ['one', 'two', 'three']) manager.send(QUEUE, text);
	const hints: string[] = [];
	const session = new Session(async () => await manager.transport.connect({} as ConnectionSettings), hasUnits);
	let written = 0;
	const files = {
		write: async () => {
			if (written++ === room) throw new Error('ENOSPC: no space left on device');
			return await Promise.resolve({});
		},
	};
	const parameters = new Parameters((name) => VALUES[name], { dates: datesIn('UTC') }, { properties: [] });
	const context = { session, parameters, files, hint: (text: string) => void hints.push(text) };
	const rows = getMany(context as unknown as RunContext).finally(async () => await session.close());
	return { rows, hints, left: () => manager.texts(QUEUE) };
}

it('returns what it removed before the disk was full, since nothing else has it', async () => {
	const { rows, hints, left } = await filling(2);
	expect(await rows).toHaveLength(2);
	expect(hints).toEqual([
		'The node stopped after 2 messages, because of the next one: ENOSPC: no space left on device',
	]);
	expect(left()).toEqual(['three']);
});

it('fails where it removed nothing', async () => {
	const { rows, left } = await filling(0);
	await expect(rows).rejects.toThrow('ENOSPC');
	expect(left()).toEqual(['one', 'two', 'three']);
});

it('says which message is lost where the queue manager has no units of work', async () => {
	const { rows, hints, left } = await filling(1, false);
	expect(await rows).toHaveLength(1);
	expect(hints).toEqual([
		expect.stringMatching(
			/^The node stopped after 1 message, .*ENOSPC: no space left on device\. MQ REST had removed message \w{48} already: it is lost\.$/,
		),
	]);
	expect(left()).toEqual(['three']);
});
