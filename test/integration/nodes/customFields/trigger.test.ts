import { IbmSterlingOmsTrigger } from '../../../../nodes/IbmSterlingOms/IbmSterlingOmsTrigger.node';
import { Bench, FORMATS, line } from '../../../support/bench';
import { locate } from '../../../support/workflow';
import { Trigger } from '../trigger/active';
import { Editor } from './editor';

const bench = Bench.forFile({ withoutOrders: true });

beforeAll(() => bench.sandbox.clock.freeze());
beforeEach(() => bench.sandbox.clock.advance(3_600_000));

const own = (id: string, value: string) => ({ customFields: { field: [{ name: locate('list', id), value }] } });

describe.each(FORMATS)('the trigger over %s', (dataFormat) => {
	const wire = bench.with({ dataFormat });
	const name = (text: string) => `${text}-${dataFormat}`;

	test.each([
		['an extension column', 'orderCreated', own('Extn.ExtnChannel', 'APP')],
		['an attribute', 'orderCreated', own('CustomAttributes.GiftOccasion', 'WEDDING')],
		['a column of the line that an event happens to', 'orderLineBackordered', own('Extn.ExtnGiftWrap', 'Y')],
	])('filters by %s', async (what, event, filters) => {
		const parameters = { events: [event], output: 'event', filters };
		const trigger = new Trigger(wire.sandbox, parameters, { credential: { dataFormat } });
		await trigger.activate();
		const orderNo = name(what.replaceAll(' ', ''));
		wire.place(`${orderNo}-A`, {
			Extn: { ExtnChannel: 'APP' },
			CustomAttributes: { GiftOccasion: 'WEDDING' },
			OrderLines: { OrderLine: [{ ...line('90000'), Extn: { ExtnGiftWrap: 'Y' } }] },
		});
		wire.place(`${orderNo}-B`, {
			Extn: { ExtnChannel: 'WEB' },
			OrderLines: { OrderLine: [line('90000')] },
		});
		for (const end of ['A', 'B']) wire.release(`${orderNo}-${end}`);
		expect((await trigger.after(60)).map(({ OrderNo }) => OrderNo)).toEqual([`${orderNo}-A`]);
	});

	test.each([
		['orderCreated', ['Extn.ExtnGiftText', 'CustomAttributes.IsPreOrder']],
		['orderLineBackordered', ['Extn.ExtnGiftWrap', 'CustomAttributes.Engraving']],
		['orderReleased', ['Extn.ExtnWaveNo']],
		['returnCreated', ['CustomAttributes.ReturnChannel']],
		['shipmentUpdated', ['Extn.ExtnDockDoor']],
	])('offers the fields of what %s happens to', async (event, ids) => {
		const editor = new Editor(wire.sandbox, { dataFormat });
		const type = new IbmSterlingOmsTrigger();
		const { results } = await editor.search('searchCustomFields', { events: [event] }, { type });
		expect(results.map(({ value }) => value)).toEqual(expect.arrayContaining(ids));
	});
});
