import { Element } from '../../document/element';
import { defineApi } from '../../engine/api';
import { javaFailure } from '../../exception';

/**
 * multiApi: several APIs and services (FlowName) in one transaction; any exception undoes them all
 * [IBM support swg21632893]. A service's entry in the response has a blank Name [captured].
 */
export const multiApi = defineApi({
	name: 'multiApi',
	root: 'MultiApi',
	kind: 'wrapper',
	run(context, input) {
		const answers = input.all('API').map((api) => {
			const service = api.get('FlowName');
			const name = service || api.get('Name');
			const nested = api.child('Input')?.children[0];
			if (!nested) throw javaFailure('java.lang.NullPointerException', { APIName: name });
			const output = context.call(name, nested, {
				isService: service !== '',
				template: api.child('Template')?.children[0],
			});
			return new Element('API', { Name: service ? '' : name }, [new Element('Output', {}, output ? [output] : [])]);
		});
		return new Element('MultiApi', {}, answers);
	},
});
