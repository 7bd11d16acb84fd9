import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';

import { builtInTransport } from '../../../../clients/mq/builtIn';
import { MqBench } from '../../../support/mq/mqBench';

const bench = MqBench.forFile();

describe('something else at the address', () => {
	let server: Server;
	const sockets = new Set<Socket>();
	const listen = async (answer: string | Buffer) => {
		server = createServer((socket) => {
			sockets.add(socket.on('error', () => undefined));
			socket.once('data', () => socket.write(answer));
		});
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		return `127.0.0.1:${(server.address() as AddressInfo).port}`;
	};
	afterEach(() => {
		for (const socket of sockets) socket.destroy();
		server.close();
	});

	test.each([
		['a web server', 'HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n', /HTTP\/1.1 400/],
		[
			'a segment without end',
			Buffer.from('54534820ffffffff02010000000000000000000000000000000000000000', 'hex'),
			/more than was agreed/,
		],
		[
			'a segment that is too short',
			Buffer.from('545348200000000302010000000000000000000000000000000000000000', 'hex'),
			/3 bytes/,
		],
	])('%s', async (_name, answer, message) => {
		const address = await listen(answer);
		const settings = bench.settings({ address });
		await expect(builtInTransport.connect(settings)).rejects.toMatchObject({
			category: 'badAnswer',
			effect: 'none',
			message: expect.stringMatching(message),
		});
	});

	test('silence', async () => {
		const settings = bench.settings({ address: await listen('') });
		await expect(builtInTransport.connect(settings, { timeoutMs: 50 })).rejects.toMatchObject({ code: '2009' });
	});
});
