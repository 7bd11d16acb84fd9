import { mqForFile, runMq, textsIn } from '../../../support/mq/nodes';

const bench = mqForFile();
const QUEUE = 'DEV.QUEUE.1';
const credential = { connectWith: 'rest' };

describe.each(['get', 'getMany'])('%s over MQ REST', (operation) => {
	const run = async () =>
		await runMq(
			bench.sandbox,
			{ resource: 'message', operation, queue: QUEUE, returnAll: false, limit: 1 },
			{ credential },
		);

	it('says that nobody confirmed the removal of a message', async () => {
		bench.sandbox.manager.send(QUEUE, 'once');
		bench.sandbox.faults.add({ kind: 'drop', api: 'getMessage', times: 0 });
		const finished = await run();
		expect(finished.json('MQ')).toMatchObject([{ text: 'once' }]);
		expect(finished.hints('MQ').join()).toMatch(/did not confirm that a message was removed/);
		expect(textsIn(bench.sandbox, QUEUE)).toEqual(['once']);
	});

	it('says nothing of it where a second attempt was confirmed', async () => {
		bench.sandbox.manager.send(QUEUE, 'once');
		bench.sandbox.faults.add({ kind: 'drop', api: 'getMessage' });
		const finished = await run();
		expect(finished.hints('MQ').join()).not.toMatch(/did not confirm/);
		expect(textsIn(bench.sandbox, QUEUE)).toEqual([]);
	});
});
