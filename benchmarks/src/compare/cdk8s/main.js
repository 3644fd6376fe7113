// Prints the objects of the tenants in a values file, after those of a file with what they share:
//
//   node main.js VALUES SHARED
const { ApiObject, App, Chart, Include, Yaml } = require('cdk8s');

const app = new App();
const [values, shared] = process.argv.slice(2);
new Include(new Chart(app, 'shared'), 'objects', { url: shared });
for (const tenant of Yaml.load(values)[0].tenants) {
  const chart = new Chart(app, tenant.name);
  for (const { name, quota } of tenant.namespaces) {
    new ApiObject(chart, `${name}-namespace`, namespace(tenant, name));
    new ApiObject(chart, `${name}-limits`, limitRange(tenant, name));
    new ApiObject(chart, `${name}-quota`, resourceQuota(tenant, name, quota));
  }
}
process.stdout.write(app.synthYaml());

function labels(tenant) {
  return { 'app.kubernetes.io/managed-by': 'tenantry', 'tenantry.io/tenant': tenant.name };
}

function namespace(tenant, name) {
  return {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: {
      name,
      labels: {
        ...labels(tenant),
        'tenantry.io/isolation-level': tenant.isolationLevel,
        'tenantry.io/qos-class': tenant.limits.qosClass,
        ...tenant.labels,
      },
      annotations: {
        'tenantry.io/display-name': tenant.displayName,
        'tenantry.io/description': tenant.description,
        'tenantry.io/owner': tenant.owner,
        'tenantry.io/min-replicas': String(tenant.limits.minReplicas),
      },
    },
  };
}

function limitRange(tenant, namespace) {
  const { limits } = tenant;
  return {
    apiVersion: 'v1',
    kind: 'LimitRange',
    metadata: { name: 'tenantry-limits', namespace, labels: labels(tenant) },
    spec: {
      limits: [
        {
          type: 'Container',
          default: { cpu: '1', memory: '1280Mi', 'ephemeral-storage': '10Gi' },
          defaultRequest: { cpu: '100m', memory: '128Mi', 'ephemeral-storage': '1Gi' },
          max: { cpu: limits.containerCpuLimit, memory: limits.containerMemoryLimit, 'ephemeral-storage': '10Gi' },
          min: { cpu: '1m', memory: '1Mi', 'ephemeral-storage': '1Mi' },
        },
        { type: 'Pod', max: { cpu: limits.podCpuLimit, memory: limits.podMemoryLimit } },
      ],
    },
  };
}

function resourceQuota(tenant, namespace, quota) {
  return {
    apiVersion: 'v1',
    kind: 'ResourceQuota',
    metadata: { name: 'tenantry-quota', namespace, labels: labels(tenant) },
    spec: {
      hard: {
        'requests.cpu': quota.cpuQuota,
        'requests.memory': quota.memoryQuota,
        'requests.storage': quota.storageQuota,
        'requests.ephemeral-storage': `${quota.podQuota}Gi`,
        pods: String(quota.podQuota),
        'count/deployments.apps': String(quota.deploymentQuota),
        'count/statefulsets.apps': String(quota.statefulsetQuota),
        'count/jobs.batch': String(quota.jobQuota),
        'count/ingresses.networking.k8s.io': String(quota.ingressQuota),
        services: String(quota.serviceQuota),
        'services.loadbalancers': '0',
        'services.nodeports': '0',
        configmaps: String(quota.configmapQuota),
        secrets: String(quota.secretQuota),
        persistentvolumeclaims: String(quota.pvcQuota),
        replicationcontrollers: String(quota.deploymentQuota),
        resourcequotas: '10',
      },
    },
  };
}
