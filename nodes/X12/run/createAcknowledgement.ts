import { acknowledge, read, type Interchange } from '../../../edi';
import type { Row, RowWithFiles } from '../../../kit/n8n/items';
import type { RunContext } from '../operation';
import { givenNumber, nextOfExecution } from './numbers';
import { sourceOf } from './source';
import { momentOf, outputOf, writeInterchange } from './writing';
import { optionOf } from './optionOf';

/** AK501, AK901 and TA104 in words, from best to worst. */
const STATUSES = { A: 'accepted', E: 'acceptedWithErrors', P: 'partiallyAccepted', R: 'rejected' } as const;

/** The worst of several statuses. */
function worst(judgements: ReadonlyArray<{ code: keyof typeof STATUSES }>): string {
	const codes = Object.keys(STATUSES) as Array<keyof typeof STATUSES>;
	return STATUSES[codes[Math.max(...judgements.map(({ code }) => codes.indexOf(code)))]];
}

/** What is sent back for each interchange of the input. Acknowledgements themselves get none. */
export async function createAcknowledgement(context: RunContext): Promise<Array<Row | RowWithFiles>> {
	const { interchanges } = read(await sourceOf(context));
	const rows: Array<Row | RowWithFiles> = [];
	for (const received of interchanges) {
		const made = await acknowledgementOf(received, rows.length, context);
		if (made) rows.push(made);
		else context.hint(`Interchange ${received.controlNumber} needs no acknowledgement.`);
	}
	return rows;
}

async function acknowledgementOf(received: Interchange, earlier: number, context: RunContext) {
	const { parameters, node } = context;
	const kind = parameters.text('kind');
	const build = (controlNumber: string) =>
		acknowledge(received, {
			controlNumber,
			...momentOf(parameters),
			kind: kind === '999' ? '999' : '997',
			implementation: optionOf(parameters, 'implementation', undefined),
			includesAccepted: optionOf(parameters, 'includeAccepted', true),
			onErrors: optionOf(parameters, 'onErrors', 'reject'),
			functionalAcknowledgement: kind !== 'TA1',
			interchangeAcknowledgement: kind === 'TA1' ? 'always' : optionOf(parameters, 'ta1', 'requested'),
		});
	// A number is taken only where there is something to send.
	if (!build('1').interchange) return undefined;
	const given = givenNumber(parameters);
	if (given !== undefined && earlier > 0) {
		throw new TypeError(
			'The input has several interchanges, and one Number. Split it first, or use From the Execution.',
		);
	}
	const controlNumber = given ?? nextOfExecution(node);
	const { interchange, groups, envelope } = build(controlNumber);
	if (!interchange) return undefined;
	const { text } = writeInterchange(interchange, context);
	const { sender, receiver } = interchange;
	const row = {
		kind,
		sender,
		receiver,
		controlNumber,
		acknowledges: { interchangeControlNumber: received.controlNumber, sender: received.sender },
		status: worst([envelope, ...groups]),
		interchangeStatus: STATUSES[envelope.code],
		groups: groups.map(({ functionalId, controlNumber: number, code, errors, sets }) => ({
			functionalId,
			controlNumber: number,
			status: STATUSES[code],
			errors,
			sets: sets.map(({ id, controlNumber: own, code: said, errors: found }) => ({
				set: id,
				controlNumber: own,
				status: STATUSES[said],
				errors: found,
			})),
		})),
	};
	const fileName = `${receiver.id}-${kind}-${controlNumber}.edi`.replace(/[^\w.-]+/g, '_');
	return await outputOf(text, fileName, row, context);
}
