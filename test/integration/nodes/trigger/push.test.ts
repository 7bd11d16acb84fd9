import { fromPush } from '../../../../nodes/IbmSterlingOms/trigger/events/fromPush';
import { KINDS, type KindName } from '../../../../nodes/IbmSterlingOms/trigger/kinds';
import { templateOf } from '../../../../nodes/IbmSterlingOms/documents/shape';
import { toXml } from '../../../../kit/xml';
import { Bench } from '../../../support/bench';
import { Trigger } from './active';

const bench = Bench.forFile({ withoutOrders: true });

beforeAll(() => bench.sandbox.clock.freeze());

/** The document as an event of Sterling would carry it, with all that the trigger's items have. */
function posted(name: KindName, key: string, id: string): object {
	const { api, inputRoot, outputRoot, key: attribute, levels } = KINDS[name];
	const template = toXml(outputRoot, { [inputRoot]: templateOf(levels.lines) });
	const [document] = bench.call(api, { [attribute]: key }, template)[inputRoot] as object[];
	return { [inputRoot]: { ...document, YFSTranEventID: id } };
}

test.each([
	['orderCreated', 'order', 'OrderHeaderKey', 'ORDER_CREATE.ON_SUCCESS'],
	['shipmentCreated', 'shipment', 'ShipmentKey', 'CREATE_SHIPMENT.ON_SUCCESS'],
] as const)('%s looks the same, polled or pushed', async (event, kind, key, id) => {
	const trigger = new Trigger(bench.sandbox, { events: [event] });
	await trigger.activate();
	bench.place(`PUSH-${kind}`, { Extn: { ExtnChannel: 'APP' } });
	bench.ship(`PUSH-${kind}`);
	const [polled] = await trigger.after(60);
	const [pushed] = fromPush({ body: posted(kind, String(polled[key]), id) });
	expect(pushed).toEqual(polled);
});
