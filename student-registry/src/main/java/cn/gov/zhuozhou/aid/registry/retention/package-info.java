/**
 * How long records are kept, and what becomes of them afterwards: erased, or anonymised where they are counted. Rules are data; a run is
 * counted first, confirmed by a second person, and leaves a protocol without personal data. The one place that knows which columns of
 * which feature hold words about people.
 */
package cn.gov.zhuozhou.aid.registry.retention;
