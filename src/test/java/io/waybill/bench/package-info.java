/** The load: echoes and order conversations at fixed rates, the hand-written floor beside the gateway, and what each message costs. */
package io.waybill.bench;
