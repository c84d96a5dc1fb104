{{- define "brenier.fullname" -}}
{{- if .Values.fullnameOverride -}}
{{- .Values.fullnameOverride | trunc 50 | trimSuffix "-" -}}
{{- else -}}
{{- $name := default .Chart.Name .Values.nameOverride -}}
{{- if contains $name .Release.Name -}}{{ .Release.Name | trunc 50 | trimSuffix "-" }}{{- else -}}{{ printf "%s-%s" .Release.Name $name | trunc 50 | trimSuffix "-" }}{{- end -}}
{{- end -}}
{{- end -}}

{{- define "brenier.selector" -}}
app.kubernetes.io/name: {{ default .Chart.Name .Values.nameOverride }}
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end -}}

{{- define "brenier.labels" -}}
{{ include "brenier.selector" . }}
app.kubernetes.io/version: {{ default .Chart.AppVersion .Values.image.tag | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version }}
{{- end -}}

{{- define "brenier.serviceAccount" -}}
{{- if .Values.serviceAccount.create -}}
{{- default (include "brenier.fullname" .) .Values.serviceAccount.name -}}
{{- else -}}
{{- default "default" .Values.serviceAccount.name -}}
{{- end -}}
{{- end -}}

{{- define "brenier.tag" -}}
{{- default .Chart.AppVersion .Values.image.tag -}}
{{- end -}}

{{- define "brenier.podSecurity" -}}
runAsNonRoot: true
runAsUser: 10001
runAsGroup: 10001
fsGroup: 10001
seccompProfile: {type: RuntimeDefault}
{{- end -}}

{{- define "brenier.containerSecurity" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities: {drop: [ALL]}
{{- end -}}

{{/* The database, by reference; all that the migration needs. */}}
{{- define "brenier.databaseEnv" -}}
- name: SPRING_DATASOURCE_URL
  value: {{ required "database.url is required, such as jdbc:postgresql://postgres:5432/brenier" .Values.database.url | quote }}
- name: SPRING_DATASOURCE_USERNAME
  valueFrom: {secretKeyRef: {name: {{ .Values.database.existingSecret.name }}, key: {{ .Values.database.existingSecret.usernameKey }}}}
- name: SPRING_DATASOURCE_PASSWORD
  valueFrom: {secretKeyRef: {name: {{ .Values.database.existingSecret.name }}, key: {{ .Values.database.existingSecret.passwordKey }}}}
{{- end -}}

{{/* What api and worker pods share. */}}
{{- define "brenier.env" -}}
{{ include "brenier.databaseEnv" . }}
{{- with .Values.storage.existingSecret }}
{{- if .name }}
- name: BRENIER_STORAGE_S3_ACCESSKEY
  valueFrom: {secretKeyRef: {name: {{ .name }}, key: {{ .accessKeyKey }}}}
- name: BRENIER_STORAGE_S3_SECRETKEY
  valueFrom: {secretKeyRef: {name: {{ .name }}, key: {{ .secretKeyKey }}}}
{{- end }}
{{- end }}
{{- end -}}

{{- define "brenier.probes" -}}
startupProbe:
  httpGet: {path: /livez, port: http}
  periodSeconds: 2
  failureThreshold: 120
livenessProbe:
  httpGet: {path: /livez, port: http}
  periodSeconds: 10
  timeoutSeconds: 5
  failureThreshold: 6
readinessProbe:
  httpGet: {path: /readyz, port: http}
  periodSeconds: 5
  timeoutSeconds: 5
  failureThreshold: 3
{{- end -}}

{{/* Spread over zones and nodes, where there are several. Takes {root, component}. */}}
{{- define "brenier.spread" -}}
{{- $root := .root -}}
{{- $component := .component -}}
{{- range list "topology.kubernetes.io/zone" "kubernetes.io/hostname" }}
- maxSkew: 1
  topologyKey: {{ . }}
  whenUnsatisfiable: ScheduleAnyway
  labelSelector:
    matchLabels:
      {{- include "brenier.selector" $root | nindent 6 }}
      app.kubernetes.io/component: {{ $component }}
{{- end }}
{{- end -}}

{{/* The values of one pool, laid over those of `worker`. Takes {root, name}; gives YAML. */}}
{{- define "brenier.pool" -}}
{{- $worker := deepCopy .root.Values.worker -}}
{{- $pool := deepCopy (index .root.Values.pools .name) -}}
{{- toYaml (mustMergeOverwrite $worker $pool) -}}
{{- end -}}

{{/* keda, hpa or none. Takes {root, by}. */}}
{{- define "brenier.autoscaler" -}}
{{- if ne .by "auto" -}}{{ .by }}
{{- else if .root.Capabilities.APIVersions.Has "keda.sh/v1alpha1/ScaledObject" -}}keda
{{- else -}}hpa{{- end -}}
{{- end -}}

{{/* Jobs that wait or run, of these devices, by the names of the triggers that tell. */}}
{{- define "brenier.jobsFormula" -}}
{{- $terms := list }}
{{- range . }}{{ $terms = concat $terms (list (printf "waiting_%s" .) (printf "held_%s" .)) }}{{ end }}
{{- join " + " $terms }}
{{- end }}
