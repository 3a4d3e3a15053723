package cn.gov.zhuozhou.aid.registry;

/** {@link cn.gov.zhuozhou.aid.chassis.Masked} by the name this service has always called it. */
public final class Masked {
    private Masked() {}

    public static String number(String number) {
        return cn.gov.zhuozhou.aid.chassis.Masked.number(number);
    }

    public static String anywhere(String text) {
        return cn.gov.zhuozhou.aid.chassis.Masked.anywhere(text);
    }
}
