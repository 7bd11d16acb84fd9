import type { Route } from '../route';
import { availabilityRoutes } from './availability';
import { networkRoutes } from './network';
import { platformRoutes } from './platform';
import { promisingRoutes } from './promising';
import { reservationRoutes } from './reservations';
import { ruleRoutes } from './rules';
import { stockRoutes } from './stock';

/** Every operation of the sandbox; the first whose path fits counts. */
export const routes: readonly Route[] = [
	...availabilityRoutes,
	...stockRoutes,
	...reservationRoutes,
	...networkRoutes,
	...ruleRoutes,
	...platformRoutes,
	...promisingRoutes,
];
