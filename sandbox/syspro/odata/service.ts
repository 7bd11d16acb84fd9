import { htmlReply, type Exchange, type Reply } from '../../kit/exchange';
import type { Company } from '../company';
import { compare, type Row } from '../database';
import { company, operators, type SysproBehaviour } from '../options';
import { tables, type Table } from '../tables';
import { hasColumn } from '../objects/generic';
import { FilterError, filterOf } from './filter';
import { metadata } from './metadata';

export const ODATA_PATH = '/SYSPRO8Odata/SYSPROOData';

/** OData 4.0 in IIS: read-only, with Basic authentication of operators that are marked for it. */
export class ODataService {
	constructor(
		private readonly world: Company,
		private readonly behaviour: SysproBehaviour,
	) {}

	static owns(path: string): boolean {
		return path.toLowerCase().startsWith(`${ODATA_PATH.toLowerCase()}/`);
	}

	/** The entity set of a request, for faults and the log. */
	nameOf({ path }: Pick<Exchange, 'path'>): string {
		return path.split('/')[4] ?? '';
	}

	/** The login that a request names. */
	login({ headers }: Pick<Exchange, 'headers'>): string | undefined {
		const encoded = /^Basic (.+)$/.exec(headers.authorization ?? '')?.[1];
		return encoded === undefined ? undefined : Buffer.from(encoded, 'base64').toString().split(':')[0];
	}

	handle(exchange: Exchange): Reply {
		const { behaviour } = this;
		if (!behaviour.odata) return htmlReply(404, '404 - File or directory not found.');
		if (!this.isKnown(exchange)) {
			return htmlReply(401, '401 - Unauthorized: Access is denied due to invalid credentials.', {
				'www-authenticate': 'Basic realm="SYSPRO"',
			});
		}
		exchange.user = this.login(exchange);
		if (exchange.method !== 'GET') return error(405, 'MethodNotAllowed', 'The service is read-only.');
		const [, , , id, set = '', more] = exchange.path.split('/');
		if (id !== company.id || more !== undefined) return htmlReply(404, '404 - File or directory not found.');
		if (set === '$metadata') return metadata(behaviour);
		if (!Object.hasOwn(tables, set) || behaviour.missingSets.includes(set)) {
			return error(404, 'NotFound', `Resource not found for the segment '${set}'.`);
		}
		try {
			return this.rows(tables[set], exchange);
		} catch (problem) {
			if (problem instanceof FilterError) return error(400, 'BadRequest', problem.message);
			throw problem;
		}
	}

	private isKnown({ headers }: Exchange): boolean {
		const encoded = /^Basic (.+)$/.exec(headers.authorization ?? '')?.[1] ?? '';
		const pair = Buffer.from(encoded, 'base64').toString();
		return operators.some(({ operator, password, isODataUser }) => isODataUser && `${operator}:${password}` === pair);
	}

	private rows(table: Table, { query, path }: Exchange): Reply {
		const { behaviour, world } = this;
		const filter = query.get('$filter');
		const own = {
			...table,
			columns: table.columns.filter(({ name }) => hasColumn(table, name, behaviour.missingColumns)),
		};
		const keeps = filter ? filterOf(filter, own, (literal) => takesDate(behaviour.dateLiterals, literal)) : () => true;
		const found = (world.database.table(table.name)?.rows ?? []).filter(keeps);
		const sorted = ordered(own, found, query.get('$orderby'));
		const [skip, top] = [number(query, '$skip') ?? 0, number(query, '$top')];
		const most = Math.min(top ?? Infinity, behaviour.rowCap);
		const page = sorted.slice(skip, skip + most);
		const columns = selected(own, query.get('$select'));
		const isMore =
			behaviour.nextLink && skip + page.length < Math.min(sorted.length, top === undefined ? Infinity : skip + top);
		const body = {
			'@odata.context': `${path.slice(0, path.lastIndexOf('/'))}/$metadata#${table.name}`,
			...(query.get('$count') === 'true' ? { '@odata.count': found.length } : {}),
			value: page.map((row) =>
				Object.fromEntries(columns.map(({ name, type }) => [name, this.shown(row[name], type)])),
			),
			...(isMore
				? {
						'@odata.nextLink': this.link(
							path,
							query,
							skip + page.length,
							top === undefined ? undefined : top - page.length,
						),
					}
				: {}),
		};
		return json(200, body);
	}

	private shown(value: string, type: Table['columns'][number]['type']): unknown {
		const { numbers, dateLiterals } = this.behaviour;
		if (type === 'decimal') return numbers === 'string' ? Number(value).toFixed(6) : Number(value);
		if (type === 'text') return value;
		if (value === '') return null;
		return dateLiterals === 'date' ? value : `${value}T00:00:00Z`;
	}

	private link(path: string, query: URLSearchParams, skip: number, top: number | undefined): string {
		const next = new URLSearchParams(query);
		next.set('$skip', String(skip));
		if (top !== undefined) next.set('$top', String(top));
		const search = [...next].map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&');
		return `${this.behaviour.nextLinkOrigin ?? ''}${path}?${search}`;
	}
}

function takesDate(form: SysproBehaviour['dateLiterals'], literal: string): boolean {
	const isDateTime = /^\d{4}-\d{2}-\d{2}T/.test(literal);
	const isDate = /^\d{4}-\d{2}-\d{2}$/.test(literal);
	return (isDateTime && (form === 'datetime' || form === 'both')) || (isDate && (form === 'date' || form === 'both'));
}

function number(query: URLSearchParams, name: string): number | undefined {
	const text = query.get(name);
	if (text === null) return undefined;
	if (!/^\d+$/.test(text)) throw new FilterError(`Incorrect format for ${name}: '${text}'.`);
	return Number(text);
}

function ordered(table: Table, rows: readonly Row[], orderby: string | null): Row[] {
	if (!orderby) return [...rows];
	const columns = orderby.split(',').map((each) => {
		const [name, direction = 'asc'] = each.trim().split(/\s+/);
		if (!table.columns.some((column) => column.name === name))
			throw new FilterError(`Could not find a property named '${name}'.`);
		return { name, sign: direction === 'desc' ? -1 : 1 };
	});
	return [...rows].sort((a, b) => {
		for (const { name, sign } of columns) {
			const order = sign * compare(table, name, a[name], b[name]);
			if (order !== 0) return order;
		}
		return 0;
	});
}

function selected(table: Table, select: string | null): Table['columns'] {
	if (!select) return table.columns;
	return select.split(',').map((name) => {
		const column = table.columns.find((each) => each.name === name.trim());
		if (!column) throw new FilterError(`Could not find a property named '${name}'.`);
		return column;
	});
}

function json(status: number, body: unknown): Reply {
	const headers = { 'content-type': 'application/json; odata.metadata=minimal; charset=utf-8', 'odata-version': '4.0' };
	return { status, headers, body: JSON.stringify(body) };
}

function error(status: number, code: string, message: string): Reply {
	return json(status, { error: { code, message } });
}
