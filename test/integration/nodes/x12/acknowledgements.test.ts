import { fileOf, rowsOf, runX12 } from '../../../support/x12';

const isa = (request = '0') =>
	`ISA*00*          *00*          *ZZ*AURORA         *12*6125550100     *261127*1430*U*00401*000000042*${request}*P*>~`;
const group = (body: string, count = 1) =>
	`GS*PO*AURORA*6125550100*20261127*1430*42*X*004010~${body}GE*${count}*42~IEA*1*000000042~`;
const po = (st: string, date = '20261127') =>
	`ST*850*${st}~BEG*00*SA*PO-${st}**${date}~PO1*1*2*EA*9.9**VP*A~CTT*1~SE*5*${st}~`;
const sent = ['0001', '0002'].map((controlNumber) => ({
	number: `PO-${controlNumber}`,
	partner: { id: '6125550100', qualifier: '12' },
	functionalId: 'PO',
	groupControlNumber: '42',
	controlNumber,
	interchangeControlNumber: '42',
}));

const create = {
	resource: 'acknowledgement',
	operation: 'create',
	controlNumberSource: 'workflow',
	controlNumber: '9',
	outputAs: 'text',
	options: { date: '2026-11-28T08:00:00' },
};
const match = { resource: 'acknowledgement', operation: 'match', sentDocuments: JSON.stringify(sent) };

describe('create', () => {
	test('a 997 says what is wrong, back to the sender', async () => {
		const [row] = await rowsOf(create as never, { files: [isa() + group(po('0001') + po('0002', '20261399'), 2)] });
		expect(row).toMatchObject({
			kind: '997',
			receiver: { qualifier: 'ZZ', id: 'AURORA' },
			controlNumber: '9',
			acknowledges: { interchangeControlNumber: '000000042' },
			status: 'partiallyAccepted',
			interchangeStatus: 'accepted',
			groups: [
				{
					status: 'partiallyAccepted',
					sets: [{ status: 'accepted' }, { status: 'rejected', errors: [{ segment: 'BEG', element: 5 }] }],
				},
			],
		});
		expect(String(row.text)).toContain(
			'~AK1*PO*42~AK2*850*0001~AK5*A~AK2*850*0002~AK3*BEG*2**8~AK4*5*373*8*20261399~AK5*R*5~AK9*P*2*2*1~',
		);
	});

	test('a 999, errors that are accepted, and only what has errors', async () => {
		const options = { ...create.options, onErrors: 'accept', includeAccepted: false, implementation: '005010X231A1' };
		const [row] = await rowsOf({ ...create, kind: '999', options } as never, {
			files: [isa() + group(po('0001') + po('0002', '20261399'), 2)],
		});
		expect(String(row.text)).toMatch(/~ST\*999\*0001\*005010X231A1~AK1\*PO\*42.*~AK2\*850\*0002.*IK5\*E/);
		expect(String(row.text)).not.toContain('AK2*850*0001');
	});

	const rejected = po('0001', '20261399');
	const broken = (body: string) => body.replace('GE*1*42', 'GE*1*43');
	test.each([
		['997', 'nothing is wrong', group(po('0001')), 'accepted', 'accepted'],
		['997', 'its group is rejected', group(rejected), 'rejected', 'accepted'],
		[
			'997',
			'some of its documents are rejected',
			group(po('0001') + po('0002', '20261399'), 2),
			'partiallyAccepted',
			'accepted',
		],
		['999', 'its group is rejected', group(rejected), 'rejected', 'accepted'],
		['997', 'its envelope is wrong', group(po('0001')).replace('IEA*1*', 'IEA*2*'), 'rejected', 'rejected'],
		['TA1', 'its group is rejected', group(rejected), 'accepted', 'accepted'],
		['997', 'its group has another number at its end', broken(group(po('0001'))), 'rejected', 'accepted'],
	])('the status of a %s is the worst of what it says: %s', async (kind, _what, body, status, interchangeStatus) => {
		const [row] = await rowsOf({ ...create, kind } as never, { files: [isa() + body] });
		expect(row).toMatchObject({ status, interchangeStatus });
	});

	test.each([
		['requested in ISA14', '1', {}, true],
		['not requested', '0', {}, false],
		['never', '1', { ta1: 'never' }, false],
		['always', '0', { ta1: 'always' }, true],
	])('a TA1 goes along where it is %s', async (_when, request, more, isThere) => {
		const [row] = await rowsOf({ ...create, options: { ...create.options, ...more } } as never, {
			files: [isa(request) + group(po('0001'))],
		});
		expect(String(row.text).includes('~TA1*000000042*261127*1430*A*000~')).toBe(isThere);
	});

	test('a TA1 alone, as a file', async () => {
		const finished = await runX12({ ...create, kind: 'TA1', outputAs: 'file' } as never, {
			files: [isa() + group(po('0001'))],
		});
		const [item] = finished.items('X12');
		expect(item.binary?.data.fileName).toBe('AURORA-TA1-9.edi');
		expect(fileOf(item)).toMatch(/>~TA1\*000000042\*261127\*1430\*A\*000~IEA\*0\*000000009~$/);
	});

	test('acknowledgements get none, and no number is taken', async () => {
		const received = isa() + group('ST*997*0001~AK1*PO*1~AK9*A*1*1*1~SE*4*0001~').replace('GS*PO', 'GS*FA');
		const finished = await runX12(create as never, { files: [received] });
		expect(finished.json('X12')).toEqual([]);
		expect(finished.hints('X12')).toEqual(['Interchange 000000042 needs no acknowledgement.']);
	});

	test('one number cannot serve two interchanges', async () => {
		const one = isa() + group(po('0001'));
		const { error } = await runX12(create as never, { files: [one + one.replaceAll('000000042', '000000043')] });
		expect(error?.message).toContain('several interchanges, and one Number');
		const numbers = await rowsOf({ ...create, controlNumberSource: 'execution' } as never, {
			files: [one + one.replaceAll('000000042', '000000043')],
		});
		expect(numbers.map(({ controlNumber }) => controlNumber)).toEqual(['101', '102']);
	});
});

