import { RESOURCES } from '../../nodes/IbmInventory/operations';
import { code, table } from './markdown';

/** One row an operation of Inventory Visibility: what it does and which call it makes. */
export function inventoryOperations(): string {
	const rows = RESOURCES.flatMap(({ name, operations }) =>
		operations.map((operation) => [
			`**${name}**: ${operation.name}`,
			operation.description,
			[operation.api].flat().map(code).join('<br>'),
		]),
	);
	return table(['Operation', 'What it does', 'Call'], rows);
}
