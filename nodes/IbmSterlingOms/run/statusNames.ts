import { asArray, SterlingError, type Call, type Document } from '../../../sterling';
import { isStatusCode, stateOf, type StatusRule } from '../../shared/statuses';
import type { ListResult, Row, RunContext } from '../operations/types';

/**
 * Adds to each status code of a row, at any depth, a readable name (`MaxOrderStatusName`) and the user's own state
 * (`MaxOrderStatusState`), as far as Options asks for them.
 */
export async function addStatusNames(rows: Row[], { processTypes }: ListResult, context: RunContext): Promise<Row[]> {
	const wantsNames = context.parameters.option('options', 'statusNames', false);
	const rules = readRules(context);
	if (!wantsNames && rules.length === 0) return rows;
	return Promise.all(
		rows.map(async (row) => {
			const documentType = typeof row.DocumentType === 'string' ? row.DocumentType : context.defaults.documentType;
			const names = wantsNames ? await namesOf(processTypes?.[documentType], documentType, context) : undefined;
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
	if (!processType) {
		context.hint(`The pipeline of document type ${documentType} is not known here, so its statuses have no names.`);
		return new Map();
	}
	return context.once(`statuses ${processType}`, async () => {
		const statuses = await readStatuses(processType, context);
		return new Map(statuses.map((status) => [String(status.Status), String(status.Description ?? '')]));
	});
}

async function readStatuses(ProcessTypeKey: string, { client, hint }: RunContext): Promise<Document[]> {
	try {
		const call: Call = { api: 'getStatusList', root: 'Status', kind: 'read', input: { ProcessTypeKey } };
		const { document } = await client.send(call);
		const statuses = asArray(document.Status as Document[] | undefined);
		if (statuses.length === 0) hint(`This Sterling has no pipeline ${ProcessTypeKey}, so the statuses have no names.`);
		return statuses;
	} catch (error) {
		if (!(error instanceof SterlingError) || error.category !== 'permission') throw error;
		hint('This login may not use getStatusList, so the statuses have no names.');
		return [];
	}
}

function readRules({ parameters }: RunContext): StatusRule[] {
	const map = parameters.option<{ rule?: Array<Record<string, unknown>> }>('options', 'statusMap', {});
	return (map.rule ?? [])
		.map(({ status, documentType, state }) => ({
			status: String(status ?? ''),
			documentType: String(documentType ?? '').trim(),
			state: String(state ?? ''),
		}))
		.filter((rule) => rule.status.trim() !== '');
}
