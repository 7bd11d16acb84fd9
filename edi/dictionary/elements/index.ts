import { ENVELOPE_ELEMENTS } from './envelope';
import { ELEMENTS_FROM_380 } from './from380';
import { ELEMENTS_TO_379 } from './to379';

/** All data elements of 004010. */
export const ELEMENTS = [ELEMENTS_TO_379, ELEMENTS_FROM_380, ENVELOPE_ELEMENTS].join('\n');

/** Where 005010 differs. */
export const ELEMENTS_5010 = `
127  AN 1/50   Reference Identification
207  AN 1/15   Equipment Number
358  R  1/15   Quantity Invoiced
364  AN 1/256  Communication Number
598  AN 1/25   Bill of Lading/Waybill Number
719  N0 1/10   Segment Position in Transaction Set
1705 AN 1/35   Implementation Convention Preference
`;
