type Row = object;

interface Filter {
	field: string;
	value: string;
	conditionType: string;
}

const DEFAULT_PAGE = 20;
const LARGEST_PAGE = 300;

/** The rows that `searchCriteria` asks for, as a search result. Beyond the last page Commerce repeats that page. */
export function search(rows: readonly Row[], query: URLSearchParams): object {
	const groups = filterGroups(query);
	const found = rows.filter((row) => groups.every((group) => group.some((filter) => holds(row, filter))));
	const size = Math.min(LARGEST_PAGE, Number(query.get('searchCriteria[pageSize]')) || DEFAULT_PAGE);
	const last = Math.max(1, Math.ceil(found.length / size));
	const page = Math.min(last, Number(query.get('searchCriteria[currentPage]')) || 1);
	return {
		items: found.slice((page - 1) * size, page * size),
		search_criteria: { page_size: size, current_page: page },
		total_count: found.length,
	};
}

/** Filters of a group are joined by "or", groups by "and"; both spellings of their names are taken. */
function filterGroups(query: URLSearchParams): Filter[][] {
	const groups: Filter[][] = [];
	for (const [name, value] of query) {
		const match =
			/^searchCriteria\[(?:filterGroups|filter_groups)\]\[(\d+)\]\[filters\]\[(\d+)\]\[(\w+)\]$/.exec(name) ?? [];
		const [, group, filter, member] = match;
		if (member === undefined) continue;
		const filters = (groups[Number(group)] ??= []);
		const one = (filters[Number(filter)] ??= { field: '', value: '', conditionType: 'eq' });
		one[member === 'condition_type' ? 'conditionType' : (member as keyof Filter)] = value;
	}
	return groups.filter(Boolean);
}

function holds(row: Row, { field, value, conditionType }: Filter): boolean {
	const own = String((row as Record<string, unknown>)[field] ?? '');
	switch (conditionType) {
		case 'in':
			return value.split(',').includes(own);
		case 'neq':
			return own !== value;
		case 'like':
			return new RegExp(`^${value.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll('%', '.*')}$`, 'i').test(own);
		case 'gt':
		case 'gteq':
			return isMore(own, value) || (conditionType === 'gteq' && own === value);
		default:
			return own === value;
	}
}

/** Times are texts that sort as they are. */
const isMore = (own: string, value: string): boolean =>
	Number.isNaN(Number(own)) ? own > value : Number(own) > Number(value);
