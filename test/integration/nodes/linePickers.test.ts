import { listSearch, resourceMapping } from '../../../nodes/IbmSterlingOms/pickers';
import { Bench, FORMATS, line } from '../../support/bench';
import { editorContext } from '../../support/editor';

const bench = Bench.forFile({ withoutOrders: true });
let returned: string;

beforeAll(() => {
	bench.place('L-1', { OrderLines: { OrderLine: [line('2'), line('1', 'LAMP-DESK')] } });
	bench.place('L-2');
	bench.release('L-1');
	const OrderRelease = bench.rows('OrderRelease', 'L-1').map(({ OrderReleaseKey }) => ({ OrderReleaseKey }));
	bench.call('createShipment', {
		ShipmentNo: 'S-L-1',
		OrderReleases: { OrderRelease },
		Containers: { Container: [{ ContainerNo: 'C1', TrackingNo: '1Z1' }] },
	});
	bench.release('L-2');
	returned = bench.place('RET-1', { DocumentType: '0003' });
});

const keyOf = (orderNo: string) => String(bench.stored(orderNo)!.OrderHeaderKey);

describe.each(FORMATS)('pickers of lines over %s', (dataFormat) => {
	const named = async (name: keyof typeof listSearch, parameters: Record<string, string> = {}, filter = '') => {
		const context = editorContext(bench.sandbox, { parameters, credential: { dataFormat } });
		return (await listSearch[name].call(context, filter, undefined)).results.map((entry) => entry.name);
	};

	it('offer those of the chosen order, and find them by their number', async () => {
		const chosen = { resource: 'order', order: keyOf('L-1') };
		expect(await named('searchOrderLines', chosen)).toEqual([
			'L-1 / 2 · LAMP-DESK · 1 EACH · Included In Shipment',
			'L-1 / 1 · MUG-BLUE · 2 EACH · Included In Shipment',
		]);
		expect(await named('searchOrderLines', chosen, '2')).toEqual([expect.stringContaining('LAMP-DESK')]);
	});

	it.each(['searchOrderLines', 'searchSoldLines'] as const)(
		'%s offers those of the newest orders where none is chosen, and finds them by their order',
		async (name) => {
			// What is left of another resource is not chosen.
			const left = { resource: 'return', order: keyOf('L-1') };
			expect(await named(name, left)).toHaveLength(3);
			expect(await named(name, left, 'L-2')).toEqual(['L-2 / 1 · MUG-BLUE · 2 EACH · Released']);
		},
	);

	it('offer the releases of the chosen order', async () => {
		expect(await named('searchReleases', { resource: 'order', order: keyOf('L-2') })).toEqual([
			expect.stringMatching(/^L-2 \/ 1 · /),
		]);
	});

	it('offer the lines of the chosen release, or of the newest ones', async () => {
		const [{ OrderReleaseKey }] = bench.rows('OrderRelease', 'L-1');
		const lines = [
			expect.stringMatching(/^L-1 \/ 1 \/ 1 · MUG-BLUE/),
			expect.stringMatching(/^L-1 \/ 1 \/ 2 · LAMP-DESK/),
		];
		const chosen = { resource: 'orderRelease', orderRelease: OrderReleaseKey };
		expect(await named('searchReleaseLines', chosen)).toEqual(lines);
		expect(await named('searchReleaseLines')).toEqual([expect.stringMatching(/^L-2 /), ...lines]);
		expect(await named('searchReleaseLines', {}, 'lamp')).toEqual([lines[1]]);
	});

	it('offer the lines and containers of the chosen shipment', async () => {
		const { ShipmentKey } = bench.sandbox.store.rows('Shipment')[0];
		const chosen = { resource: 'shipment', shipment: ShipmentKey };
		expect(await named('searchShipmentLines', chosen)).toEqual([
			'S-L-1 / 1 · MUG-BLUE · 2 EACH · L-1 / 1',
			'S-L-1 / 2 · LAMP-DESK · 1 EACH · L-1 / 2',
		]);
		expect(await named('searchContainers', chosen)).toEqual(['S-L-1 / C1 · 1Z1']);
	});

	it('offer the lines of the chosen return, and of no order', async () => {
		const chosen = { resource: 'return', returnOrder: returned };
		expect(await named('searchReturnLines', chosen)).toEqual([expect.stringMatching(/^RET-1 \/ 1 · MUG-BLUE/)]);
		expect(await named('searchReturnLines', {}, 'L-1')).toEqual([]);
	});
});

describe('the mapper of lines', () => {
	const fields = async (parameters: Record<string, string>) =>
		(await resourceMapping.mapLineFields.call(editorContext(bench.sandbox, { parameters }))).fields;
	const create = { resource: 'order', operation: 'create' };

	it.each([
		['items', 'EACH'],
		['list', '"EACH"'],
	])('shows what a line needs at once, with the unit filled in as %s have it', async (inputMode, unit) => {
		const shown = (await fields({ ...create, inputMode })).filter(({ required }) => required);
		expect(shown.map(({ displayName, removed, defaultValue }) => [displayName, removed, defaultValue])).toEqual([
			['Item ID', false, undefined],
			['Unit of Measure', false, unit],
			['Quantity', false, undefined],
		]);
	});

	it('offers the rest one by one, the custom fields of the instance too', async () => {
		const rest = (await fields(create)).filter(({ required }) => !required);
		expect(rest.every(({ removed }) => removed)).toBe(true);
		const names = rest.map(({ displayName }) => displayName);
		expect(names).toEqual(expect.arrayContaining(['Unit Price', 'Gift Wrap (ExtnGiftWrap)']));
	});

	it.each([
		['shipment', 'confirm', ['Shipment Line', 'Shipment Line Number', 'Item ID', 'Quantity']],
		['order', 'cancelLines', ['Order Line', 'Line Number', 'Item ID', 'Quantity to Keep']],
		['return', 'create', ['Original Line', 'Quantity', 'Reason', 'Original Item ID']],
	])('has the fields of %s:%s', async (resource, operation, expected) => {
		const names = (await fields({ resource, operation })).map(({ displayName }) => displayName);
		expect(names).toEqual(expect.arrayContaining(expected));
	});

	it('has nothing for operations without lines', async () => {
		expect(await fields({ resource: 'order', operation: 'get' })).toEqual([]);
	});
});
