import { asArray, SterlingError, type Document } from '../../../sterling';
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
			const names = wantsNames ? await namesOf(processTypes?.[documentType], context) : undefined;
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

/** The names of a pipeline's statuses, read once a run. */
async function namesOf(processType: string | undefined, context: RunContext): Promise<Map<string, string>> {
	return context.once(`statuses ${processType ?? ''}`, async () => {
		try {
			const { document } = await context.client.send({
				api: 'getStatusList',
				root: 'Status',
				kind: 'read',
				input: processType ? { ProcessTypeKey: processType } : {},
			});
			const statuses = asArray(document.Status as Document[] | undefined);
			return new Map(statuses.map((status) => [String(status.Status), String(status.Description ?? '')]));
		} catch (error) {
			if (!(error instanceof SterlingError) || error.category !== 'permission') throw error;
			context.hint('This login may not use getStatusList, so the statuses have no names.');
			return new Map<string, string>();
		}
	});
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
