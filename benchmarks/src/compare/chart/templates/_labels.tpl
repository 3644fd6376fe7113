{{- define "labels" -}}
app.kubernetes.io/managed-by: tenantry
tenantry.io/tenant: {{ . }}
{{- end -}}
