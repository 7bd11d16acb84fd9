import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

interface Assignment {
	name: string;
	value: string;
}

const file = readFileSync(resolve(__dirname, '../../../templates/new-order-notices.json'), 'utf8');
const { nodes } = JSON.parse(file) as {
	nodes: Array<{ name: string; parameters: { assignments: { assignments: Assignment[] } } }>;
};
const { assignments } = nodes.find(({ name }) => name === 'Sort lines by delivery method')!.parameters.assignments;
const expression = assignments.find(({ name }) => name === 'pickupLines')!.value.replace(/^=\{\{|\}\}$/g, '');
const pickupLines = new Function('$json', '$', `return ${expression}`) as (
	json: object,
	node: () => object,
) => object[];
const settings = () => ({ first: () => ({ json: { pickupMethods: ['PICK'] } }) });

test('a line that names no store has an empty one: Remove Duplicates stops where a field is missing', () => {
	const OrderLines = [
		{ OrderedQty: '1', DeliveryMethod: 'PICK' },
		{ OrderedQty: '1', DeliveryMethod: 'PICK', ShipNode: ' AUR_STORE1 ' },
		{ OrderedQty: '0', DeliveryMethod: 'PICK', ShipNode: 'AUR_STORE1' },
		{ OrderedQty: '1', DeliveryMethod: 'SHP' },
	];
	expect(pickupLines({ OrderLines }, settings)).toEqual([
		{ OrderedQty: '1', DeliveryMethod: 'PICK', ShipNode: '' },
		{ OrderedQty: '1', DeliveryMethod: 'PICK', ShipNode: 'AUR_STORE1' },
	]);
});
