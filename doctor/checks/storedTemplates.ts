import { attempt, textOf, type Check } from '../visit';

const API = 'getOrderList';

/** Output templates that are stored in Sterling. */
export const storedTemplates: Check = {
	id: 'storedTemplates',
	title: 'Stored templates',
	needs: 'orders',
	async run(visit, notes) {
		const outcome = await attempt(
			async () => await visit.rows('ApiTemplate', 'getApiTemplateList', { ApiName: API, MaximumRecords: '100' }),
		);
		const stored = 'value' in outcome ? outcome.value.filter((row) => textOf(row, 'ApiName') === API) : [];
		const key = textOf(stored[0] ?? {}, 'ApiTemplateKey') || textOf(stored[0] ?? {}, 'TemplateKey');
		if ('value' in outcome) notes.ok(`${stored.length} of ${API}.`);
		else notes.ok('This login may not list them; that is only needed to choose one.');
		const templateKey = key || 'DOCTOR-NONE';
		const call = visit.oneOrder({ templateKey });
		const answer = await visit.ask(call);
		if (key && 'refusal' in answer) notes.refusedPoint('templateKey', answer.refusal);
		else if (key) notes.seen('templateKey', true);
		else {
			const what = 'value' in answer ? 'returns the default output' : 'is refused';
			notes.seen('templateKey', undefined, `No stored template is known; an unknown key ${what}.`);
		}
	},
};
