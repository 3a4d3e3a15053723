package cn.gov.zhuozhou.aid.chassis.tabular;

/**
 * Takes what was read, one after the other.
 *
 * @param <X> what it may throw; it ends the reading
 */
@FunctionalInterface
public interface Taker<T, X extends Exception> {
    void accept(T read) throws X;
}
