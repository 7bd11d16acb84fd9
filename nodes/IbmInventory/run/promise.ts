import { instantIn } from '../../../kit/n8n/instant';
import { estimatesOf, type InventoryCall } from '../../../clients/inventory';
import type { Row } from '../../../kit/n8n/items';
import { describeValue, inField, refuse } from '../../../kit/n8n/refusal';
import { isRecord } from '../../../kit/record';
import type { RunContext, Work } from '../operation';
import { itemOf, json, jsonObject, number, optionText } from './values';

function namesOf({ parameters }: RunContext, name: string): readonly string[] | undefined {
	const names = parameters.names(`options.${name}`);
	return names.length === 0 ? undefined : names;
}

/** Options that only a delivery to an address has. */
const ONLY_SHIPPING = ['preferredCarrierServices', 'timezone'];

/** Where the goods go (IBM: quick-commerce sample). */
function destinationOf(context: RunContext): Record<string, unknown> {
	const { parameters } = context;
	if (parameters.text('deliveryMethod') === 'PICK') {
		noteOnPickUp(context);
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
				countryCode: countryOf(context),
				postalCode: context.parameters.requiredText('postalCode'),
				timezone: zoneOf(context),
			},
		},
	};
}

/** Hints at what is hardly meant, or not used. */
function noteOnPickUp(context: RunContext): void {
	const { parameters } = context;
	if (number(context, 'latitude') === 0 && number(context, 'longitude') === 0) {
		context.hint('Latitude and Longitude are both 0, a place in the sea off Africa. Enter those of the customer.');
	}
	const unused = ONLY_SHIPPING.filter((name) => optionText(context, name) !== undefined);
	const labels = unused.map((name) => parameters.property(`options.${name}`)?.displayName ?? name);
	if (labels.length > 0)
		context.hint(`${labels.join(' and ')} under Options: only used for Shipping, not for Pick Up.`);
}

/** @throws Refusal for what cannot be a code of ISO 3166-1, such as a name */
function countryOf({ parameters }: RunContext): string {
	const code = parameters.requiredText('countryCode');
	if (/^[A-Za-z]{2}$/.test(code)) return code;
	return parameters.field('countryCode', (value) =>
		refuse(`must be a two-letter country code, got ${describeValue(value)}`, 'For example US or DE.'),
	);
}

/** The zone of the destination. @throws Refusal for a name that is no time zone */
function zoneOf(context: RunContext): string {
	const zone = optionText(context, 'timezone');
	if (zone === undefined) return context.timezone;
	try {
		new Intl.DateTimeFormat('en', { timeZone: zone });
		return zone;
	} catch {
		return context.parameters.field('options.timezone', (value) =>
			refuse(`must be the name of a time zone, got ${describeValue(value)}`, 'For example America/New_York.'),
		);
	}
}

/** The smallest part may have a fraction. */
const DURATION =
	/^P(?=[\dT])(?!.*[.,]\d+[A-Z].)(?:\d+(?:[.,]\d+)?Y)?(?:\d+(?:[.,]\d+)?M)?(?:\d+(?:[.,]\d+)?W)?(?:\d+(?:[.,]\d+)?D)?(?:T(?=\d)(?:\d+(?:[.,]\d+)?H)?(?:\d+(?:[.,]\d+)?M)?(?:\d+(?:[.,]\d+)?S)?)?$/;

/** @throws Refusal for what is no duration of ISO 8601 */
function lookaheadOf(context: RunContext): string | undefined {
	const duration = optionText(context, 'lookahead')?.toUpperCase();
	if (duration === undefined || DURATION.test(duration)) return duration;
	return context.parameters.field('options.lookahead', (value) =>
		refuse(`must be an ISO 8601 duration, got ${describeValue(value)}`, 'For example P21D for 21 days.'),
	);
}

/** @throws Refusal for an end before the start */
function constraintsOf({ parameters }: RunContext): { startTs?: string; byTs?: string } | undefined {
	const [startTs, byTs] = [instantIn(parameters, 'options.startTs'), instantIn(parameters, 'options.byTs')];
	if (startTs !== undefined && byTs !== undefined && byTs < startTs) {
		parameters.field('options.byTs', () => refuse(`is before ${parameters.label('options.startTs')}`));
	}
	return (startTs ?? byTs) ? { startTs, byTs } : undefined;
}

function furtherOf(context: RunContext): Record<string, unknown> {
	const { parameters } = context;
	return {
		considerTransfers: parameters.option<boolean | undefined>('options', 'considerTransfers', undefined),
		maxFutureAvailabilityLookahead: lookaheadOf(context),
		overrideNodeList: namesOf(context, 'overrideNodeList'),
		requestedDateConstraints: constraintsOf(context),
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

/**
 * The lines of a cart. Which members they have is not public, so only what is certain is checked: they are objects, what
 * is said of a quantity is one, and no item is on two of them (IBM: pre-purchase shipment assignments).
 * @throws Refusal that names the line
 */
function linesOf(context: RunContext): object[] {
	const given = json(context, 'lines');
	return context.parameters.field('lines', () => {
		if (!Array.isArray(given) || given.length === 0) return refuse('must be a JSON list with an entry');
		const seen = new Map<string, number>();
		return given.map((line: unknown, index) =>
			inField(`entry ${index + 1}`, () => {
				if (!isRecord(line)) return refuse(`must be an object, got ${describeValue(line)}`);
				const { quantity, itemId, unitOfMeasure, productClass } = line;
				if (quantity !== undefined && !(Number(quantity) > 0)) {
					refuse(`quantity must be a number greater than 0, got ${describeValue(quantity)}`);
				}
				const key = JSON.stringify([itemId, unitOfMeasure, productClass ?? '']);
				const before = seen.get(key);
				if (itemId !== undefined && before !== undefined) {
					refuse(`has the item of entry ${before}: ${describeValue(itemId)}`, 'Add up their quantities on one line.');
				}
				seen.set(key, index + 1);
				return line;
			}),
		);
	});
}

export const checkoutPlan: Work = {
	call: (context) => {
		const lines = linesOf(context);
		const path = context.parameters.requiredText('planPath').replace(/^\/+/, '');
		return callFor(path, { ...destinationOf(context), lines, ...furtherOf(context) });
	},
	rows: rowsWith((context) => ({ deliveryMethod: method(context) })),
};
