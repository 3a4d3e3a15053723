package cn.gov.zhuozhou.aid.registry.application;

import cn.gov.zhuozhou.aid.chassis.Text;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether a form is complete under a template, and sworn to. */
record FormCheck(Template template) {
    /** What is missing or does not fit; empty where the form may be taken. */
    List<FieldError> faults(Answers answers) {
        Form form = answers.form();
        List<FieldError> faults = new ArrayList<>();
        template.requiredAnswers().stream()
                .filter(answer -> !answer.givenIn(form))
                .sorted()
                .forEach(answer -> faults.add(missing("form." + answer.field())));
        if (form.mainIncomeSource() != null && !template.knowsIncomeSource(form.mainIncomeSource())) {
            faults.add(unknown("form.mainIncomeSource"));
        }
        moreThanTheHousehold(form, faults);
        extras(form, faults);
        answers.evidence().stream()
                .filter(evidence -> !template.knowsEvidence(evidence.kind()))
                .forEach(evidence -> faults.add(unknown("evidence.kind")));
        if (!answers.pledged()) {
            faults.add(new FieldError(
                    "pledged",
                    "NOT_PLEDGED",
                    Text.of("须承诺所填资料真实，如有虚假愿承担相应责任", "the truth of the answers must be pledged")));
        }
        if (!answers.authorised()) {
            faults.add(new FieldError(
                    "authorised",
                    "NOT_AUTHORISED",
                    Text.of("须授权与有关部门核对信息", "checking with other departments must be authorised")));
        }
        return faults;
    }

    private void extras(Form form, List<FieldError> faults) {
        Set<String> known = template.extras().stream().map(Template.Extra::key).collect(Collectors.toSet());
        form.extras().keySet().stream()
                .filter(key -> !known.contains(key))
                .sorted()
                .forEach(key -> faults.add(unknown("form.extras")));
        template.extras().stream()
                .filter(extra -> extra.required() && !form.extras().containsKey(extra.key()))
                .forEach(extra -> faults.add(missing("form.extras." + extra.key())));
    }

    private static void moreThanTheHousehold(Form form, List<FieldError> faults) {
        Integer size = form.householdSize();
        boolean tooMany = size != null
                && Stream.of(form.membersInSchool(), form.dependants(), form.unemployed())
                        .filter(Objects::nonNull)
                        .anyMatch(some -> some > size);
        if (tooMany) {
            faults.add(new FieldError(
                    "form.householdSize", "TOO_SMALL", Text.of("家庭人口数小于其中某类成员数", "smaller than one of its parts")));
        }
    }

    private static FieldError missing(String field) {
        return new FieldError(field, "MISSING", Text.of("必填", "must be answered"));
    }

    private static FieldError unknown(String field) {
        return new FieldError(field, "UNKNOWN", Text.of("不在现行申请表的选项中", "not among the choices of the form in force"));
    }
}