describe('match', () => {
	const answer = (body: string) =>
		`${isa().replace('ZZ*AURORA         *12*6125550100     ', '12*6125550100     *ZZ*AURORA         ')}GS*FA*6125550100*AURORA*20261128*0800*5*X*004010~ST*997*0001~${body}SE*9*0001~GE*1*5~IEA*1*000000042~`;

	test('finds documents by partner, GS06 and ST02, with what was kept beside them', async () => {
		const rows = await rowsOf(match, {
			files: [
				answer('AK1*PO*000042~AK2*850*1~AK5*A~AK2*850*0002~AK3*BEG*2**8~AK4*5*373*8*20261399~AK5*R*5~AK9*P*2*2*1~'),
			],
		});
		expect(rows).toMatchObject([
			{
				isMatched: true,
				number: 'PO-0001',
				status: 'accepted',
				acknowledgements: [{ type: '997', code: 'P', setCode: 'A' }],
			},
			{
				isMatched: true,
				number: 'PO-0002',
				status: 'rejected',
				acknowledgements: [{ setCode: 'R', errorCodes: ['5'], errors: [{ segment: 'BEG', position: 2 }] }],
			},
		]);
	});

	test('AK9 counts over AK5, and the contradiction is told', async () => {
		const rows = await rowsOf(match, { files: [answer('AK1*PO*42~AK2*850*0001~AK5*A~AK9*R*2*2*0*5~')] });
		expect(rows).toMatchObject([
			{ number: 'PO-0001', status: 'rejected', acknowledgements: [{ isContradictory: true, groupErrorCodes: ['5'] }] },
			{ number: 'PO-0002', status: 'rejected' },
		]);
	});

	test('a TA1 is about the whole interchange', async () => {
		const ta1 = `${isa().replace('ZZ*AURORA         *12*6125550100     ', '12*6125550100     *ZZ*AURORA         ')}TA1*000000042*261127*1430*R*025~IEA*0*000000042~`;
		expect(await rowsOf(match, { files: [ta1] })).toMatchObject([
			{ number: 'PO-0001', status: 'rejected', acknowledgements: [{ type: 'TA1', note: '025' }] },
			{ number: 'PO-0002', status: 'rejected' },
		]);
	});

	test('what is about nothing that was sent comes out too, and what nobody spoke of on request', async () => {
		const files = [answer('AK1*PO*43~AK9*A*1*1*1~')];
		expect(await rowsOf(match, { files })).toMatchObject([
			{ isMatched: false, status: 'accepted', acknowledgements: [{ groupControlNumber: '43' }] },
		]);
		const rows = await rowsOf({ ...match, options: { includeUnacknowledged: true } } as never, { files });
		expect(rows.map(({ isMatched, status }) => [isMatched, status])).toEqual([
			[false, 'unacknowledged'],
			[false, 'unacknowledged'],
			[false, 'accepted'],
		]);
	});

	test('rows of a table will do: numbers, and the ID of the partner as text', async () => {
		const rows = sent.map(({ partner, ...one }) => ({ ...one, partner: partner.id, groupControlNumber: 42 }));
		const parameters = { ...match, sentDocuments: '={{ $json.rows }}', inputSource: 'text', text: '={{ $json.edi }}' };
		const found = await rowsOf(parameters, { input: [{ rows, edi: answer('AK1*PO*42~AK9*A*2*2*2~') }] });
		expect(found).toMatchObject([{ status: 'accepted' }, { status: 'accepted' }]);
	});

	test('a list that lacks something says which entry and what', async () => {
		const { error } = await runX12(
			{ ...match, sentDocuments: '[{"number": "PO-1"}]' },
			{ files: [answer('AK1*PO*42~AK9*A*1*1*1~')] },
		);
		expect(error?.message).toBe(
			'Sent Documents, entry 1, lacks partner, functionalId, groupControlNumber, controlNumber',
		);
	});

	test('a file without acknowledgements says so', async () => {
		const finished = await runX12(match, { files: [isa() + group(po('0001'))] });
		expect(finished.hints('X12')).toEqual(['The input has no acknowledgements (997, 999 or TA1).']);
	});
});
