export { default as asn1 } from 'node-forge/lib/asn1';
export { default as pkcs12 } from 'node-forge/lib/pkcs12';
export { default as pki } from 'node-forge/lib/pki';
