import { Clock } from '../../../sandbox/kit/clock';

let machine = 0;
const makeClock = (): Clock => new Clock(() => machine);

beforeEach(() => {
	machine = 1000;
});

test('runs with the machine, from where it was set', () => {
	const clock = makeClock();
	clock.set(5000);
	machine += 10;
	expect(clock.now()).toBe(5010);
	clock.advance(-1000);
	machine += 10;
	expect(clock.now()).toBe(4020);
});

test('stands when frozen, moves when told, and runs again from there', () => {
	const clock = makeClock();
	clock.freeze();
	machine += 10;
	expect(clock.now()).toBe(1000);
	clock.advance(500);
	clock.run();
	machine += 7;
	expect(clock.now()).toBe(1507);
});
