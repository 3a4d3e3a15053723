package cn.gov.zhuozhou.aid.disbursement.reconciliation;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;

/** Entries read a page at a time, each page after the last key of the one before. */
final class Paged implements Iterator<Entry> {
    private final Function<String, List<Entry>> pages;
    private List<Entry> page = List.of();
    private int position;
    private String last = "";
    private boolean ended;

    Paged(Function<String, List<Entry>> pages) {
        this.pages = pages;
    }

    @Override
    public boolean hasNext() {
        if (position == page.size() && !ended) {
            page = pages.apply(last);
            position = 0;
            ended = page.isEmpty();
        }
        return position < page.size();
    }

    @Override
    public Entry next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Entry next = page.get(position++);
        last = next.key();
        return next;
    }
}
