import { createRequire } from 'node:module';
import { join } from 'node:path';

import { ibmmqTransportOf } from '../../../../clients/mq/ibmmq';
import { Authority } from '../../../../sandbox/kit/certificates';

/**
 * Runs the transport for IBM's client with the real binding, in a process of its own: the library is found by the path
 * that the process was started with. The argument is the folder in which ibmmq is installed.
 */
async function play(folder: string): Promise<void> {
	const load = createRequire(join(folder, 'package.json'));
	const transport = ibmmqTransportOf((name) => load(name) as unknown);
	const authority = new Authority();
	const { certificate, key: privateKey } = authority.client();
	const settings = {
		address: 'mq.example:1414',
		queueManager: 'QM1',
		channel: 'APP.SVRCONN',
		cipherSpec: 'ECDHE_RSA_AES_128_GCM_SHA256',
		user: 'app',
		password: 'pass-word-1',
		certificate,
		privateKey,
		certificateAuthorities: authority.certificate,
	};
	const say = (...words: unknown[]) => process.stdout.write(`${words.join(' ')}\n`);
	await transport
		.connect({ ...settings, queueManager: 'OTHER' })
		.catch(({ code }: { code: string }) => say('refused', code));
	const connection = await transport.connect(settings);
	const body = Buffer.from('<Order OrderNo="Ü-1"/>');
	const messageId = await connection.put('DEV.QUEUE.1', { body, properties: { a: 1 }, descriptor: { priority: 3 } });
	await connection.put('DEV.QUEUE.1', { body: Buffer.alloc(200_000, 'x') });
	for await (const seen of connection.browse('DEV.QUEUE.1')) say('browsed', seen.body.length);
	const taken = await connection.get('DEV.QUEUE.1', { inUnitOfWork: true, messageId });
	say(
		'got',
		taken?.body.toString(),
		JSON.stringify(taken?.properties),
		taken?.descriptor.priority,
		taken?.descriptor.putAt,
	);
	await connection.backOut();
	say('again', (await connection.get('DEV.QUEUE.1', { inUnitOfWork: true }))?.descriptor.backoutCount);
	await connection.put('DEV.QUEUE.2', taken!, { inUnitOfWork: true });
	await connection.commit();
	say('moved', (await connection.get('DEV.QUEUE.2'))?.body.equals(body));
	say('large', (await connection.get('DEV.QUEUE.1'))?.body.length);
	say('empty', await connection.get('DEV.QUEUE.1'));
	const { depth, backoutThreshold, backoutRequeueQueue, description } = await connection.inquire('DEV.QUEUE.1');
	say('inquired', depth, backoutThreshold, backoutRequeueQueue, description);
	const refused = async (work: Promise<unknown>) =>
		await work.catch(({ code }: { code: string }) => say('refused', code));
	await refused(connection.put('DEV.SMALL', { body: Buffer.alloc(101) }));
	await refused(connection.get('NO.SUCH'));
	await connection.close();
	say('closed');
}

void play(process.argv[2]);
