import type { Entity } from '../../../../clients/oms/entities';
import { asArray, type Document } from '../../../../kit/xml/document';
import type { Row } from '../../../../kit/n8n/items';
import { isStatusCode, stateOf, type StatusRule } from '../../statuses';
import type { RunContext } from '../../operation';
import { entriesOf } from '../../../../kit/n8n/fields/repeat';
import { textOf } from '../../../../kit/n8n/fields/value';
import { inField } from '../../../../kit/n8n/refusal';
import { optionalRead } from './optionalRead';

/**
 * Adds to each status code of a row, at any depth, a readable name (`MaxOrderStatusName`) and the user's own state
 * (`MaxOrderStatusState`), as far as Options asks for them. A row without document type has that of the read's `input`.
 */
export async function addStatusNames(
	rows: Row[],
	{ pipelines, documentType: usual }: Pick<Entity, 'pipelines' | 'documentType'>,
	input: Document,
	context: RunContext,
): Promise<Row[]> {
	const wantsNames = context.parameters.flag('options.statusNames', false);
	const rules = readRules(context);
	if (!wantsNames && rules.length === 0) return rows;
	return Promise.all(
		rows.map(async (row) => {
			const documentType = String(row.DocumentType || input.DocumentType || usual || '');
			const names = wantsNames ? await namesOf(pipelines?.[documentType], documentType, context) : undefined;
			return annotate(row, { documentType, names, rules }) as Row;
		}),
	);
}

interface Annotation {
	documentType: string;
	names?: Map<string, string>;
	rules: StatusRule[];
}

function annotate(value: unknown, annotation: Annotation): unknown {
	if (Array.isArray(value)) return value.map((entry) => annotate(entry, annotation));
	if (typeof value !== 'object' || value === null) return value;
	const { documentType, names, rules } = annotation;
	const annotated: Row = {};
	for (const [name, content] of Object.entries(value)) {
		annotated[name] = annotate(content, annotation);
		if (!isStatusCode(name, content)) continue;
		const readable = names?.get(content);
		if (readable !== undefined) annotated[`${name}Name`] = readable;
		if (rules.length > 0) annotated[`${name}State`] = stateOf(content, documentType, rules);
	}
	return annotated;
}

/**
 * The names of a pipeline's statuses, read once a run. One code means different things in different pipelines, so a
 * document type without a known pipeline has no names instead of another one's.
 */
async function namesOf(
	processType: string | undefined,
	documentType: string,
	context: RunContext,
): Promise<Map<string, string>> {
	if (documentType === '') {
		context.hint('Statuses of documents without DocumentType have no names. Add DocumentType to the template.');
		return new Map();
	}
	if (!processType) {
		context.hint(`The pipeline of document type ${documentType} is unknown, so its statuses have no names.`);
		return new Map();
	}
	return context.once(`statuses ${processType}`, async () => {
		const statuses = await readStatuses(processType, context);
		return new Map(statuses.map((status) => [String(status.Status), String(status.Description ?? '')]));
	});
}

async function readStatuses(ProcessTypeKey: string, context: RunContext): Promise<Document[]> {
	const { client, hint } = context;
	const read = () =>
		client.send({ api: 'getStatusList', root: 'Status', row: 'Status', kind: 'read', input: { ProcessTypeKey } });
	const answer = await optionalRead('getStatusList', 'the statuses have no names', read, context);
	const statuses = asArray(answer?.document.Status as Document[] | undefined);
	if (answer && statuses.length === 0) {
		hint(`This Sterling has no pipeline ${ProcessTypeKey}, so the statuses have no names.`);
	}
	return statuses;
}

function readRules({ parameters }: RunContext): StatusRule[] {
	const label = parameters.label('options.statusMap');
	const rows = parameters.field('options.statusMap', (value) => entriesOf(value, 'rule')) as Array<
		Record<string, unknown>
	>;
	const rules = rows.map((row, i) => {
		const text = (name: string) => (textOf(row[name], parameters.values) ?? '').trim();
		return inField(`${label} → Rule ${i + 1}`, () => {
			return { status: text('status'), documentType: text('documentType'), state: text('state') };
		});
	});
	return rules.filter(({ status }) => status !== '');
}
