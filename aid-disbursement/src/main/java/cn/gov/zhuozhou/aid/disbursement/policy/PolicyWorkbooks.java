package cn.gov.zhuozhou.aid.disbursement.policy;

import cn.gov.zhuozhou.aid.chassis.Text;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException.FieldError;
import cn.gov.zhuozhou.aid.chassis.tabular.Limits;
import cn.gov.zhuozhou.aid.chassis.tabular.Row;
import cn.gov.zhuozhou.aid.chassis.tabular.SheetWriter;
import cn.gov.zhuozhou.aid.chassis.tabular.TableFile;
import cn.gov.zhuozhou.aid.chassis.tabular.TableKind;
import cn.gov.zhuozhou.aid.chassis.tabular.UnreadableTable;
import cn.gov.zhuozhou.aid.disbursement.policy.PolicyContent.CombinationRow;
import cn.gov.zhuozhou.aid.disbursement.policy.PolicyContent.DocumentRow;
import cn.gov.zhuozhou.aid.disbursement.policy.PolicyContent.ProgrammeRow;
import cn.gov.zhuozhou.aid.disbursement.policy.PolicyContent.RateRow;
import cn.gov.zhuozhou.aid.disbursement.policy.PolicyContent.RuleRow;
import cn.gov.zhuozhou.aid.disbursement.policy.PolicyContent.ShareRow;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Policy sets as workbooks: what is written out reads in as the same set. */
@ApplicationScoped
class PolicyWorkbooks {
    private static final Limits LIMITS =
            Limits.standard().withMaxBytes(10L << 20).withMaxRows(20_000);
    private static final int MOST_ERRORS = 100;
    private static final Text NOT_XLSX = Text.of("应为 .xlsx 工作簿", "an .xlsx workbook was expected");

    @Inject
    ObjectMapper json;

    @Inject
    Validator validator;

    byte[] written(PolicyContent content) {
        List<PolicySheet> sheets = List.of(PolicySheet.values());
        var out = new ByteArrayOutputStream();
        try (SheetWriter writer = new SheetWriter(
                out, sheets.getFirst().title(), sheets.getFirst().header())) {
            for (PolicySheet sheet : sheets) {
                if (sheet != sheets.getFirst()) {
                    writer.sheet(sheet.title(), sheet.header());
                }
                for (Object row : sheet.kind().of(content)) {
                    writer.row(sheet.cells(json.valueToTree(row)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a workbook could not be written", e);
        }
        return out.toByteArray();
    }

    /** Ends the request with every row that cannot be read. */
    PolicyContent read(Path file) {
        Reading reading = new Reading(opened(file));
        PolicyContent content = new PolicyContent(
                reading.rows(PolicySheet.DOCUMENTS, DocumentRow.class),
                reading.rows(PolicySheet.PROGRAMMES, ProgrammeRow.class),
                reading.rows(PolicySheet.RATES, RateRow.class),
                reading.rows(PolicySheet.RULES, RuleRow.class),
                reading.rows(PolicySheet.COMBINATIONS, CombinationRow.class),
                reading.rows(PolicySheet.SHARES, ShareRow.class));
        if (!reading.errors.isEmpty()) {
            throw new ProblemException(PolicyProblem.WORKBOOK_ROWS_REFUSED, Text.of("", ""), reading.errors);
        }
        return content;
    }

    private static TableFile opened(Path file) {
        try {
            TableFile table = TableFile.open(file, LIMITS);
            if (table.kind() != TableKind.XLSX) {
                throw new ProblemException(PolicyProblem.NOT_A_POLICY_WORKBOOK, NOT_XLSX);
            }
            return table;
        } catch (UnreadableTable e) {
            throw new ProblemException(PolicyProblem.NOT_A_POLICY_WORKBOOK, e.text());
        }
    }

    /** One reading of a workbook and what is wrong with its rows. */
    private final class Reading {
        private final TableFile table;
        private final List<FieldError> errors = new ArrayList<>();

        Reading(TableFile table) {
            this.table = table;
        }

        <R> List<R> rows(PolicySheet sheet, Class<R> type) {
            List<R> rows = new ArrayList<>();
            try {
                List<String> named = table.sheets(sheet.layout(), sheet.title());
                table.read(sheet.layout(), named, row -> read(sheet, row, type).ifPresent(rows::add));
            } catch (UnreadableTable e) {
                throw new ProblemException(
                        PolicyProblem.NOT_A_POLICY_WORKBOOK,
                        Text.of(
                                "工作表“" + sheet.title() + "”：" + e.text().zh(),
                                "sheet " + sheet.title() + ": " + e.text().en()));
            }
            return rows;
        }

        private <R> Optional<R> read(PolicySheet sheet, Row row, Class<R> type) {
            ObjectNode node = json.createObjectNode();
            int before = errors.size();
            sheet.forEachCell(row, (column, cell) -> {
                try {
                    node.set(column.property(), column.value(cell));
                } catch (IllegalArgumentException e) {
                    error(sheet, row, column.title(), column.expected());
                }
            });
            if (errors.size() > before) {
                return Optional.empty();
            }
            try {
                R read = json.treeToValue(node, type);
                for (ConstraintViolation<R> wrong : validator.validate(read)) {
                    String at = wrong.getPropertyPath().iterator().next().getName();
                    error(sheet, row, sheet.title(at), Text.of(wrong.getMessage(), wrong.getMessage()));
                }
                return Optional.of(read);
            } catch (JsonProcessingException e) {
                error(sheet, row, "", Text.of("有单元格的内容不在可选范围内", "a cell holds a word that is not among those known"));
                return Optional.empty();
            }
        }

        private void error(PolicySheet sheet, Row row, String column, Text expected) {
            if (errors.size() < MOST_ERRORS) {
                errors.add(new FieldError(sheet.title() + "!" + row.line() + " " + column, "POLICY_ROW", expected));
            }
        }
    }
}
