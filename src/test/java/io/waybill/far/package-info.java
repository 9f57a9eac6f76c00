/** The far side for tests and benchmarks: a Graph API, an ERP and Meta's webhooks, each as it behaves on good and bad days. */
package io.waybill.far;
