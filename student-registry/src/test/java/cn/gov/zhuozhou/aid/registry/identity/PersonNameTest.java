package cn.gov.zhuozhou.aid.registry.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonNameTest {
    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "张三, 张三",
                "'张 三', 张三",
                "' 张\u3000三\u00A0', 张三",
                "阿依古丽•买买提, 阿依古丽·买买提",
                "阿依古丽・买买提, 阿依古丽·买买提",
                "阿依古丽．买买提, 阿依古丽·买买提",
                "阿依古丽 · 买买提, 阿依古丽·买买提",
                "阿依古丽··买买提·, 阿依古丽·买买提",
                "'Anna  Maria', Anna Maria",
                "Ａｎｎａ, Anna",
                "㐀㐁, 㐀㐁",
                "'   ', ''",
                "null, ''"
            })
    void aNameHasOneForm(String written, String form) {
        // When
        String name = PersonName.normalised(written);
        // Then
        assertThat(name).isEqualTo(form);
    }
}
