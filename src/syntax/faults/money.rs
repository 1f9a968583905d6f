//! What is wrong with a line of money.

use crate::diagnostic::Diagnostic;
use crate::source::Span;
use crate::text;

use super::{UNKNOWN_CLAUSE, UNREADABLE_VALUE, WRONG_ORDER};

/// A name behind an amount of money that does not say whether it pays or is paid.
pub(in crate::syntax) fn bare_payer(words: &str, span: Span, is_treasury: bool) -> Diagnostic {
    let message = text!(
        zh: "“{words}”是出钱还是用钱，没有写明",
        en: "whether “{words}” pays or is paid is not said"
    );
    let found = Diagnostic::error(UNKNOWN_CLAUSE, span, message);
    let from = if words.is_ascii() { format!("from {words}") } else { format!("来源{words}") };
    let title = text!(zh: "改为“{from}”", en: "change to “{from}”");
    match is_treasury {
        true => found
            .help(text!(zh: "出钱的写“{from}”，先按它读", en: "who pays is “{from}”; it is read so"))
            .fix(title, span, from),
        false => found
            .help(text!(
                zh: "出钱的写“{from}”，收钱的写“给{words}”，用在什么上写“用于…”",
                en: "who pays is “{from}”, who gets it “to {words}”, what it is for “for …”"
            ))
            .guess(title, span, from),
    }
}

/// A line of money that does not say what the money is.
pub(in crate::syntax) fn nameless_money(span: Span) -> Box<Diagnostic> {
    let message = text!(zh: "没有写是什么经费", en: "what money this is is not said");
    Box::new(Diagnostic::error(WRONG_ORDER, span, message).help(money_form()))
}

/// What a line of money looks like.
pub(in crate::syntax) fn money_form() -> crate::diagnostic::Text {
    text!(
        zh: "写法如“经费：培训经费 20万元，每年，来源县财政，用于骨干教师培训”：先写名称，空一格写金额；来源（由县财政承担、从公用经费中列支）、给谁、用途和“列入年度财政预算”“分三年安排”这类安排可以不写；各部分写“其中教学楼120万元、运动场80万元”",
        en: "write it as “fund: 培训经费 20万元, per year, from 县财政, for 骨干教师培训”: the name, a blank, the amount; source, receiver and purpose may be left out; parts are 其中教学楼120万元、运动场80万元"
    )
}

/// Amounts of money in the name of a source.
pub(in crate::syntax) fn money_in_source(span: Span) -> Box<Diagnostic> {
    let message = text!(zh: "来源里写了金额，金额会丢失", en: "the source holds amounts, which would be lost");
    Box::new(Diagnostic::error(UNKNOWN_CLAUSE, span, message).help(text!(
        zh: "来源只写是谁；各出多少，缩进分行写“- 其中：省级资金 100万元”，或者写比例“来源县财政80%、学校20%”",
        en: "the source only says who pays; write how much each pays on indented lines, “- part: 省级资金 100万元”, or as shares, “from 县财政80%、学校20%”"
    )))
}

/// Shares that come to more than there is.
pub(in crate::syntax) fn shares_over_whole(sum: crate::quantity::Decimal, span: Span) -> Box<Diagnostic> {
    let message =
        text!(zh: "各方分担的比例加起来是{sum}%，超过了全部", en: "the shares come to {sum}%, more than the whole");
    Box::new(Diagnostic::error(UNREADABLE_VALUE, span, message).help(text!(
        zh: "写法如“来源县财政80%、学校20%”，合计不超过100%",
        en: "write it as “from 县财政80%、学校20%”, together no more than 100%"
    )))
}

/// Shares as a ratio, and nobody, or not as many, to pay them.
pub(in crate::syntax) fn ratio_without_payers(names: usize, shares: usize, span: Span) -> Box<Diagnostic> {
    let message = match names {
        0 => text!(zh: "写了分担的比例，没有写由谁分担", en: "the shares are said, and not who pays them"),
        _ => text!(
            zh: "比例有{shares}份，分担的有{names}方，对不上",
            en: "there are {shares} shares and {names} who pay them"
        ),
    };
    Box::new(Diagnostic::error(UNREADABLE_VALUE, span, message).help(text!(
        zh: "逐一写明，如“由市财政、县财政、乡镇按5:3:2分担”，或者“来源市财政50%、县财政30%、乡镇20%”",
        en: "name each, as in 由市财政、县财政、乡镇按5:3:2分担, or “from 市财政50%、县财政30%、乡镇20%”"
    )))
}
