import { defineApi } from '../../engine/api';
import { refuse } from '../../exception';
import { defineListApi } from '../../engine/list';
import { columnValues } from '../../engine/write';

const columns = `ApiTemplateKey="" OrganizationCode="" TemplateType="" ApiName="" TemplateId=""
	Description=""`;

/** Stores, changes or deletes an output template that `_templateKey` and `_templateId` name. */
export const manageApiTemplate = defineApi({
	name: 'manageApiTemplate',
	root: 'ApiTemplate',
	kind: 'write',
	run(context, input) {
		const entity = context.database.entity('ApiTemplate');
		const values = { OrganizationCode: 'DEFAULT', ...columnValues(entity, input) };
		const existing = input.get('ApiTemplateKey')
			? context.database.get('ApiTemplate', input.get('ApiTemplateKey'))
			: context.database.find('ApiTemplate', values);
		if (input.get('Operation') === 'Delete') {
			if (!existing) throw refuse('YFS10001', { TemplateId: input.get('TemplateId') });
			context.remove('ApiTemplate', existing);
		} else if (existing) context.update('ApiTemplate', existing, values);
		else context.insert('ApiTemplate', values);
		return undefined;
	},
});

export const getApiTemplateList = defineListApi({
	name: 'getApiTemplateList',
	root: 'ApiTemplate',
	template: `<ApiTemplateList><ApiTemplate ${columns}/></ApiTemplateList>`,
	plain: true,
});

export const getApiTemplateDetails = defineApi({
	name: 'getApiTemplateDetails',
	root: 'ApiTemplate',
	kind: 'read',
	template: `<ApiTemplate ${columns} TemplateData=""/>`,
	run(context, input) {
		const key = input.get('ApiTemplateKey');
		const row = key
			? context.database.get('ApiTemplate', key)
			: context.database.find('ApiTemplate', {
					OrganizationCode: input.get('OrganizationCode') || 'DEFAULT',
					TemplateId: input.get('TemplateId'),
				});
		if (!row) throw refuse('YFS10001', { ApiTemplateKey: key });
		return context.project('ApiTemplate', row);
	},
});
