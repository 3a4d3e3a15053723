package cn.gov.zhuozhou.aid.registry.outofarea;

import java.util.List;

/**
 * What a letter says (S83), kept sealed as it was approved: the household's facts of that day stay readable whatever changes.
 *
 * @param maskedNumber the pupil's identity number as a letter shows it by default
 * @param categories what registers say of the household, in words
 * @param family the household's situation in the central school's own words
 * @param proofs papers that go with the letter
 * @param signer the central school
 * @param replyTo where the reply slip goes
 */
record LetterContent(
        String recipient,
        String recipientAddress,
        String name,
        String birthDate,
        String maskedNumber,
        String household,
        String guardian,
        List<String> categories,
        String family,
        List<String> proofs,
        String signer,
        String replyTo,
        int replyDays) {
    @Override
    public String toString() {
        return "letter content";
    }
}
