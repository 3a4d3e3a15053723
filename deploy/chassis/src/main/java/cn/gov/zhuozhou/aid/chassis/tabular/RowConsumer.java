package cn.gov.zhuozhou.aid.chassis.tabular;

/** Takes rows as they stand. */
@FunctionalInterface
public interface RowConsumer<X extends Exception> extends Taker<Row, X> {}
