import { ServiceError } from '../../../../kit/errors';
import { parseWithDigits } from '../../../../kit/xml/json';

it('numbers keep their digits, everything else stays', () => {
	const text = '\uFEFF{"a":12345678901234567890.50,"b":-1e3,"c":null,"d":true,"e":"1","f":[0,"2 \\" 3"]}';
	expect(parseWithDigits(text)).toEqual({
		a: '12345678901234567890.50',
		b: '-1e3',
		c: null,
		d: true,
		e: '1',
		f: ['0', '2 " 3'],
	});
});

it.each(['', '{', '[1 2]', '{"a":01}', '<html>', '-'])('%j is no JSON', (text) => {
	expect(() => parseWithDigits(text)).toThrow(ServiceError);
});
