import { attributes, extend, type Shape } from '../shape';
import { orderWithLines } from './order';

const { OrderLines } = orderWithLines.lists!;

/**
 * A return is an order whose lines name the order line that they come from. They do so in columns of their own
 * (`DerivedFromOrderLineKey`): the element `DerivedFrom` is what a create takes, and its `OrderLineKey` would cover
 * the line's.
 */
export const returnWithLines: Shape = {
	...orderWithLines,
	lists: {
		...orderWithLines.lists,
		OrderLines: {
			...OrderLines,
			shape: extend(OrderLines.shape, {
				attributes: attributes('DerivedFromOrderHeaderKey DerivedFromOrderLineKey ReturnReason'),
			}),
		},
	},
};
