// Writes the same tenants twice: a tenant file each for tenantry, and one values file for the chart and for cdk8s.
//
//   node inputs.js TENANTS NAMESPACES DIRECTORY
//
// The same arguments give the same bytes.
const fs = require('fs');
const path = require('path');

const STAGES = ['prod', 'staging', 'dev', 'test', 'batch', 'tools', 'sandbox'];
const [tenants, namespaces, directory] = [Number(process.argv[2]), Number(process.argv[3]), process.argv[4]];

let state = 4;

function random(bound) {
  state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
  return (state >>> 8) % bound;
}

function spec(name) {
  const team = random(1000);
  const department = random(50);
  return [
    `displayName: Team ${team} of department ${department}`,
    `description: "Services and nightly jobs of ${name}: built, tested and run here"`,
    'isolationLevel: standard',
    `owner: team-${team}@example.com`,
    'labels:',
    `  example.com/department: d-${department}`,
    'limits:',
    '  podCpuLimit: "10"',
    `  podMemoryLimit: ${32 + random(32)}Gi`,
    '  containerCpuLimit: "8"',
    `  containerMemoryLimit: ${16 + random(16)}Gi`,
    `  minReplicas: ${1 + random(2)}`,
    '  qosClass: Burstable',
    'namespaces:',
    ...STAGES.slice(0, namespaces).flatMap((stage) => namespace(`${name}-${stage}`)),
  ];
}

function namespace(name) {
  return [
    `- name: ${name}`,
    '  quota:',
    `    cpuQuota: "${50 + random(100)}"`,
    `    memoryQuota: ${64 + random(192)}Gi`,
    `    storageQuota: ${1 + random(8)}Ti`,
    `    podQuota: ${100 + random(400)}`,
    ...['deployment', 'statefulset', 'job', 'ingress', 'service', 'configmap', 'secret'].map(
      (kind) => `    ${kind}Quota: ${10 + random(40)}`),
    ...volumes(10 + random(40)),
  ];
}

function volumes(count) {
  return [`    pvQuota: ${count}`, `    pvcQuota: ${count}`];
}

const indented = (lines) => lines.map((line) => `  ${line}\n`).join('');
const values = fs.createWriteStream(path.join(directory, 'values.yaml'));
fs.mkdirSync(path.join(directory, 'tenants'), { recursive: true });
values.write('tenants:\n');
for (let i = 0; i < tenants; i++) {
  const name = `tenant-${String(i).padStart(5, '0')}`;
  const lines = spec(name);
  fs.writeFileSync(
    path.join(directory, 'tenants', `${name}.yaml`),
    `apiVersion: tenantry.io/v1alpha1\nkind: Tenant\nmetadata:\n  name: ${name}\nspec:\n${indented(lines)}`);
  values.write(`- name: ${name}\n${indented(lines)}`);
}
values.end();
