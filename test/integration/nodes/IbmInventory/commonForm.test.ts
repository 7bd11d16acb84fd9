import { Bench } from '../../../support/bench';
import { InventoryBench } from '../../../support/inventoryBench';

const sterling = Bench.forFile();
const visibility = InventoryBench.forFile();

it('Order Management and Inventory Visibility give rows of one form', async () => {
	const [oms] = await sterling.run({
		resource: 'inventory',
		operation: 'checkAvailability',
		lines: { line: [{ itemId: 'MUG-BLUE', unitOfMeasure: 'EACH', requiredQty: '1', shipNode: 'AUR_DC1' }] },
		rowForm: 'common',
	});
	const [iv] = await visibility.run({
		resource: 'availability',
		operation: 'getNode',
		itemId: 'MUG-BLUE',
		unitOfMeasure: 'EACH',
		shipNodes: ['AUR_DC1'],
	});
	expect(Object.keys(oms).sort()).toEqual(Object.keys(iv).sort());
	const stock = { itemId: 'MUG-BLUE', unit: 'EACH', node: 'AUR_DC1', onHand: 995, future: 0, available: true };
	expect([oms, iv]).toMatchObject([
		{ ...stock, source: 'oms' },
		{ ...stock, source: 'iv2' },
	]);
});
