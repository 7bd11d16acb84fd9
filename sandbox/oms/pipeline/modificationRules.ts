import { Element } from '../document/element';
import type { Context } from '../engine/context';
import type { Row } from '../store/entity';
import { refuse } from '../exception';

/**
 * Until which status (exclusive) a kind of change is allowed, and until which one for a user who may override
 * the rules. Installations configure these; the table follows the sense of the factory's rules (inferred).
 */
interface Rule {
	below: string;
	overrideBelow: string;
}

const anytime: Rule = { below: '~', overrideBelow: '~' };
const beforeRelease: Rule = { below: '3200', overrideBelow: '3700' };
const beforeShipment: Rule = { below: '3350', overrideBelow: '3700' };

const rules: Record<string, Rule> = {
	ADD_INSTRUCTION: anytime,
	ADD_LINE: beforeRelease,
	ADD_NOTE: anytime,
	ADD_QUANTITY: beforeRelease,
	ADDITIONAL_ADDRESS: beforeRelease,
	BILLTO: beforeShipment,
	CANCEL: beforeShipment,
	CARRIER: beforeShipment,
	CHANGE_STATUS: anytime,
	CUSTOM_FIELDS: { below: '9000', overrideBelow: '~' },
	CHARGES: beforeShipment,
	HOLD_TYPE: anytime,
	ORDER_NAME: beforeShipment,
	OTHERS: { below: '3700', overrideBelow: '9000' },
	PAYMENT_METHOD: { below: '3700', overrideBelow: '9000' },
	PRICE: beforeRelease,
	REMOVE_LINE: { below: '1100', overrideBelow: '1100' },
	REQ_SHIP_DATE: beforeRelease,
	SHIPTO: beforeRelease,
	TAX: beforeShipment,
};

type ModificationType = keyof typeof rules & string;

/** Where a modification applies, for the refusal's details. */
export interface Scope {
	order: Row;
	line?: Row;
	override: string;
}

/**
 * Refuses a change that the status forbids. Override="Y" lifts the rule where it may be lifted and the user
 * may
 * do so.
 * @throws SterlingException YFS10137, its MoreInfo as captured
 */
export function assertModifiable(context: Context, type: ModificationType, scope: Scope): void {
	const rule = rules[type];
	const status = (scope.line ? scope.line.MaxLineStatus : scope.order.MaxOrderStatus) ?? '';
	if (status < rule.below) return;
	if (scope.override === 'Y' && context.user.mayOverride && status < rule.overrideBelow) return;
	throw refuse('YFS10137', {
		ModificationType: type,
		ModificationLevel: scope.line ? 'LINE' : 'ORDER',
		OrderNo: scope.order.OrderNo,
		OrderHeaderKey: scope.order.OrderHeaderKey,
		EnterpriseCode: scope.order.EnterpriseCode,
		...(scope.line ? { OrderLineKey: scope.line.OrderLineKey, PrimeLineNo: scope.line.PrimeLineNo } : {}),
		Override: scope.override,
	});
}

/** The AllowedModifications element: what may be done now, and what only through an override. */
export function allowedModifications(order: Row, name: string): Element {
	const status = order.MaxOrderStatus ?? '';
	return new Element(
		name,
		{},
		Object.entries(rules)
			.filter(([, rule]) => status < rule.overrideBelow)
			.map(
				([type, rule]) =>
					new Element('Modification', {
						ModificationType: type,
						ThroughOverride: status < rule.below ? 'N' : 'Y',
					}),
			),
	);
}
