import type { Element } from '../document/element';
import type { Context } from '../engine/context';
import type { Row } from '../store/entity';
import { refuse } from '../exception';
import type { Change } from '../engine/write';

const statuses = { created: '1100', rejected: '1200', resolved: '1300' };

/** Holds in force on an order (blank line key) or on one of its lines. */
export function activeHolds(context: Context, orderHeaderKey: string, orderLineKey: string): Row[] {
	return context.database
		.where('OrderHoldType', 'OrderHeaderKey', orderHeaderKey)
		.filter((hold) => (hold.OrderLineKey ?? '') === orderLineKey && hold.Status === statuses.created);
}

function assertHoldType(context: Context, order: Row, holdType: string): void {
	const known = context.database
		.where('HoldType', 'HoldType', holdType)
		.some((row) => [order.EnterpriseCode, 'DEFAULT'].includes(row.OrganizationCode));
	if (!known) throw refuse('OMP11035', { HoldType: holdType, EnterpriseCode: order.EnterpriseCode });
}

/**
 * Applies the OrderHoldTypes of an input to an order or a line: a hold is put on (1100), rejected (1200) or
 * resolved (1300). One that is not there is put on, whatever its status (IBM support, swg21991521). HoldFlag of the order
 * or line follows.
 * @throws SterlingException OMP11035 for an unknown hold type, OMP11036 for a wrong status
 */
export function applyHolds(context: Context, order: Row, line: Row | undefined, input: Element): Change[] {
	const orderLineKey = line?.OrderLineKey ?? '';
	const changes = input.list('OrderHoldTypes', 'OrderHoldType').flatMap((element): Change[] => {
		const holdType = element.get('HoldType');
		const status = element.get('Status') || statuses.created;
		assertHoldType(context, order, holdType);
		if (!Object.values(statuses).includes(status)) {
			throw refuse('OMP11036', { HoldType: holdType, Status: status });
		}
		const existing = context.database
			.where('OrderHoldType', 'OrderHeaderKey', order.OrderHeaderKey)
			.find((hold) => (hold.OrderLineKey ?? '') === orderLineKey && hold.HoldType === holdType);
		const newStatus = existing ? status : statuses.created;
		const values = {
			Status: newStatus,
			ReasonText: element.get('ReasonText') || (existing?.ReasonText ?? ''),
			ResolverUserId: newStatus === statuses.resolved ? context.user.loginId : '',
			LastHoldTypeDate: context.now(),
		};
		if (existing) context.update('OrderHoldType', existing, values);
		else {
			context.insert('OrderHoldType', {
				...values,
				OrderHeaderKey: order.OrderHeaderKey,
				OrderLineKey: orderLineKey,
				HoldType: holdType,
			});
		}
		return existing?.Status === newStatus
			? []
			: [
					{
						entity: 'OrderHoldType',
						name: holdType,
						oldValue: existing?.Status ?? '',
						newValue: newStatus,
					},
				];
	});
	if (changes.length > 0) refreshHoldFlag(context, order, line);
	return changes;
}

function refreshHoldFlag(context: Context, order: Row, line: Row | undefined): void {
	const flag = activeHolds(context, order.OrderHeaderKey, line?.OrderLineKey ?? '').length > 0 ? 'Y' : '';
	if (line) context.update('OrderLine', line, { HoldFlag: flag });
	else context.update('Order', order, { HoldFlag: flag });
}
