import type { StockRecord } from './ledger';
import { OPEN_END, OPEN_START, type World } from './world';

const DAY = 24 * 60 * 60_000;

/** Nodes of the demo retailer Aurora, as in the emulated Order Management, with their coordinates. */
const NODES: Array<[string, number, number]> = [
	['AUR_DC1', 40.7, -74.0],
	['AUR_DC2', 34.1, -118.2],
	['AUR_STORE1', 42.4, -71.1],
];

/** A supply or demand with open times and no reference. */
export function record(
	kind: StockRecord['kind'],
	itemId: string,
	shipNode: string,
	quantity: number,
	more: Partial<StockRecord> = {},
): StockRecord {
	return {
		kind,
		itemId,
		unitOfMeasure: 'EACH',
		productClass: '',
		type: kind === 'supply' ? 'ONHAND' : 'OPEN_ORDER',
		shipNode,
		segment: '',
		segmentType: '',
		reference: '',
		referenceType: '',
		lineReference: '',
		tagNumber: '',
		from: OPEN_START,
		until: OPEN_END,
		quantity,
		...more,
	};
}

/** Nodes and groups, and by default the stock of some items. */
export function seed(world: World, withStock: boolean): void {
	for (const [shipNode, latitude, longitude] of NODES) world.nodes.set(shipNode, { shipNode, latitude, longitude });
	world.groups.set('AUR_ALL', ['AUR_DC1', 'AUR_DC2', 'AUR_STORE1']);
	world.groups.set('AUR_WAREHOUSES', ['AUR_DC1', 'AUR_DC2']);
	world.tenantThresholds = { low: 5, medium: 20, high: 100 };
	if (!withStock) return;
	const at = world.clock.now();
	const supplies = [
		record('supply', 'MUG-BLUE', 'AUR_DC1', 995),
		record('supply', 'MUG-BLUE', 'AUR_STORE1', 20),
		record('supply', 'MUG-RED', 'AUR_DC1', 4),
		record('supply', 'CHAIR-OAK', 'AUR_DC1', 3),
		record('supply', 'CHAIR-OAK', 'AUR_DC2', 2),
		record('supply', 'TENT-2P', 'AUR_DC1', 25, {
			type: 'PO',
			from: at + 10 * DAY,
			reference: 'PO-9001',
			referenceType: 'PO',
		}),
		record('demand', 'MUG-BLUE', 'AUR_STORE1', 2, { from: at }),
	];
	for (const one of supplies) world.ledger.set(one, at);
}
