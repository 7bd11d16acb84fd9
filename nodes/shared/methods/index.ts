import { sterlingConnection } from './credentialTest';
import { searchCustomFields, searchLineCustomFields } from './customFields';
import * as searches from './listSearch';
import { mapCustomFields } from './resourceMapping';

export const credentialTest = { sterlingConnection };
export const listSearch = { ...searches, searchCustomFields, searchLineCustomFields };
export const resourceMapping = { mapCustomFields };
