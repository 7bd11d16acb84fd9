import { RESOURCES } from '../../nodes/IbmB2bIntegrator/operations';
import { code, table } from './markdown';

/** All operations of the node of B2B Integrator with the services behind them. */
export function b2bOperations(): string {
	const rows = RESOURCES.flatMap(({ name, operations }) =>
		operations.map((operation) => [
			name,
			operation.name,
			operation.description,
			[operation.api].flat().map(code).join(', '),
		]),
	);
	return table(['Resource', 'Operation', 'What it does', 'Services'], rows);
}
