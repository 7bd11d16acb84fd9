import { diagnosisOf } from '../../../kit/diagnosis';
import { ServiceError } from '../../../kit/errors';

const attributes = { address: 'https://wrong.example/api' };

it.each([
	['It failed.', { httpStatus: 404, attributes }, 'It failed. The address was https://wrong.example/api. Look.'],
	['Not Allowed', { httpStatus: 405, attributes }, 'Not Allowed. The address was https://wrong.example/api. Look.'],
	['localhost:1 refused the connection.', { attributes }, 'localhost:1 refused the connection. Look.'],
	['Not Allowed', { httpStatus: 405 }, 'Not Allowed. Look.'],
	['Really?', {}, 'Really? Look.'],
])('%s %j: sentences, and the address only of a response', (message, facts, text) => {
	const error = new ServiceError('configuration', message, { ...facts, hint: 'Look.', remedy: { field: 'endpoint' } });
	expect(diagnosisOf(error)).toEqual({ ok: false, message: text, remedy: { field: 'endpoint' } });
});
