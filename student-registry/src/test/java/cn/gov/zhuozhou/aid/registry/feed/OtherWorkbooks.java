package cn.gov.zhuozhou.aid.registry.feed;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Workbooks of kinds the intake does not read, as other software writes them. */
final class OtherWorkbooks {
    private OtherWorkbooks() {}

    /** An .xls of Excel 97. */
    static byte[] old() throws IOException {
        try (var workbook = new HSSFWorkbook()) {
            return written(workbook);
        }
    }

    /** An .xlsx that asks for a password. */
    static byte[] locked() throws IOException, GeneralSecurityException {
        var info = new EncryptionInfo(EncryptionMode.agile);
        info.getEncryptor().confirmPassword("password");
        var out = new ByteArrayOutputStream();
        try (var container = new POIFSFileSystem();
                var workbook = new XSSFWorkbook()) {
            try (var sealed = info.getEncryptor().getDataStream(container)) {
                sealed.write(written(workbook));
            }
            container.writeFilesystem(out);
        }
        return out.toByteArray();
    }

    private static byte[] written(Workbook workbook) throws IOException {
        workbook.createSheet("学校").createRow(0).createCell(0).setCellValue("学校标识码");
        var out = new ByteArrayOutputStream();
        workbook.write(out);
        return out.toByteArray();
    }
}
