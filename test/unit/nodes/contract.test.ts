import { IbmSterlingOmsApi } from '../../../credentials/IbmSterlingOmsApi.credentials';
import { IbmSterlingOms } from '../../../nodes/IbmSterlingOms/IbmSterlingOms.node';
import { RESOURCES } from '../../../nodes/IbmSterlingOms/operations';
import { contractOf } from '../../support/contract';

test('resources and operations are the public contract', () => {
	const names = RESOURCES.map(({ value, operations }) => [value, operations.map((operation) => operation.value)]);
	expect(Object.fromEntries(names)).toMatchSnapshot();
});

test('names and values of the node’s parameters are the public contract', () => {
	expect(contractOf(new IbmSterlingOms().description.properties)).toMatchSnapshot();
});

test('names and values of the credential’s parameters are the public contract', () => {
	expect(contractOf(new IbmSterlingOmsApi().properties)).toMatchSnapshot();
});
