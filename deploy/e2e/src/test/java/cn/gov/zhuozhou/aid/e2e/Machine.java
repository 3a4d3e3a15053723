package cn.gov.zhuozhou.aid.e2e;

import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The machine, which stories share and who measures has to himself: he prepares beside them, and measures when none is told. Put before
 * a story by {@link ExtendWith}.
 */
final class Machine implements BeforeAllCallback, AfterAllCallback {
    private static final ReentrantReadWriteLock USE = new ReentrantReadWriteLock();

    @Override
    public void beforeAll(ExtensionContext story) {
        USE.readLock().lock();
    }

    @Override
    public void afterAll(ExtensionContext story) {
        USE.readLock().unlock();
    }

    /** Waits for the stories that are being told; the others wait until it is given back. */
    static void keepForOneself() {
        USE.writeLock().lock();
    }

    static void giveBack() {
        if (USE.isWriteLockedByCurrentThread()) {
            USE.writeLock().unlock();
        }
    }
}
