import { Element } from '../document/element';
import { defineService, type Service } from '../engine/api';
import { SterlingException } from '../exception';

/**
 * Creates an order and returns more than createOrder does, as an installation's own services do [captured].
 */
const createOrderService = defineService({
	name: 'DemoCreateOrder',
	group: 'Demo',
	kind: 'write',
	template: `<Order OrderHeaderKey="" OrderNo="" EnterpriseCode="" DocumentType="" SellerOrganizationCode=""
		HoldFlag="" Status=""/>`,
	run: (context, input) => context.call('createOrder', input, { template: context.template }),
});

/** Catches every refusal and returns it as a document: errors under HTTP 200. */
const validateOrderService = defineService({
	name: 'DemoValidateOrder',
	group: 'Demo',
	kind: 'read',
	run(context, input) {
		try {
			return context.call('getOrderDetails', input, {
				template: new Element('Order', { OrderHeaderKey: '', OrderNo: '', Status: '' }),
			});
		} catch (error) {
			if (!(error instanceof SterlingException)) throw error;
			return new Element('Errors', {}, [
				new Element('Error', {
					ErrorCode: error.code ?? '',
					ErrorDescription: error.description,
					ErrorRelatedMoreInfo: '',
				}),
			]);
		}
	},
});

/** Starts with a queue: the caller gets a response at once, the agent creates the order. */
const orderFeedService = defineService({
	name: 'DemoOrderFeed',
	group: 'Demo',
	kind: 'write',
	asynchronous: true,
	run(context, input) {
		context.call('createOrder', input);
		return undefined;
	},
});

/** Echoes its input: the root element that arrived, with its attributes. */
const echoService = defineService({
	name: 'DemoEcho',
	group: 'Demo',
	kind: 'read',
	run: (_context, input) => new Element('Echo', { RootElement: input.name }, [input]),
});

/** The services of the demo installation by name. A new one is one more definition in this list. */
export const services: ReadonlyMap<string, Service> = new Map(
	[createOrderService, validateOrderService, orderFeedService, echoService].map((service) => [service.name, service]),
);
