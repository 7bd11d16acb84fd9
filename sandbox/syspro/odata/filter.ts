import { compare, type Row } from '../database';
import type { Table } from '../tables';

/** A filter that is no filter, or of a column that there is not. */
export class FilterError extends Error {}

type Predicate = (row: Row) => boolean;

const TOKEN = /\s*(?:('(?:[^']|'')*')|(\d{4}-\d{2}-\d{2}(?:T[\d:.]+Z)?)|(-?\d+(?:\.\d+)?)|([A-Za-z_]\w*)|([(),]))/y;
const OPERATORS: Readonly<Record<string, (order: number) => boolean>> = {
	eq: (order) => order === 0,
	ne: (order) => order !== 0,
	gt: (order) => order > 0,
	ge: (order) => order >= 0,
	lt: (order) => order < 0,
	le: (order) => order <= 0,
};

/** Reads `$filter` of OData 4.0 as far as queries of tables need it; `takesDate` judges literals of dates. */
export function filterOf(text: string, table: Table, takesDate: (literal: string) => boolean): Predicate {
	return new Reader(text, table, takesDate).read();
}

class Reader {
	private readonly tokens: string[] = [];
	private at = 0;

	constructor(
		text: string,
		private readonly table: Table,
		private readonly takesDate: (literal: string) => boolean,
	) {
		TOKEN.lastIndex = 0;
		const trimmed = text.trimEnd();
		while (TOKEN.lastIndex < trimmed.length) {
			const from = TOKEN.lastIndex;
			const found = TOKEN.exec(trimmed);
			if (!found) throw new FilterError(`Syntax error at position ${from} in '${text}'.`);
			this.tokens.push(found[0].trim());
		}
	}

	read(): Predicate {
		const predicate = this.either();
		if (this.at < this.tokens.length) throw new FilterError(`Unexpected '${this.tokens[this.at]}' in the filter.`);
		return predicate;
	}

	private either(): Predicate {
		let left = this.both();
		while (this.take('or')) {
			const [one, other] = [left, this.both()];
			left = (row) => one(row) || other(row);
		}
		return left;
	}

	private both(): Predicate {
		let left = this.single();
		while (this.take('and')) {
			const [one, other] = [left, this.single()];
			left = (row) => one(row) && other(row);
		}
		return left;
	}

	private single(): Predicate {
		if (this.take('not')) {
			const inner = this.single();
			return (row) => !inner(row);
		}
		if (this.take('(')) {
			const inner = this.either();
			this.expect(')');
			return inner;
		}
		const name = this.next();
		if (name === 'contains' || name === 'startswith') return this.textFunction(name);
		const column = this.column(name);
		const operator = OPERATORS[this.next()];
		if (!operator) throw new FilterError('An operator was expected in the filter.');
		const value = this.literal(column);
		const isDate = this.table.columns.find((each) => each.name === column)?.type === 'date';
		// Null compares to nothing.
		return (row) => !(isDate && row[column] === '') && operator(compare(this.table, column, row[column], value));
	}

	private textFunction(name: 'contains' | 'startswith'): Predicate {
		this.expect('(');
		const column = this.column(this.next());
		this.expect(',');
		const value = this.literal(column);
		this.expect(')');
		return (row) => (name === 'contains' ? row[column].includes(value) : row[column].startsWith(value));
	}

	private column(name: string): string {
		if (this.table.columns.some((column) => column.name === name)) return name;
		throw new FilterError(`Could not find a property named '${name}' on type 'Syspro.${this.table.name}'.`);
	}

	private literal(column: string): string {
		const token = this.next();
		const type = this.table.columns.find(({ name }) => name === column)?.type;
		const isQuoted = token.startsWith("'");
		const fits =
			type === 'text' ? isQuoted : type === 'decimal' ? /^-?\d/.test(token) : this.takesDate(token) && !isQuoted;
		if (!fits) throw new FilterError(`A binary operator with incompatible types was detected: ${column} and ${token}.`);
		return isQuoted ? token.slice(1, -1).replace(/''/g, "'") : type === 'date' ? token.slice(0, 10) : token;
	}

	private take(word: string): boolean {
		if (this.tokens[this.at] !== word) return false;
		this.at += 1;
		return true;
	}

	private expect(word: string): void {
		if (!this.take(word)) throw new FilterError(`'${word}' was expected in the filter.`);
	}

	private next(): string {
		const token = this.tokens[this.at];
		if (token === undefined) throw new FilterError('The filter ends too early.');
		this.at += 1;
		return token;
	}
}
