import type { IExecuteFunctions } from 'n8n-workflow';

import type { Parameters } from '../../../kit/n8n/parameters';

/** ISA13 and GS06 have nine digits. */
const LARGEST = 999_999_999;
/** Numbers that each execution has for itself. The same for all nodes: different blocks would overlap. */
const BLOCK = 100;
/** Name of the counter in the data of the execution. */
const TAKEN = 'x12ControlNumbersTaken';

/**
 * The next control number of the execution. n8n takes the ID of an execution from its database, so no two executions of
 * an n8n have the same, whichever process runs them, and each has a block of numbers of its own. How many of them are
 * taken is kept in the data of the execution, which all of its nodes share and which survives a Wait.
 *
 * @throws TypeError when there is no number, or no more of them
 */
export function nextOfExecution(node: IExecuteFunctions): string {
	const id = node.getExecutionId();
	if (!/^\d+$/.test(id ?? '')) {
		throw new TypeError('This execution has no number of its own. Set Control Number to From the Workflow.');
	}
	const context = node.getContext('flow');
	const taken = Number(context[TAKEN] ?? 0) + 1;
	if (taken > BLOCK) {
		throw new TypeError(
			`This execution has used its ${BLOCK} control numbers. Set Control Number to From the Workflow, or split the work into several executions.`,
		);
	}
	const number = Number(id) * BLOCK + taken;
	if (number > LARGEST) {
		throw new TypeError(`The control number ${number} is beyond ${LARGEST}. Set Control Number to From the Workflow.`);
	}
	context[TAKEN] = taken;
	return String(number);
}

/**
 * The control number that the workflow gives; undefined where it is to be made of the execution.
 * @throws TypeError when it is no number that can be used
 */
export function givenNumber(parameters: Parameters): string | undefined {
	if (parameters.text('controlNumberSource') !== 'workflow') return undefined;
	const text = parameters.text('controlNumber');
	if (/^\d{1,9}$/.test(text) && Number(text) > 0) return String(Number(text));
	throw new TypeError(`Number must be a whole number from 1 to ${LARGEST} (it is "${text}")`);
}
