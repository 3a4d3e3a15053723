/**
 * The ledger (台账): one line per problem and subject, with the unit that has to mend it, a deadline in working days and
 * everything done about it. A line whose cause is gone is closed by the system; where the cause stands, only a person above
 * the responsible unit closes it. Within a semester a cause that comes back reopens its line; later it is a new line.
 */
package cn.gov.zhuozhou.aid.inspection.finding;
