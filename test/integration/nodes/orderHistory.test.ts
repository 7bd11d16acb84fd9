import { Bench, FORMATS, ORDER, line, onOrder } from '../../support/bench';
import { loginAs } from '../../support/workflow';

interface Event {
	at: string;
	kind: string;
	summary: string;
	details: Record<string, unknown>;
}

const bench = Bench.forFile({ withoutOrders: true });

/** An order that was held, changed, shipped and invoiced, minutes apart. */
beforeAll(() => {
	const { clock } = bench.sandbox;
	const steps = [
		() => bench.place('H-1', { OrderHoldTypes: { OrderHoldType: [{ HoldType: 'FRAUD_HOLD' }] } }),
		() =>
			bench.call('changeOrder', {
				...named,
				Notes: { Note: [{ NoteText: 'Checked', ContactTime: now() }] },
			}),
		() => bench.call('changeOrder', { ...named, OrderHoldTypes: { OrderHoldType: [resolved] } }),
		() => bench.ship('H-1'),
		() => bench.place('H-2', { ...ORDER, OrderLines: { OrderLine: [line('1')] } }),
	];
	const now = () => new Date(clock.now()).toISOString().replace(/\.\d+Z/, '+00:00');
	const named = { OrderNo: 'H-1', EnterpriseCode: 'AURORA' };
	const resolved = { HoldType: 'FRAUD_HOLD', Status: '1300', ReasonText: 'Fine' };
	for (const step of steps) {
		step();
		clock.advance(60_000);
	}
});

/** An order that was shipped and invoiced, and has gone to history with all that belongs to it. */
beforeAll(() => {
	bench.place('H-OLD');
	bench.ship('H-OLD');
	const { database, rows } = bench.sandbox.store;
	const own = (entity: string) => bench.rows(entity, 'H-OLD');
	const shipments = rows('Shipment').filter(({ ShipmentNo }) => ShipmentNo === 'S-H-OLD');
	const archive = (entity: string, old: ReturnType<typeof own>) => {
		expect(old).not.toEqual([]);
		for (const row of old) database.put(entity, { ...row, isHistory: 'Y' });
	};
	for (const entity of ['OrderAudit', 'OrderRelease', 'OrderInvoice', 'Order']) archive(entity, own(entity));
	archive('Shipment', shipments);
});

describe.each(FORMATS)('the history of an order over %s', (dataFormat) => {
	const wire = bench.with({ dataFormat });

	it('tells in order of time what happened', async () => {
		const history = await wire.one(onOrder('getHistory', 'H-1'));
		expect(history).toMatchObject({ OrderNo: 'H-1', Status: 'Shipped', DocumentType: '0001' });
		const timeline = history.timeline as Event[];
		expect(timeline[0]).toMatchObject({ kind: 'created', summary: 'Order created' });
		expect(timeline.map(({ at }) => at)).toEqual(timeline.map(({ at }) => at).sort());
		expect(timeline.filter(({ at }) => Number.isNaN(Date.parse(at)))).toEqual([]);
		const summaries = timeline.map(({ kind, summary }) => `${kind}: ${summary}`);
		expect(summaries).toEqual(
			expect.arrayContaining([
				'note: Note: Checked',
				'hold: Hold FRAUD_HOLD resolved',
				'change: Changed · changeOrder',
				'change: Changed · scheduleOrder',
				'release: Release 1 to AUR_DC1',
				'shipment: Shipment S-H-1 from AUR_DC1',
				expect.stringMatching(/^invoice: Invoice \S+ over 19\.80$/),
			]),
		);
		expect(timeline.find(({ kind }) => kind === 'hold')?.details).toMatchObject({ ReasonText: 'Fine' });
	});

	it('is short for an order that nothing happened to', async () => {
		const { timeline } = await wire.one(onOrder('getHistory', 'H-2'));
		expect((timeline as Event[]).map(({ kind }) => kind)).toEqual(['created']);
	});

	it('says that there is no such order', async () => {
		const error = await wire.refused(onOrder('getHistory', 'NONE'));
		expect(error.message).toMatch(/^Order not found: OrderNo NONE/);
	});

	it('of an order in history has its parts from there as well', async () => {
		const { timeline } = await wire.one(onOrder('getHistory', 'H-OLD'));
		const kinds = new Set((timeline as Event[]).map(({ kind }) => kind));
		expect([...kinds].sort()).toEqual(['change', 'created', 'invoice', 'release', 'shipment']);
	});

	it('leaves out what Sterling fails at, and hints at it', async () => {
		bench.sandbox.faults.add({ kind: 'errorUnder200', api: ['getOrderAuditList'] });
		const finished = await wire.runNode(onOrder('getHistory', 'H-1'));
		expect(finished.hints('Sterling')).toEqual([
			'getOrderAuditList failed (EXTN0001), so the history does not include any change.',
		]);
		expect(finished.json('Sterling')).toHaveLength(1);
	});

	it('leaves out what the login may not read, and hints at it', async () => {
		const reader = bench.sandbox.users.find(({ loginId }) => loginId === 'reader')!;
		reader.denied.push('getOrderAuditList');
		const credential = loginAs(bench.sandbox, 'reader');
		const finished = await wire.runNode(onOrder('getHistory', 'H-1'), { credential });
		reader.denied.pop();
		expect(finished.hints('Sterling')).toEqual([expect.stringMatching(/may not use getOrderAuditList/)]);
		const [{ timeline }] = finished.json('Sterling');
		const kinds = (timeline as Event[]).map(({ kind }) => kind);
		expect(kinds).toContain('shipment');
		expect(kinds).not.toContain('change');
	});
});
