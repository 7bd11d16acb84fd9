import { columns } from '../table';
import type { TrailRow } from './trail';

const HEADINGS = ['Document', 'Control no.', 'Read back from the mailbox and SYSPRO', '997', '855'];

/** The trail as a table of plain text: each document from SYSPRO to the mailbox, and what came back. */
export const trailTable = (rows: readonly TrailRow[]): string =>
	columns(
		HEADINGS,
		rows.map(({ document, controlNumber, content, acknowledgement, response, objection }) => [
			document,
			controlNumber,
			objection ? `✗ ${objection}` : content,
			acknowledgement,
			response,
		]),
	);
