package cn.gov.zhuozhou.aid.chassis.tabular;

/**
 * Takes rows one by one.
 *
 * @param <X> what it may throw; it ends the reading
 */
@FunctionalInterface
public interface RowConsumer<X extends Exception> {
    void accept(Row row) throws X;
}
