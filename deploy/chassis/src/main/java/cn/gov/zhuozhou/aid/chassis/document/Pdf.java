package cn.gov.zhuozhou.aid.chassis.document;

import java.util.SortedSet;

/**
 * A printed document.
 *
 * @param undrawn code points of characters no font has; they are printed as these code points
 */
public record Pdf(byte[] content, int pages, SortedSet<String> undrawn) {}
