import { Element } from '../document/element';
import { parseXml } from '../document/xml';
import type { Api } from './api';
import type { Context } from './context';
import { defaultMaximumRecords, select } from './select';

interface ListApi {
	name: string;
	/** Root of the input and, unless `entity` says otherwise, the entity that is listed. */
	root: string;
	entity?: string;
	/** Default output template as XML: the container with one member. */
	template: string;
	/** Attribute with the number of records, such as TotalOrderList; shown when the template asks for it. */
	total?: string;
	/** Containers of configuration lists carry no Last…Key, LastRecordSet and ReadFromHistory. */
	plain?: boolean;
	/** Changes the input before it is read as a filter. */
	prepare?(context: Context, input: Element): Element;
}

function attributes(
	context: Context,
	spec: ListApi,
	input: Element,
	lastKey: string,
	last: boolean,
	count: number,
): Record<string, string> {
	const result: Record<string, string> = {};
	if (!spec.plain) {
		const entity = context.database.entity(spec.entity ?? spec.root);
		result[`Last${entity.key}`] = lastKey;
		result.LastRecordSet = last ? 'Y' : 'N';
		result.ReadFromHistory = input.get('ReadFromHistory');
	}
	if (spec.total && (context.template.isBare || context.template.has(spec.total))) {
		result[spec.total] = String(count);
	}
	return result;
}

/**
 * A list API. The container's Last…Key, LastRecordSet and ReadFromHistory come back even when the template
 * does
 * not ask for them [captured]; a list without members has no member element.
 */
export function defineListApi(spec: ListApi): Api {
	const template = parseXml(spec.template);
	const member = template.children[0];
	return {
		name: spec.name,
		root: spec.root,
		kind: 'read',
		template,
		run(context, given) {
			const input = spec.prepare?.(context, given) ?? given;
			const entity = context.database.entity(spec.entity ?? spec.root);
			const take = Number(input.get('MaximumRecords')) || defaultMaximumRecords;
			const found = select(context.database, entity, input, context.window ?? { skip: 0, take });
			const lastKey = found.rows[found.rows.length - 1]?.[entity.key] ?? '';
			const memberTemplate = context.template.child(member.name) ?? member;
			return new Element(
				template.name,
				attributes(context, spec, input, lastKey, found.last, found.rows.length),
				found.rows.map((row) => context.project(entity.name, row, memberTemplate)),
			);
		},
	};
}
