import type { Reply } from '../../kit/exchange';
import { hasColumn } from '../objects/generic';
import type { SysproBehaviour } from '../options';
import { tables, type Column, type Table } from '../tables';

const typeOf = ({ type }: Column, dates: SysproBehaviour['dateLiterals']): string =>
	type === 'decimal'
		? 'Edm.Decimal'
		: type === 'text'
			? 'Edm.String'
			: dates === 'date'
				? 'Edm.Date'
				: 'Edm.DateTimeOffset';

/** The description of the service (CSDL). */
export function metadata(behaviour: SysproBehaviour): Reply {
	const sets = Object.values(tables).filter(({ name }) => !behaviour.missingSets.includes(name));
	const body = [
		'<?xml version="1.0" encoding="utf-8"?>',
		'<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>',
		'<Schema Namespace="Syspro" xmlns="http://docs.oasis-open.org/odata/ns/edm">',
		...sets.map((table) => entityType(table, behaviour)),
		'<EntityContainer Name="Container">',
		...sets.map(({ name }) => `<EntitySet Name="${name}" EntityType="Syspro.${name}"/>`),
		'</EntityContainer></Schema></edmx:DataServices></edmx:Edmx>',
	].join('');
	return { status: 200, headers: { 'content-type': 'application/xml', 'odata-version': '4.0' }, body };
}

function entityType(table: Table, { missingColumns, dateLiterals }: SysproBehaviour): string {
	const columns = table.columns.filter(({ name }) => hasColumn(table, name, missingColumns));
	return [
		`<EntityType Name="${table.name}"><Key>`,
		...table.key.map((name) => `<PropertyRef Name="${name}"/>`),
		'</Key>',
		...columns.map((column) => `<Property Name="${column.name}" Type="${typeOf(column, dateLiterals)}"/>`),
		'</EntityType>',
	].join('');
}
