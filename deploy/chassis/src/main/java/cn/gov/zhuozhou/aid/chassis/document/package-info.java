/**
 * Papers: a Qute template is a web page as it is and becomes a PDF (PDF/A-2u, fonts embedded) that prints the rarest names. What
 * no font can draw shows as its code point and is told to the caller.
 */
package cn.gov.zhuozhou.aid.chassis.document;
