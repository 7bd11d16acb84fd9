import { dayIn } from '../../../kit/n8n/instant';
import {
	availabilityOf,
	productAvailability,
	type AvailabilityFinding,
	type AvailabilityKind,
	type AvailabilityQuestion,
	type Outcome,
} from '../../../clients/inventory';
import type { Row } from '../../../kit/n8n/items';
import { hintOfUnknownNodes, nodesOf } from './places';
import { itemOf, optionalNumber, optionText, segmentOf } from './values';
import type { RunContext, Work } from '../operation';

/** One question, made of the parameters of an item. */
async function questionOf(context: RunContext, kind: AvailabilityKind): Promise<AvailabilityQuestion> {
	const { parameters } = context;
	const end = dayIn(parameters, 'options.requestedEnd');
	const isNode = kind === 'node';
	const fulfillment = parameters.option<boolean | undefined>('options', 'considerFulfillmentOptions', undefined);
	return {
		header: {
			...(isNode
				? { availabilityType: optionText(context, 'availabilityType') ?? 'SELL' }
				: { distributionGroupId: context.parameters.requiredText('distributionGroup') }),
			considerSafetyStock: parameters.option('options', 'considerSafetyStock', true),
			...(isNode && fulfillment !== undefined ? { considerFulfillmentOptions: fulfillment } : {}),
			...(isNode ? {} : segmentOf(context)),
		},
		line: {
			...itemOf(context),
			deliveryMethod: parameters.text('deliveryMethod') || undefined,
			...(isNode ? { ...segmentOf(context), shipNodes: await nodesOf(context) } : {}),
			requestedEndTs: end && `${end}Z`,
			requestedQuantity: isNode ? optionalNumber(context, 'options.requestedQuantity') : undefined,
		},
	};
}

/** The rows of the findings; the raw availability stands beside them unless Simplify is on. */
function rowsOf(context: RunContext, findings: AvailabilityFinding[]): Row[] {
	return findings.map(({ row, raw }) => (isWhole(context) ? { ...row, raw } : { ...row }));
}

const foundFor = (context: RunContext, findings: readonly AvailabilityFinding[]) => ({
	context,
	rows: findings.map(({ row }) => row),
});

const isWhole = ({ parameters }: RunContext): boolean => !parameters.flag('simplify', true);

/** The questions of all items go out together, in as few calls as the limits allow. */
const together = (kind: AvailabilityKind): Work => ({
	async runAll(contexts, { stopOnFailure }) {
		const outcomes: Array<Outcome<Row[]>> = contexts.map(() => ({ status: 'skipped' }));
		const questions: AvailabilityQuestion[] = [];
		const places: number[] = [];
		for (const [i, context] of contexts.entries()) {
			try {
				questions.push(await questionOf(context, kind));
				places.push(i);
			} catch (error) {
				outcomes[i] = { status: 'failed', error };
				if (stopOnFailure) return outcomes;
			}
		}
		const keepRaw = contexts.some(isWhole);
		const found = await availabilityOf(contexts[0].client, kind, questions, { stopOnFailure, keepRaw });
		found.forEach((outcome, at) => {
			const i = places[at];
			outcomes[i] = outcome.status === 'done' ? { status: 'done', value: rowsOf(contexts[i], outcome.value) } : outcome;
		});
		const findingsOf = (outcome: Outcome<AvailabilityFinding[]>) => (outcome.status === 'done' ? outcome.value : []);
		if (kind === 'node')
			await hintOfUnknownNodes(found.map((one, at) => foundFor(contexts[places[at]], findingsOf(one))));
		return outcomes;
	},
});

export const atNodes: Work = together('node');

export const inNetwork: Work = together('network');

export const ofProduct: Work = {
	run: async (context) => {
		const kind = context.parameters.text('lookAt') === 'network' ? 'network' : 'node';
		const { findings, silent } = await productAvailability(context.client, await questionOf(context, kind));
		if (silent.length > 0) context.hint(`The response says nothing about ${silent.join(', ')}: no item is returned.`);
		if (kind === 'node') await hintOfUnknownNodes([foundFor(context, findings)]);
		return rowsOf(context, findings);
	},
};
