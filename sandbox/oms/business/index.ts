export { inProcess, overTheWire } from './callers';
export { playDay, type Caller, type Happened } from './day';
export { planOf, type PlanOptions, type Step } from './plan';
