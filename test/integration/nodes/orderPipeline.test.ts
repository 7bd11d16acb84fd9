import { Bench, FORMATS, line, onOrder, ORDER, orders } from '../../support/bench';
import { locate } from '../../support/workflow';

const bench = Bench.forFile({ withoutOrders: true });

describe.each(FORMATS)('over %s', (dataFormat) => {
	const wire = bench.with({ dataFormat });
	const name = (text: string) => `${text}-${dataFormat}`;
	const statuses = (orderNo: string) => wire.lines(orderNo).map((row) => row.MinLineStatus);
	const answered = (orderNo: string) => ({
		OrderNo: orderNo,
		EnterpriseCode: 'AURORA',
		DocumentType: '0001',
		success: true,
	});

	describe('schedule', () => {
		it('finds a node for what is in stock, and backorders the rest', async () => {
			const OrderLine = [line('1'), line('1', 'TENT-2P')];
			wire.place(name('STOCK'), { OrderLines: { OrderLine } });
			expect(await wire.one(onOrder('schedule', name('STOCK')))).toEqual(answered(name('STOCK')));
			expect(statuses(name('STOCK'))).toEqual(['1500', '1300']);
		});

		it('looks past the stock when told so', async () => {
			wire.place(name('BLIND'), { OrderLines: { OrderLine: [line('1', 'TENT-2P')] } });
			await wire.run(onOrder('schedule', name('BLIND'), { additionalFields: { checkInventory: false } }));
			expect(statuses(name('BLIND'))).toEqual(['1500']);
		});

		it('releases in the same step', async () => {
			const key = wire.place(name('BOTH'));
			const parameters = { resource: 'order', operation: 'schedule', order: locate('key', key) };
			const scheduled = await wire.one({ ...parameters, scheduleAndRelease: true });
			expect(scheduled).toEqual({ OrderHeaderKey: key, success: true });
			expect(statuses(name('BOTH'))).toEqual(['3200']);
		});
	});

	describe('release', () => {
		it('releases what is scheduled', async () => {
			wire.place(name('RELEASE'));
			wire.call('scheduleOrder', { OrderNo: name('RELEASE'), EnterpriseCode: 'AURORA' });
			const more = { additionalFields: { ignoreReleaseDate: true, checkInventory: false } };
			expect(await wire.one(onOrder('release', name('RELEASE'), more))).toEqual(answered(name('RELEASE')));
			expect(wire.rows('OrderRelease', name('RELEASE'))).toMatchObject([{ ReleaseNo: '1' }]);
		});
	});

	describe.each([
		['schedule', 'scheduled'],
		['release', 'released'],
	])('%s', (operation, done) => {
		const said = `Sterling accepted the call but does not say what was ${done}. Set Options → Output to Summary and check Status.`;
		const hints = async (orderNo: string, options = {}) => {
			wire.place(name(orderNo), { OrderLines: { OrderLine: [line('1', 'TENT-2P')] } });
			const finished = await wire.runNode(onOrder(operation, name(orderNo), { options }));
			expect(finished.error).toBeUndefined();
			return finished.hints('Sterling');
		};

		it('says that the response does not show what happened', async () => {
			expect(await hints(`UNSAID-${operation}`)).toEqual([said]);
		});

		it.each([
			['the order is read back', { output: 'summary' }],
			['nothing is sent', { dryRun: true }],
			['it comes later', { delivery: 'queued' }],
		])('does not where %s', async (what, options) => {
			expect(await hints(`${what}-${operation}`.replaceAll(' ', '-'), options)).not.toContain(said);
		});
	});

	describe('change status', () => {
		const confirmPick = { transactionId: locate('id', 'CONFIRM_PICK.0001.ex') };

		it('moves all that the transaction can move', async () => {
			wire.place(name('ALL'), { OrderLines: { OrderLine: [line('1'), line('3')] } });
			wire.release(name('ALL'));
			const changed = await wire.one(
				onOrder('changeStatus', name('ALL'), {
					...confirmPick,
					baseDropStatus: locate('code', '3200.10'),
				}),
			);
			expect(changed).toMatchObject({ OrderNo: name('ALL'), BaseDropStatus: '3200.10' });
			expect(statuses(name('ALL'))).toEqual(['3200.10', '3200.10']);
		});

		it('moves a part of a line', async () => {
			wire.place(name('PART'), { OrderLines: { OrderLine: [line('3')] } });
			wire.release(name('PART'));
			const moved = { primeLineNo: '1', subLineNo: '1', quantity: '2', baseDropStatus: '3200.10' };
			await wire.run(
				onOrder('changeStatus', name('PART'), {
					...confirmPick,
					changeForAllAvailableQty: false,
					lines: { line: [moved] },
				}),
			);
			const parts = wire.rows('OrderStatus', name('PART')).map(({ Status, StatusQty }) => [Status, StatusQty]);
			expect(parts.sort()).toEqual([
				['3200', '1'],
				['3200.10', '2'],
			]);
		});

		describe('without a status', () => {
			const hints = async (options: object) => {
				const change = onOrder('changeStatus', name('NOWHERE'), {
					...confirmPick,
					options: { dryRun: true, ...options },
				});
				return (await wire.runNode(change)).hints('Sterling');
			};

			it('hints at it', async () => {
				expect(await hints({})).toContainEqual(expect.stringMatching(/^New Status is empty\./));
			});

			it('has no such hint where a service may complete the document', async () => {
				const options = { delivery: 'service', serviceName: locate('name', 'DemoEcho') };
				expect(await hints(options)).toEqual([expect.stringMatching(/^Dry Run is on/)]);
			});
		});

		it.each([
			['a status that the transaction does not lead to', '3700', 'YFS10428', /Check "Transaction" and "New Status"/],
			['an order that is not so far', '3200.10', 'YFS10431', /Read the statuses of the lines first/],
		])('refuses %s', async (_what, status, code, hint) => {
			wire.place(name(`STATUS-${code}`));
			const parameters = { ...confirmPick, baseDropStatus: locate('code', status) };
			const error = await wire.refused(onOrder('changeStatus', name(`STATUS-${code}`), parameters));
			expect(error.message).toContain(`[${code}]`);
			expect(error.description).toMatch(hint);
		});
	});

	describe('holds', () => {
		const held = (orderNo: string) =>
			wire.place(orderNo, { OrderHoldTypes: { OrderHoldType: [{ HoldType: 'FRAUD_HOLD' }] } });
		const decide = (orderNo: string, holdStatus: string, hold = 'FRAUD_HOLD') =>
			onOrder('resolveHold', orderNo, {
				holdType: locate('code', hold),
				holdStatus,
				reasonText: 'Called the customer',
			});

		it.each([
			['resolved', '1300', 'N'],
			['rejected', '1200', 'N'],
		])('can be %s', async (what, status, flag) => {
			const orderNo = name(`HOLD-${what}`);
			held(orderNo);
			expect(wire.stored(orderNo)).toMatchObject({ HoldFlag: 'Y' });
			await wire.run(decide(orderNo, status));
			expect(wire.rows('OrderHoldType', orderNo)).toMatchObject([
				{ HoldType: 'FRAUD_HOLD', Status: status, ReasonText: 'Called the customer' },
			]);
			expect(wire.stored(orderNo)?.HoldFlag ?? 'N').toBe(flag);
		});

		it.each([
			[
				'another hold',
				{ OrderHoldTypes: { OrderHoldType: [{ HoldType: 'FRAUD_HOLD' }] } },
				'It has FRAUD_HOLD (active).',
			],
			['no hold', {}, 'It has no holds.'],
		])('are not put on an order that has %s', async (what, order, said) => {
			const orderNo = name(`HOLD-${what}`);
			wire.place(orderNo, order);
			const before = wire.rows('OrderHoldType', orderNo);
			for (const status of ['1200', '1300']) {
				const error = await wire.refused(decide(orderNo, status, 'OTHER_HOLD'));
				expect(error.message).toBe('The order has no hold OTHER_HOLD');
				expect(error.description).toContain(said);
			}
			expect(wire.rows('OrderHoldType', orderNo)).toEqual(before);
		});

		it('is not resolved on a line that does not have it', async () => {
			const orderNo = name('HOLD-line');
			held(orderNo);
			const OrderHoldTypes = { OrderHoldType: [{ HoldType: 'FRAUD_HOLD', Status: '1300' }] };
			const document = { OrderLines: { OrderLine: [{ PrimeLineNo: '1', OrderHoldTypes }] } };
			const update = onOrder('update', orderNo, { inputMode: 'document', document: JSON.stringify(document) });
			expect((await wire.refused(update)).message).toBe('The line 1 of the order has no hold FRAUD_HOLD');
			expect(wire.rows('OrderHoldType', orderNo)).toMatchObject([{ Status: '1100' }]);
		});

		it('of a document are put on where it says so, and resolved where they are there', async () => {
			const orderNo = name('HOLD-document');
			wire.place(orderNo);
			for (const Status of ['1100', '1300']) {
				const document = { OrderHoldTypes: { OrderHoldType: [{ HoldType: 'FRAUD_HOLD', Status }] } };
				await wire.run(onOrder('update', orderNo, { inputMode: 'document', document: JSON.stringify(document) }));
				expect(wire.rows('OrderHoldType', orderNo)).toMatchObject([{ HoldType: 'FRAUD_HOLD', Status }]);
			}
		});

		it('of a new order are put on it, and a hint says so', async () => {
			const OrderHoldTypes = { OrderHoldType: [{ HoldType: 'FRAUD_HOLD', Status: '1300' }] };
			const document = JSON.stringify({ ...ORDER, OrderHoldTypes, OrderLines: { OrderLine: [line('1')] } });
			const orderNo = name('HOLD-new');
			const finished = await wire.runNode(orders('create', { inputMode: 'document', orderNo, document }));
			expect(finished.hints('Sterling')).toEqual([
				'Sterling applies every hold of a new order, whatever its status. Check FRAUD_HOLD in the order.',
			]);
			expect(wire.rows('OrderHoldType', orderNo)).toMatchObject([{ Status: '1100' }]);
		});

		it('are resolved unchecked where Sterling does not show them', async () => {
			const orderNo = name('HOLD-unread');
			held(orderNo);
			wire.sandbox.faults.add({ kind: 'errorUnder200', api: ['getPage'] });
			const finished = await wire.runNode(decide(orderNo, '1300'));
			expect(finished.hints('Sterling').join()).toMatch(/getOrderList.*not checked whether the order has the hold/);
			expect(wire.rows('OrderHoldType', orderNo)).toMatchObject([{ Status: '1300' }]);
		});

		it('refuses a hold type that does not exist', async () => {
			held(name('HOLD-none'));
			const error = await wire.refused(decide(name('HOLD-none'), '1300', 'NONE'));
			expect(error.message).toBe('The order has no hold NONE');
			expect(error.description).toMatch(/Check the hold type/);
		});
	});

	describe('add note', () => {
		it('adds a note to those that are there', async () => {
			const text = 'First line\nsecond "line" – größer > & <b>';
			wire.place(name('NOTE'), { Notes: { Note: [{ NoteText: 'Old' }] } });
			const reasonCode = locate('code', 'CUST_CONTACT');
			await wire.run(onOrder('addNote', name('NOTE'), { noteText: text, reasonCode, contactType: 'PHONE' }));
			expect(wire.rows('Note', name('NOTE'))).toMatchObject([
				{ NoteText: 'Old' },
				{ NoteText: text, ReasonCode: 'CUST_CONTACT', ContactType: 'PHONE' },
			]);
		});
	});

	it.each(['schedule', 'release', 'addNote'])('%s says that there is no such order', async (operation) => {
		const error = await wire.refused(onOrder(operation, 'NONE', { noteText: 'x' }));
		expect(error.message).toBe('YFS:Invalid Order [YFS10003]');
		expect(error.description).toMatch(/Check "Order", "Enterprise" and "Document Type"/);
	});
});
