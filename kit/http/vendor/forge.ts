export { default as rc2 } from 'node-forge/lib/rc2';
export { default as util } from 'node-forge/lib/util';
