package cn.gov.zhuozhou.aid.registry.feed;

import cn.gov.zhuozhou.aid.chassis.crypto.FieldCryptoSession;
import cn.gov.zhuozhou.aid.chassis.tabular.Row;
import cn.gov.zhuozhou.aid.registry.feed.row.RowReading;
import cn.gov.zhuozhou.aid.registry.feed.row.SchoolRow;
import java.sql.SQLException;
import java.util.stream.Collectors;

/** Stages rows of the list of schools. */
final class SchoolStage implements Stage {
    private static final int FIELDS = 12;

    private final FieldCryptoSession crypto;

    SchoolStage(FieldCryptoSession crypto) {
        this.crypto = crypto;
    }

    @Override
    public String table() {
        return "school_stage";
    }

    @Override
    public String preparation() {
        return SchoolMerge.STAGE;
    }

    @Override
    public void write(BinaryCopy copy, Row row, RowReading reading, boolean ends) throws SQLException {
        copy.row(FIELDS).integer(row.line());
        switch (reading) {
            case RowReading.Accepted accepted -> {
                SchoolRow school = (SchoolRow) accepted.row();
                copy.text(school.code())
                        .text(school.name())
                        .code(school.stages().getFirst())
                        .text(school.town())
                        .text(school.stages().stream().map(Enum::name).collect(Collectors.joining(",")))
                        .code(school.kind())
                        .code(school.nature())
                        .bool(school.central())
                        .text(school.centralSchool())
                        .nulls(2);
            }
            case RowReading.Refused refused ->
                copy.nulls(9).text(RefusalTexts.stored(refused.reasons())).bytes(SealedCells.seal(row.cells(), crypto));
        }
    }
}
