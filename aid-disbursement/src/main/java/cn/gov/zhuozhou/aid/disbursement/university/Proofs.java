package cn.gov.zhuozhou.aid.disbursement.university;

import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.attachment.Attachment;
import cn.gov.zhuozhou.aid.chassis.attachment.Attachments;
import cn.gov.zhuozhou.aid.chassis.attachment.FileKind;
import cn.gov.zhuozhou.aid.chassis.attachment.HandedIn;
import cn.gov.zhuozhou.aid.chassis.http.Downloads;
import cn.gov.zhuozhou.aid.chassis.http.FileNames;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.tabular.SheetWriter;
import cn.gov.zhuozhou.aid.chassis.tabular.Watermark;
import cn.gov.zhuozhou.aid.chassis.trail.Trail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Files handed in with grants, loans and publicity, and the lists that leave as workbooks. */
@ApplicationScoped
class Proofs {
    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** Lists leave whole up to this many rows. */
    static final int MOST_ROWS = 20_000;

    @Inject
    Attachments attachments;

    @Inject
    Trail trail;

    List<Attachment> of(String subject, UUID id) {
        return attachments.of(subject, id.toString());
    }

    Attachment keep(String subject, UUID id, String shows, String disposition, byte[] content, Actor actor) {
        return attachments.keep(
                new HandedIn(
                        subject, id.toString(), shows, FileNames.from(disposition), content, FileKind.PHOTOS_AND_SCANS),
                actor);
    }

    Response download(String subject, UUID id, UUID file, Actor actor) {
        Attachment found = attachments.find(subject, id.toString(), file).orElseThrow(ProblemException::notFound);
        trail.record(actor, subject + ".proof-seen", subject, id.toString(), null);
        return Downloads.of(found.name(), found.kind().mediaType(), attachments.content(found));
    }

    /** A list as a workbook that says who took it out. */
    Response sheet(String subject, String title, List<String> headers, List<List<Object>> rows, Actor actor) {
        var out = new ByteArrayOutputStream();
        var mark = new Watermark(
                "导出人：%s；单位：%s".formatted(actor.name(), actor.jurisdiction().claim()), true);
        try (var sheet = new SheetWriter(out, title, mark, headers)) {
            for (List<Object> row : rows) {
                sheet.row(row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        trail.record(actor, subject + ".list-downloaded", subject, "-", null, Map.of("rows", rows.size()));
        return Downloads.of(title + ".xlsx", XLSX, out.toByteArray());
    }
}
