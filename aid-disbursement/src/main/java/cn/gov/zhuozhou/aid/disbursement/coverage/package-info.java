/**
 * Whether everybody who must be aided is, by school and programme, with the reason of each who is not (应助尽助); whether it reached
 * them in time (S138), goes on from semester to semester (A05), and was neither split equally nor handed round (A13); and the three
 * questions of S28 for a semester. It reads what the other features keep and writes nothing of theirs.
 */
package cn.gov.zhuozhou.aid.disbursement.coverage;
