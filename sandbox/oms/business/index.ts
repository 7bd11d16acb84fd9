export { inProcess, overTheWire, type Wire, type WireCaller } from './callers';
export { playDay, type Caller, type DayEvent, type DayOptions, type Happened } from './day';
export { planOf, type PlanOptions, type Step } from './plan';
