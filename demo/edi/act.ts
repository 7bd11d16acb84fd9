import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { runWorkflow, type EngineOptions, type Finished, type WorkflowFile } from '../../engine/workflow';
import type { Json } from '../plainSterling';
import { partnerRow, trailOf, type Said, type Systems, type TrailRow } from './trail';

/** What people and partners do meanwhile, in systems that no workflow touches. */
export interface Surroundings {
	/** Three purchase orders for the supplier are printed in SYSPRO. @returns the day of the company */
	ordersArePlaced: () => string;
	/** Goods leave, and an invoice is printed. */
	goodsAreSold: () => void;
	/** The supplier moves, and somebody enters the new address in SYSPRO. */
	supplierMoves: () => void;
	/** A minute passes: routing delivers, the partner acknowledges and responds. */
	timePasses: () => void;
	supplier: string;
	partner: string;
}

export interface EdiStage {
	engine: EngineOptions;
	/** Folder of the workflow files. */
	workflows: string;
	systems: Systems;
	surroundings: Surroundings;
	/** Hears of each workflow as it ends. */
	onStep?: (title: string, workflow: string, milliseconds: number) => void;
}

/** Runs the second act: from SYSPRO to the supplier's mailbox and back. @returns the trail, read back from the systems */
export async function runEdiAct(stage: EdiStage): Promise<TrailRow[]> {
	const { surroundings, systems } = stage;
	const run = async (title: string, workflow: string, input?: Json[]): Promise<Finished> => {
		const started = performance.now();
		const file = JSON.parse(readFileSync(join(stage.workflows, workflow), 'utf8')) as WorkflowFile;
		const finished = await runWorkflow(file, { ...stage.engine, input });
		if (finished.error) throw new Error(`${title}: ${finished.error.message}`);
		stage.onStep?.(title, workflow, performance.now() - started);
		return finished;
	};
	const since = [{ since: surroundings.ordersArePlaced() }];
	const orders = sentBy(await run('Send three purchase orders', '1-purchase-orders.json', since));
	surroundings.goodsAreSold();
	const invoices = sentBy(await run('Send an invoice', '2-invoice.json', since));
	const shipments = sentBy(await run('Send a shipment', '3-shipment.json', since));
	const sent = [...orders, ...invoices, ...shipments];
	surroundings.timePasses();
	const matched = await run(
		'Match the acknowledgements',
		'4-acknowledgements.json',
		sent.map(({ entry }) => entry),
	);
	const compared = await run('Compare the responses with SYSPRO', '5-responses.json');
	surroundings.supplierMoves();
	await run('Update a partner', '6-partner.json', [{ supplier: surroundings.supplier }]);
	const said = sent.map(({ said: one }) => ({ ...one, ...outcomeOf(one, matched, compared) }));
	return [...(await trailOf(said, systems)), await partnerRow(surroundings.supplier, surroundings.partner, systems)];
}

interface Sent {
	said: Said;
	/** What Create of Interchange notes of the document, for the acknowledgement. */
	entry: Json;
}

function sentBy(finished: Finished): Sent[] {
	return finished.json('Interchange').map((interchange) => {
		const [entry] = interchange.documents as Json[];
		const { set, number, groupControlNumber } = entry;
		return {
			entry,
			said: { set: String(set), number: String(number), controlNumber: String(groupControlNumber) },
		};
	});
}

/** What the nodes said of a document that was sent. */
function outcomeOf(
	{ number, set, controlNumber }: Said,
	matched: Finished,
	compared: Finished,
): Pick<Said, 'acknowledgement' | 'response'> {
	const isMatched = (row: Json) => row.groupControlNumber === controlNumber && row.isMatched === true;
	const acknowledgement = matched.json('Match').find(isMatched)?.status;
	const response = compared.json('Compare with SYSPRO').find(({ purchaseOrder }) => purchaseOrder === number)?.status;
	return {
		...(acknowledgement ? { acknowledgement: String(acknowledgement) } : {}),
		...(set === '850' && response ? { response: String(response) } : {}),
	};
}
