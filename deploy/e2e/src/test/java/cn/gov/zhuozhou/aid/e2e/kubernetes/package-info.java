/**
 * The manifests of deploy/kubernetes, checked without a cluster: every document against the typed Kubernetes model, and the values a
 * roll-out depends on.
 */
package cn.gov.zhuozhou.aid.e2e.kubernetes;
