import type { Tables } from '../../../edi/documents';
import type { Parameters } from '../../../kit/n8n/parameters';

/** The mapping tables of the options. */
export function tablesOf(parameters: Parameters): Partial<Tables> {
	return {
		dates: table(parameters, 'dateTable'),
		itemIds: table(parameters, 'itemTable'),
		units: table(parameters, 'unitTable'),
	};
}

function table(parameters: Parameters, name: string): Record<string, string> {
	const { row = [] } = parameters.option<{ row?: Array<{ code?: unknown; name?: unknown }> }>('options', name, {});
	const rows = row.map(({ code, name: own }): [string, string] => [
		String(code ?? '').trim(),
		String(own ?? '').trim(),
	]);
	return Object.fromEntries(rows.filter(([code, own]) => code !== '' && own !== ''));
}
