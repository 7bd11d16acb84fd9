import { attributes, extend, type Shape } from '../shape';
import { orderWithLines } from './order';

const { OrderLines } = orderWithLines.lists!;

/**
 * A return is an order whose lines tell which order line they come from. They tell it in columns of their own
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
