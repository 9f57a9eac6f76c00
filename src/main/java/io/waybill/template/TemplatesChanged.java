package io.waybill.template;

/** What Meta has of our templates, or what they are mapped to, may be another now: what waited for that can be looked at again. */
public record TemplatesChanged() {}
