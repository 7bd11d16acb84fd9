import fc from 'fast-check';
import { startSandbox, type Sandbox } from '../../../sandbox';
import type { JsonObject } from '../../../sandbox/oms/document/json';
import type { Row } from '../../../sandbox/oms/store/entity';
import { SterlingException } from '../../../sandbox/oms/exception';

let sandbox: Sandbox;
let counter = 0;

beforeAll(async () => {
	sandbox = await startSandbox({ plainHttp: true, withoutOrders: true });
});

afterAll(() => sandbox.close());

type Step = [api: string, more: JsonObject];

const item = (ItemID: string): JsonObject => ({ ItemID, UnitOfMeasure: 'EACH' });
const line = (action: JsonObject): JsonObject => ({ OrderLines: { OrderLine: [action] } });
const which = fc.constantFrom('1', '2');
const quantity = fc.constantFrom('0', '1', '2', '4', '7');

const step = fc.oneof(
	fc.constant<Step>(['scheduleOrder', {}]),
	fc.constant<Step>(['releaseOrder', {}]),
	fc.constant<Step>(['scheduleOrder', { ScheduleAndRelease: 'Y', CheckInventory: 'N' }]),
	fc
		.tuple(which, quantity)
		.map<Step>(([PrimeLineNo, OrderedQty]) => ['changeOrder', line({ PrimeLineNo, SubLineNo: '1', OrderedQty })]),
	which.map<Step>((PrimeLineNo) => ['changeOrder', line({ Action: 'CANCEL', PrimeLineNo, SubLineNo: '1' })]),
	quantity.map<Step>((OrderedQty) => [
		'changeOrder',
		{ Override: 'Y', ...line({ Action: 'CREATE', OrderedQty, Item: item('CHAIR-OAK') }) },
	]),
	fc
		.tuple(which, quantity)
		.map<Step>(([PrimeLineNo, Quantity]) => [
			'createShipment',
			{ ConfirmShip: 'Y', ShipmentLines: { ShipmentLine: [{ PrimeLineNo, Quantity }] } },
		]),
	fc.constant<Step>([
		'changeOrderStatus',
		{ TransactionId: 'CONFIRM_PICK.0001.ex', BaseDropStatus: '3200.10', ChangeForAllAvailableQty: 'Y' },
	]),
	fc.constant<Step>(['cancelOrder', {}]),
);

function run(orderNo: string, [api, more]: Step): void {
	const input = { OrderNo: orderNo, EnterpriseCode: 'AURORA', DocumentType: '0001', ...more };
	try {
		sandbox.store.call(api, input);
	} catch (error) {
		expect(error).toBeInstanceOf(SterlingException);
	}
}

function sum(rows: Row[], column: string, wanted: (row: Row) => boolean = () => true): number {
	return rows.filter(wanted).reduce((total, row) => total + Number(row[column] ?? 0), 0);
}

const held = (row: Row): boolean => row.ShipNode !== undefined && row.Status >= '1500' && row.Status < '3700';

/** What holds for an order after any sequence of calls, refused or not. */
function check(orderNo: string): void {
	const { database } = sandbox.store;
	const order = sandbox.store.order(orderNo) as Row;
	const statuses = database.where('OrderStatus', 'OrderHeaderKey', order.OrderHeaderKey);
	const open = statuses.filter((row) => row.Status !== '9000');
	for (const one of database.where('OrderLine', 'OrderHeaderKey', order.OrderHeaderKey)) {
		const own = statuses.filter((row) => row.OrderLineKey === one.OrderLineKey);
		expect(sum(own, 'StatusQty', (row) => row.Status !== '9000')).toBe(Number(one.OrderedQty));
		expect(sum(own, 'StatusQty', (row) => row.Status === '3700')).toBe(Number(one.InvoicedQty ?? 0));
		expect(own.every((row) => Number(row.StatusQty) > 0)).toBe(true);
		const demand = database.all('InventoryDemand').filter((row) => row.Reference.startsWith(`${one.OrderLineKey}/`));
		expect(sum(demand, 'Quantity')).toBe(sum(own, 'StatusQty', held));
	}
	const codes = (open.length > 0 ? open : statuses).map((row) => row.Status).sort();
	expect([order.MinOrderStatus, order.MaxOrderStatus]).toEqual([codes[0], codes[codes.length - 1]]);
}

test('quantities, stock and statuses agree after any sequence of calls', () => {
	fc.assert(
		fc.property(fc.array(step, { minLength: 1, maxLength: 12 }), (steps) => {
			counter += 1;
			const orderNo = `INV-${counter}`;
			sandbox.store.call('createOrder', {
				EnterpriseCode: 'AURORA',
				OrderNo: orderNo,
				PersonInfoBillTo: { City: 'Exampleton' },
				OrderLines: {
					OrderLine: [
						{ OrderedQty: '5', Item: item('MUG-BLUE') },
						{ OrderedQty: '3', Item: item('CHAIR-OAK') },
					],
				},
			});
			for (const one of steps) {
				run(orderNo, one);
				check(orderNo);
			}
			run(orderNo, ['cancelOrder', {}]);
		}),
		{ numRuns: 150 },
	);
});
