package cn.gov.zhuozhou.aid.registry.feed;

import cn.gov.zhuozhou.aid.chassis.crypto.FieldCryptoSession;
import cn.gov.zhuozhou.aid.chassis.tabular.Row;
import cn.gov.zhuozhou.aid.registry.feed.row.IdentifiedRow;
import cn.gov.zhuozhou.aid.registry.feed.row.RowReading;
import java.sql.SQLException;
import java.util.stream.Collectors;

/** Stages rows of a semester's list of identified pupils. */
final class IdentifiedStage implements Stage {
    private static final int FIELDS = 9;

    private final FieldCryptoSession crypto;

    IdentifiedStage(FieldCryptoSession crypto) {
        this.crypto = crypto;
    }

    @Override
    public String table() {
        return "identified_stage";
    }

    @Override
    public String preparation() {
        return IdentifiedMerge.STAGE;
    }

    @Override
    public void write(BinaryCopy copy, Row row, RowReading reading, boolean ends) throws SQLException {
        copy.row(FIELDS).integer(row.line());
        switch (reading) {
            case RowReading.Accepted accepted -> {
                IdentifiedRow pupil = (IdentifiedRow) accepted.row();
                String categories = pupil.categories().stream().map(Enum::name).collect(Collectors.joining(","));
                copy.uuid(crypto.index("student-number", pupil.studentNumber().value()));
                copy.text(pupil.name()).code(pupil.level()).text(categories);
                copy.bytes(RowHash.of(crypto, pupil.name(), pupil.level(), categories))
                        .nulls(2)
                        .bool(ends);
            }
            case RowReading.Refused refused ->
                copy.nulls(5)
                        .text(RefusalTexts.stored(refused.reasons()))
                        .bytes(SealedCells.seal(row.cells(), crypto))
                        .bool(ends);
        }
    }
}
