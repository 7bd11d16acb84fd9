import { errorBodyOf } from '../../../../clients/b2bi/responseErrors';
import { extractabilityOf } from '../../../../clients/b2bi/extractability';

test('a member that is null is a member that is not there', () => {
	expect(errorBodyOf({ errorCode: null, errorDescription: null })).toBeUndefined();
	expect(errorBodyOf({ errorCode: 400 })).toEqual({ code: undefined, description: '' });
	expect(extractabilityOf({ extractableAlways: null, extractableCount: null })).toBeUndefined();
	expect(extractabilityOf({ extractableAlways: false })).toEqual({ count: 0 });
});
