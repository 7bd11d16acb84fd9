import { line, type Bench } from './bench';

const lines = (...OrderLine: object[]) => ({ OrderLines: { OrderLine } });
const person = (FirstName: string, City: string) => ({ FirstName, LastName: 'Example', City, Country: 'US' });

/**
 * A dozen orders in various states, made by the test and not by the sandbox's seed, so that each test knows all there
 * are: `A-1` to `A-8` and `NEW-1`, `NEW-2` of AURORA (the last two dated January 2031), `B-1`, `B-2` of BOREALIS, and
 * `OLD-1` in history. All but the new ones come from the web.
 */
export function placeOrders(bench: Bench): void {
	const web = { EntryType: 'WEB' };
	const ada = { ...web, BillToID: 'C-100', CustomerEMailID: 'ada@example.com' };
	bench.place('A-1', { ...ada, Extn: { ExtnGiftText: 'Happy birthday', ExtnChannel: 'WEB' } });
	bench.place('A-2', {
		...web,
		BillToID: 'C-101',
		PersonInfoBillTo: person('Ben', 'Sampleford'),
		Extn: { ExtnChannel: 'APP' },
		...lines(line('1', 'LAMP-DESK'), line('9', 'MUG-RED')),
	});
	bench.place('A-3', web);
	bench.place('A-4', { ...web, ...lines(line('1', 'TENT-2P')) });
	bench.place('A-5', web);
	bench.place('A-6', { ...web, OrderHoldTypes: { OrderHoldType: [{ HoldType: 'FRAUD_HOLD' }] } });
	bench.place('A-7', { ...web, DraftOrderFlag: 'Y', ...lines(line('1', 'CHAIR-OAK')) });
	bench.place('A-8', { ...web, ...lines(line('1'), line('1', 'TENT-2P')) });
	for (const OrderNo of ['A-3', 'A-4', 'A-8']) bench.call('scheduleOrder', { OrderNo, EnterpriseCode: 'AURORA' });
	bench.call('cancelOrder', { OrderNo: 'A-5', EnterpriseCode: 'AURORA' });
	for (const orderNo of ['B-1', 'B-2']) {
		bench.place(orderNo, { ...web, EnterpriseCode: 'BOREALIS', ...lines(line('1', 'BOLT-M8')) });
	}
	bench.place('OLD-1', web);
	bench.sandbox.store.database.put('Order', { ...bench.stored('OLD-1')!, isHistory: 'Y' });

	const { clock } = bench.sandbox;
	clock.freeze(Date.parse('2031-01-10T12:00:00Z'));
	bench.place('NEW-1', { CustomerPONo: 'PO-1', OrderDate: '2031-01-05T12:00:00+00:00' });
	clock.advance(60_000);
	bench.place('NEW-2', { OrderDate: '2031-01-06T12:00:00+00:00', CustomerEMailID: 'cleo@example.com' });
	clock.run();
}
