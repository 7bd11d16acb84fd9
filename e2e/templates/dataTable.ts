import type { N8nApi } from '../lib/api';

/** Makes a data table of n8n with text columns in the owner's own project. Returns its id. */
export async function createDataTable(api: N8nApi, name: string, columns: string[]): Promise<string> {
	const project = await api.call<{ id: string }>('GET', '/rest/projects/personal');
	const table = await api.call<{ id: string }>('POST', `/rest/projects/${project.id}/data-tables`, {
		name,
		columns: columns.map((column) => ({ name: column, type: 'string' })),
	});
	return table.id;
}
