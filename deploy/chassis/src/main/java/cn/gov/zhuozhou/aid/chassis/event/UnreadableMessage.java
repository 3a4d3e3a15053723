package cn.gov.zhuozhou.aid.chassis.event;

/** A message that no repetition will make readable. The text names what was expected and repeats nothing of the content. */
public class UnreadableMessage extends RuntimeException {
    public UnreadableMessage(String expected) {
        super(expected, null, false, false);
    }
}
