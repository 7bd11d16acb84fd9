import { instantIn } from '../../../kit/n8n/instant';
import {
	extend,
	extendCall,
	increase,
	increaseCall,
	readReservation,
	releaseCall,
	reservationsOf,
	reserve,
	reserveCall,
	type ReservationHeader,
	type ReservationLine,
} from '../../../clients/inventory';
import { refuse } from '../../../kit/n8n/refusal';
import type { RunContext, Work } from '../operation';
import { limited } from './lists';
import { itemOf, number, optionText, segmentOf } from './values';

const idOf = (context: RunContext) => context.parameters.requiredText('reservationId');

const quantityOf = (context: RunContext): number => moreThanNone(context, 'quantity', number(context, 'quantity'));

/** @throws Refusal for 0 */
const moreThanNone = ({ parameters }: RunContext, path: string, value: number | undefined): number =>
	value || parameters.field(path, () => refuse('must be more than 0'));

const minutesOf = ({ parameters }: RunContext): number | undefined => parameters.number('timeToExpire', 0) || undefined;

function wish(context: RunContext): [ReservationHeader, ReservationLine] {
	const { parameters } = context;
	const isNode = parameters.text('reserveAt') !== 'network';
	const header: ReservationHeader = {
		reference: parameters.text('reference') || undefined,
		timeToExpire: minutesOf(context),
		...segmentOf(context),
		considerSafetyStock: parameters.option('options', 'considerSafetyStock', true),
		acceptPartialReserve: parameters.option('options', 'acceptPartial', false),
	};
	const line: ReservationLine = {
		lineId: '1',
		...itemOf(context),
		deliveryMethod: parameters.text('deliveryMethod') || undefined,
		...(isNode
			? { shipNode: context.parameters.requiredText('shipNode') }
			: { distributionGroup: context.parameters.requiredText('distributionGroup') }),
		quantity: quantityOf(context),
		requestedReservationTs: instantIn(context.parameters, 'options.requestedReservationTs'),
		requestedEndTs: instantIn(context.parameters, 'options.requestedEnd'),
		reservationId: parameters.text('ownId') || undefined,
	};
	return [header, line];
}

/**
 * The same ID again changes the first reservation instead of making a second one.
 * @throws TypeError where another item of the run has it
 */
async function assertOwn({ once, item }: RunContext, id: string | undefined): Promise<void> {
	if (id === undefined || (await once(`reservation ${id}`, async () => await Promise.resolve(item))) === item) return;
	throw new TypeError(`Reservation ID ${id} is also used by another input item. Each reservation needs its own ID.`);
}

export const create: Work = {
	call: (context) => reserveCall(...wish(context)),
	run: async (context) => {
		const [header, line] = wish(context);
		await assertOwn(context, line.reservationId);
		const { asked, reserved, reservations } = await reserve(context.client, header, line);
		if (reserved < asked) context.hint('Some reservations hold less than the requested quantity: see "reserved".');
		const { itemId, unitOfMeasure, shipNode, distributionGroup } = line;
		const place = shipNode === undefined ? { distributionGroup } : { shipNode };
		const [first] = reservations;
		return [
			{
				itemId,
				unitOfMeasure,
				...place,
				...(header.reference === undefined ? {} : { reference: header.reference }),
				asked,
				reserved,
				reservationId: first?.id ?? null,
				expirationTs: first?.expirationTs ?? null,
				reservations,
			},
		];
	},
};

export const get: Work = {
	run: async (context) => [await readReservation(context.client, idOf(context))],
};

export const getMany: Work = {
	run: async (context) =>
		limited(context, await reservationsOf(context.client, context.parameters.requiredText('reference'))),
};

export const increased: Work = {
	call: (context) => increaseCall(idOf(context), quantityOf(context)),
	run: async (context) => [await increase(context.client, idOf(context), quantityOf(context))],
};

const lifeOf = (context: RunContext): number => moreThanNone(context, 'timeToExpire', minutesOf(context));

/** Of the reservation, for tenants whose reads do not say it. */
const ownNode = (context: RunContext) => optionText(context, 'shipNode');

export const extended: Work = {
	call: async (context) => {
		const { client } = context;
		const before = await readReservation(client, idOf(context));
		return extendCall(
			before,
			{ id: idOf(context), minutes: lifeOf(context), shipNode: ownNode(context) },
			client.now(),
		);
	},
	run: async (context) => {
		const wish = { id: idOf(context), minutes: lifeOf(context), shipNode: ownNode(context) };
		return [await extend(context.client, wish)];
	},
};

export const released: Work = {
	call: (context) => releaseCall(idOf(context)),
	rows: (_body, context) => [{ reservationId: idOf(context), released: true }],
};
