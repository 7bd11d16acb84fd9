import { instantIn } from '../../../kit/n8n/instant';
import { estimatesOf, type InventoryCall } from '../../../clients/inventory';
import type { Row } from '../../../kit/n8n/items';
import { refuse } from '../../../kit/n8n/refusal';
import type { RunContext, Work } from '../operation';
import { itemOf, json, jsonObject, number, optionText } from './values';

function namesOf({ parameters }: RunContext, name: string): readonly string[] | undefined {
	const names = parameters.names(`options.${name}`);
	return names.length === 0 ? undefined : names;
}

/** Where the goods go (IBM: quick-commerce sample). */
function destinationOf(context: RunContext): Record<string, unknown> {
	const { parameters } = context;
	if (parameters.text('deliveryMethod') === 'PICK') {
		return {
			deliveryMethod: 'PICK',
			destination: {
				format: 'PICKUP_AREA',
				latitude: number(context, 'latitude'),
				longitude: number(context, 'longitude'),
				radius: number(context, 'radius'),
			},
		};
	}
	return {
		deliveryMethod: 'SHP',
		shippingGroupId: context.parameters.requiredText('shippingGroupId'),
		preferredCarrierServices: namesOf(context, 'preferredCarrierServices'),
		destination: {
			format: 'ADDRESS',
			value: {
				countryCode: context.parameters.requiredText('countryCode'),
				postalCode: context.parameters.requiredText('postalCode'),
				timezone: optionText(context, 'timezone') ?? context.timezone,
			},
		},
	};
}

function furtherOf(context: RunContext): Record<string, unknown> {
	const { parameters } = context;
	const [startTs, byTs] = [
		instantIn(context.parameters, 'options.startTs'),
		instantIn(context.parameters, 'options.byTs'),
	];
	return {
		considerTransfers: parameters.option<boolean | undefined>('options', 'considerTransfers', undefined),
		maxFutureAvailabilityLookahead: optionText(context, 'lookahead'),
		overrideNodeList: namesOf(context, 'overrideNodeList'),
		requestedDateConstraints: (startTs ?? byTs) ? { startTs, byTs } : undefined,
		...jsonObject(context, 'options.additionalFields'),
	};
}

const callFor = (path: string, body: object): InventoryCall => ({
	service: 'promising',
	method: 'POST',
	path,
	kind: 'read',
	body,
});

/** One row an estimate. A response in which no date is found comes out as it is, and says so. */
const rowsWith =
	(about: (context: RunContext) => Row) =>
	(body: unknown, context: RunContext): Row[] => {
		if (!context.parameters.flag('simplify', true)) return [{ ...about(context), raw: body }];
		const estimates = estimatesOf(body);
		if (estimates.length > 0) return estimates.map((estimate) => ({ ...about(context), ...estimate }));
		context.hint('A response has no delivery date. It is under "raw".');
		return [{ ...about(context), deliveryDate: null, raw: body }];
	};

const method = ({ parameters }: RunContext) => parameters.text('deliveryMethod') || 'SHP';

export const deliveryDates: Work = {
	call: (context) =>
		callFor(optionText(context, 'path') ?? 'v2/edd', {
			...destinationOf(context),
			itemInfo: itemOf(context),
			...furtherOf(context),
		}),
	rows: rowsWith((context) => ({ itemId: itemOf(context).itemId, deliveryMethod: method(context) })),
};

export const checkoutPlan: Work = {
	call: (context) => {
		const lines = json(context, 'lines');
		if (!Array.isArray(lines) || lines.length === 0)
			context.parameters.field('lines', () => refuse('must be a JSON list with an entry'));
		const path = context.parameters.requiredText('planPath').replace(/^\/+/, '');
		return callFor(path, { ...destinationOf(context), lines, ...furtherOf(context) });
	},
	rows: rowsWith((context) => ({ deliveryMethod: method(context) })),
};
