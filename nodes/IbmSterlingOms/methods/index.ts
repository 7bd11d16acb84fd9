import { sterlingConnection } from './credentialTest';
import * as searches from './listSearch';

export const credentialTest = { sterlingConnection };
export const listSearch = { ...searches };
