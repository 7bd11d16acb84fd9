import { Readable } from 'node:stream';

import type { RunContext } from '../../../../nodes/X12/operation';
import { readX12 } from '../../../../nodes/X12/run/read';
import { Parameters } from '../../../../kit/n8n/parameters';

const isa = (number: string) =>
	`ISA*00*          *00*          *ZZ*AURORA         *ZZ*SUPPLIER       *261127*1430*U*00401*${number}*0*P*>~`;
const order = (number: number) =>
	`ST*850*${String(number).padStart(4, '0')}~BEG*00*SA*PO-${number}**20261127~PO1*1*2*EA~CTT*1~SE*5*${String(number).padStart(4, '0')}~`;
const group = (orders: number[]) =>
	`GS*PO*AURORA*SUPPLIER*20261127*1430*7*X*004010~${orders.map(order).join('')}GE*${orders.length}*7~`;

/** What Read gives for a file that n8n keeps on disk, in pieces as the disk would give them. */
async function readFile(pieces: Iterable<string>, given: Record<string, unknown> = {}) {
	const hints: string[] = [];
	const values: Record<string, unknown> = {
		inputSource: 'file',
		returnAs: 'documents',
		simplify: true,
		options: given,
	};
	const parameters = new Parameters((name) => values[name], {} as never);
	const context = {
		item: 0,
		hint: (text: string) => hints.push(text),
		parameters,
		node: {
			helpers: {
				assertBinaryData: () => ({ id: 'filesystem-v2:1' }),
				getBinaryStream: async () => Readable.from([...pieces].map((piece) => Buffer.from(piece))),
				getBinaryDataBuffer: () => {
					throw new Error('The whole file was loaded');
				},
			},
		},
	} as unknown as RunContext;
	return { rows: await readX12(context), hints };
}

test('a file on disk is read piece by piece, and never loaded whole', async () => {
	const orders = Array.from({ length: 200 }, (_, index) => index + 1);
	const text = `${isa('000000001')}${group(orders)}IEA*1*000000001~`;
	const { rows } = await readFile(text.match(/[\s\S]{1,97}/g)!);
	expect(rows.map(({ number }) => number)).toEqual(orders.map((number) => `PO-${number}`));
	expect(rows.flatMap(({ problems }) => problems)).toEqual([]);
});

test('a problem that the end of an interchange shows is on each of its items', async () => {
	const text = `${isa('000000001')}${group([1, 2])}IEA*2*000000001~${isa('000000002')}${group([3])}IEA*1*000000002~`;
	const { rows, hints } = await readFile([text]);
	expect(rows.map(({ problems }) => (problems as unknown[]).length)).toEqual([1, 1, 0]);
	expect(hints).toEqual(['The input has 1 problem in its structure; see the field problems.']);
});

test('an acknowledgement of the interchange comes before its documents', async () => {
	const ta1 = 'TA1*000000009*261127*1200*A*000~';
	const { rows } = await readFile([`${isa('000000001')}${group([1])}`, `${ta1}IEA*1*000000001~`]);
	expect(rows.map(({ set }) => set)).toEqual(['TA1', '850']);
});

test('with On Problems set to stop, the first problem of the file is named first', async () => {
	const cut = `${isa('000000001')}${group([1])}`.replace(/GE.*/, '');
	await expect(readFile([cut], { onProblems: 'stop' })).rejects.toThrow(/^The document violates the standard\. ISA/);
});
