using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Plans.Reading;

namespace HuiminCoord.Domain.Tests.Plans;

/// <summary>One mistake in the shipped plan is one problem, at the value that has to change (marked ▲).</summary>
public sealed class PlanProblemTests
{
    private const string AllUnits = """["scjg", "jiaoyu", "minzheng", "nongmu", "gongxin", "weijian", "gongan", "zhujian", "wenlv", "chengguan", "zhengfuban"]""";
    private const string Publicity = """
        "title": "媒体宣传", "clause": "c4-1", "phase": "mobilise",
              "schedule": { "type": "undated" },
              "owedBy": 
        """;

    [Theory]
    [InlineData(PlanProblemCode.Malformed, "\"version\": 1,", "\"version\": ▲,", "this is not JSON")]
    [InlineData(PlanProblemCode.Malformed, "\"officePhone\": \"\"\n  }", "\"officePhone\": \"\",\n  ▲}", "trailing comma")]
    [InlineData(PlanProblemCode.PropertyMissing, "{ \"id\": \"zw-yuebao\", \"where\": \"正文\",", "▲{ \"id\": \"zw-yuebao\",", "'where' is missing")]
    [InlineData(PlanProblemCode.PropertyUnknown, "\"version\": 1,", "\"version\": 1, ▲\"verison\": 1,", "'verison' means nothing here; the nearest known is 'version'")]
    [InlineData(PlanProblemCode.PropertyDuplicate, "\"version\": 1,", "\"version\": 1, ▲\"version\": 1,", "'version' is given twice")]
    [InlineData(PlanProblemCode.WrongType, "\"version\": 1,", "\"version\": ▲\"1\",", "'version' must be a whole number, not a text")]
    [InlineData(PlanProblemCode.WrongType, "\"version\": 1,", "\"version\": ▲1.5,", "not the number '1.5'")]
    [InlineData(PlanProblemCode.WrongType, "\"name\": \"回民区\"", "\"name\": ▲null", "'name' must be a text, not null")]
    [InlineData(PlanProblemCode.WrongType, "\"aliases\": [\"区教育局\"]", "\"aliases\": ▲{}", "'aliases' must be a list, not an object")]
    [InlineData(PlanProblemCode.WrongType, "{ \"from\": \"2021-10-01\", \"to\": \"2021-10-31\" }", "▲[]", "must be an object, not a list")]
    [InlineData(PlanProblemCode.Empty, "\"name\": \"回民区\"", "\"name\": ▲\" \"", "'name' must not be empty")]
    [InlineData(PlanProblemCode.Empty, "[{ \"id\": \"wangjian\", \"name\": \"市场和网络交易监督管理股\" }]", "▲[]", "'sections' must not be empty")]
    [InlineData(PlanProblemCode.OutOfRange, "\"longRestDays\": 3", "\"longRestDays\": ▲1", "from 2 to 30, not '1'")]
    [InlineData(PlanProblemCode.OutOfRange, "\"slowTaskDays\": 15", "\"slowTaskDays\": ▲0", "from 1 to 366, not '0'")]
    [InlineData(PlanProblemCode.WrongType, "\"slowTaskDays\": 15", "\"slowTaskDays\": ▲\"15\"", "'slowTaskDays' must be a whole number, not a text")]
    [InlineData(PlanProblemCode.SlowLate, "\"slowTaskDays\": 15", "\"slowTaskDays\": ▲30", "less than 'staleTaskDays', which is 30")]
    [InlineData(PlanProblemCode.ReplyEarly, "\"noticeWorkdays\": 5, \"replyWorkdays\": 2", "\"noticeWorkdays\": 5, \"replyWorkdays\": ▲5", "less than 'noticeWorkdays', which is 5")]
    [InlineData(PlanProblemCode.PlaceholderUnknown, "\"{year}年第{n}次全体会议\"", "▲\"{year}年第{m}次全体会议\"", "'{m}' is replaced by nothing")]
    [InlineData(PlanProblemCode.NotHonoured, "\"advance\": { ", "\"advance\": { \"consent\": ▲\"director\", ", "a unit's own meeting is agreed to by its leader, it does not follow director yet")]
    [InlineData(PlanProblemCode.ChoiceUnknown, "\"consent\": \"convenor\"", "\"consent\": ▲\"leader\"", "one of convenor, director, not 'leader'")]
    [InlineData(PlanProblemCode.CadenceOutside, "{ \"everyMonths\": 2,", "{ \"from\": ▲\"2021-11\", \"everyMonths\": 2,", "2021-11 is outside the campaign")]
    [InlineData(PlanProblemCode.OutOfRange, "\"workday\": 4", "\"workday\": ▲16", "from 1 to 15")]
    [InlineData(PlanProblemCode.PropertyMissing, "{ \"everyMonths\": 2, \"workday\": 4", "▲{ \"everyMonths\": 2, \"day\": 4", "'rest' is missing")]
    [InlineData(PlanProblemCode.PropertyUnknown, "{ \"everyMonths\": 2, \"workday\": 4", "{ \"everyMonths\": 2, \"day\": 4, \"rest\": \"after\", ▲\"workday\": 4", "means nothing here")]
    [InlineData(PlanProblemCode.ListDuplicate, "{ \"topic\": \"notReported\" }]", "{ \"topic\": ▲\"openDecisions\" }]", "is listed twice")]
    [InlineData(PlanProblemCode.OutOfRange, "\"consent\": \"convenor\"", "\"quorum\": { \"percent\": ▲101 }", "from 1 to 100")]
    [InlineData(PlanProblemCode.OutOfRange, "\"version\": 1,", "\"version\": ▲99999999999999,", "'version' must be from 1 to 10000")]
    [InlineData(PlanProblemCode.ChoiceUnknown, "\"cutoff\": \"dayEnd\"", "\"cutoff\": ▲\"noon\"", "one of dayEnd, closeOfBusiness, not 'noon'")]
    [InlineData(PlanProblemCode.NotHonoured, "\"cutoff\": \"dayEnd\"", "\"cutoff\": ▲\"closeOfBusiness\"", "can only be dayEnd so far")]
    [InlineData(PlanProblemCode.NotHonoured, "\"roll\": \"keep\"", "\"roll\": ▲\"nextWorkingDay\"", "can only be keep so far")]
    [InlineData(PlanProblemCode.ChoiceUnknown, "\"offset\": \"issue\"", "\"offset\": ▲\"start\"", "a number of working days or 'issue'")]
    [InlineData(PlanProblemCode.DateInvalid, "\"due\": \"2020-09-18\"", "\"due\": ▲\"2020-09-31\"", "a day of this century such as 2020-09-28")]
    [InlineData(PlanProblemCode.DateInvalid, "\"from\": \"2020-09\",", "\"from\": ▲\"2020-9\",", "a month of this century such as 2020-09")]
    [InlineData(PlanProblemCode.DateInvalid, "\"issuedOn\": \"2020-09-17\"", "\"issuedOn\": ▲\"1820-09-17\"", "this century")]
    [InlineData(PlanProblemCode.TimeInvalid, "\"digestAt\": \"09:00\"", "\"digestAt\": ▲\"24:00\"", "a time of day such as 09:00, not '24:00'")]
    [InlineData(PlanProblemCode.IdInvalid, "\"id\": \"peixun\"", "\"id\": ▲\"Peixun\"", "'Peixun' is no id")]
    [InlineData(PlanProblemCode.IdInvalid, "\"campaign\": \"huimin-2020\"", "\"campaign\": ▲\"huimin2020\"", "it must contain a hyphen")]
    [InlineData(PlanProblemCode.IdInvalid, "\"id\": \"monthly\"", "\"id\": ▲\"monthly-report-of-each-and-every-unit\"", "too long for a monthly duty")]
    [InlineData(PlanProblemCode.DivisionInvalid, "\"code\": \"150103\"", "\"code\": ▲\"15O103\"", "six digits such as 150103")]
    public void A_value_of_the_wrong_shape(string code, string old, string spoilt, string message) =>
        Single(ShippedPlan.Json.Replace((old, spoilt)), code, message);

    [Theory]
    [InlineData("clause", "\"id\": \"c5-2\"", "\"id\": ▲\"c5-1\"")]
    [InlineData("section", "{ \"id\": \"shipin\", ", "{ \"id\": \"shipin\", \"name\": \"甲股\" }, { \"id\": ▲\"shipin\", ")]
    [InlineData("domain", "\"domains\": [", "\"domains\": [\n{ \"id\": \"wangluo\", \"name\": \"网\", \"goal\": \"清朗\", \"lead\": \"scjg\", \"sections\": [{ \"id\": \"wangjian\", \"name\": \"股\" }], \"cooperating\": [], \"clause\": \"c3-5\" },", "\"id\": \"wangluo\", \"name\": \"网络\", \"goal\"", "\"id\": ▲\"wangluo\", \"name\": \"网络\", \"goal\"")]
    [InlineData("task", "\"id\": \"chi-6\"", "\"id\": ▲\"chi-5\"")]
    [InlineData("phase", "\"id\": \"conclude\"", "\"id\": ▲\"rectify\"")]
    [InlineData("goal", "\"id\": \"peixun\"", "\"id\": ▲\"fangan\"")]
    [InlineData("duty", "\"id\": \"publicity\"", "\"id\": ▲\"training\"")]
    [InlineData("duty", "\"id\": \"publicity\"", "\"id\": ▲\"monthly-2021-02\"")]
    [InlineData("rung", "\"id\": \"due-15\"", "\"id\": ▲\"due\"")]
    [InlineData("question", "\"id\": \"digest-time\"", "\"id\": ▲\"day-end\"")]
    public void An_id_given_twice(string sort, string old, string spoilt, string? unmarked = null, string? marked = null)
    {
        var json = ShippedPlan.Json.Replace((old, spoilt));
        json = unmarked is null ? json : json.Replace((unmarked, marked!));
        Single(json, PlanProblemCode.IdDuplicate, $"the {sort} id ");
    }

    [Theory]
    [InlineData(PlanProblemCode.UnitUnknown, "\"convenor\": \"scjg\"", "\"convenor\": ▲\"scgj\"", "there is no unit 'scgj'; the nearest known is 'scjg'")]
    [InlineData(PlanProblemCode.UnitUnknown, "[\"zhujian\", \"gongan\"]", "[\"zhujian\", ▲\"公安局\"]", "the nearest known is 'gongan' (公安分局)")]
    [InlineData(PlanProblemCode.UnitNameClash, "\"区民政局\"", "▲\"教育局\"", "'教育局' already means the unit 'jiaoyu'")]
    [InlineData(PlanProblemCode.IdDuplicate, "\"units\": [\n", "\"units\": [\n{ \"id\": \"other\", \"name\": \"某局\", \"table\": \"none\" }, { \"id\": ▲\"other\", \"name\": \"某办\", \"table\": \"none\" },", "'other' already means the unit")]
    [InlineData(PlanProblemCode.ListDuplicate, "[\"zhujian\", \"gongan\"]", "[\"zhujian\", \"gongan\", ▲\"公安\"]", "'公安' is listed twice")]
    [InlineData(PlanProblemCode.ClauseUnknown, "\"clause\": \"c3-1-8\"", "\"clause\": ▲\"c3-1-9\"", "there is no clause 'c3-1-9'; the nearest known is 'c3-1-")]
    [InlineData(PlanProblemCode.DomainUnknown, "\"domain\": \"wangluo\", \"number\"", "\"domain\": ▲\"wangluoo\", \"number\"", "the nearest known is 'wangluo'")]
    [InlineData(PlanProblemCode.SectionUnknown, "\"section\": \"yaoxie\"", "\"section\": ▲\"zhiliang\"", "the domain 'chi' has no section 'zhiliang'")]
    [InlineData(PlanProblemCode.TaskNumberDuplicate, "\"id\": \"xing-3\", \"domain\": \"xing\", \"number\": 3", "\"id\": \"xing-3\", \"domain\": \"xing\", \"number\": ▲2", "already has a task 2")]
    public void A_name_that_leads_nowhere_or_to_two_things(string code, string old, string spoilt, string message) =>
        Single(ShippedPlan.Json.Replace((old, spoilt)), code, message);

    [Theory]
    [InlineData(PlanProblemCode.WindowReversed, "{ \"from\": \"2020-08-01\", \"to\": \"2021-10-31\" }", "▲{ \"from\": \"2021-10-31\", \"to\": \"2020-08-01\" }", "'window' ends on 2020-08-01, before it begins on 2021-10-31")]
    [InlineData(PlanProblemCode.TooLarge, "{ \"from\": \"2020-08-01\", \"to\": \"2021-10-31\" }", "▲{ \"from\": \"2020-08-01\", \"to\": \"2030-08-01\" }", "longer than 10 years")]
    [InlineData(PlanProblemCode.PhaseOutside, "{ \"from\": \"2021-10-01\", \"to\": \"2021-10-31\" }", "▲{ \"from\": \"2021-10-01\", \"to\": \"2021-11-01\" }", "not inside the campaign, which runs from 2020-08-01 to 2021-10-31")]
    [InlineData(PlanProblemCode.PhaseOverlap, "{ \"from\": \"2021-10-01\", \"to\": \"2021-10-31\" }", "▲{ \"from\": \"2021-09-30\", \"to\": \"2021-10-31\" }", "shares days with '集中整治'")]
    [InlineData(PlanProblemCode.PhaseGap, "{ \"from\": \"2021-10-01\", \"to\": \"2021-10-31\" }", "▲{ \"from\": \"2021-10-02\", \"to\": \"2021-10-31\" }", "must begin on 2021-10-01")]
    [InlineData(PlanProblemCode.DueOutside, "\"due\": \"2021-10-28\"", "\"due\": ▲\"2021-11-01\"", "due on 2021-11-01, which is outside the campaign")]
    [InlineData(PlanProblemCode.DueOutside, "\"to\": \"2021-09\" }", "\"to\": ▲\"2021-11\" }", "due on 2021-11-28")]
    [InlineData(PlanProblemCode.DueOutside, "\"from\": \"2020-09\",", "\"from\": ▲\"2020-07\",", "due on 2020-07-28")]
    [InlineData(PlanProblemCode.MonthsReversed, "\"from\": \"2020-09\",", "\"from\": ▲\"2021-10\",", "end in 2021-09, before they begin in 2021-10")]
    [InlineData(PlanProblemCode.OpensLate, "\"opensOn\": \"2020-11-01\"", "\"opensOn\": ▲\"2020-12-04\"", "after it is due on 2020-12-03")]
    [InlineData(PlanProblemCode.ScheduleUnfit, "{ \"type\": \"once\", \"due\": \"2020-12-03\", \"opensOn\": \"2020-11-01\" }", "{ \"type\": ▲\"monthly\", \"day\": 3, \"from\": \"2020-12\", \"to\": \"2021-09\" }", "the kind 'annual' cannot be due 'monthly'")]
    public void Days_that_do_not_fit(string code, string old, string spoilt, string message) =>
        Single(ShippedPlan.Json.Replace((old, spoilt)), code, message);

    [Theory]
    [InlineData(PlanProblemCode.RungNobody, "\"to\": [\"leader\"] }\n      ],\n      \"weekly\": 0", "\"to\": ▲[] }\n      ],\n      \"weekly\": 0", "sent to nobody")]
    [InlineData(PlanProblemCode.RungOrder, "{ \"id\": \"t-15\", \"offset\": -15", "{ \"id\": \"t-15\", \"offset\": -2", "earliest first", "{ \"id\": \"t-15\", \"offset\": -2, \"at\": \"09:00\", \"to\": [\"liaison\"] },\n        ▲")]
    [InlineData(PlanProblemCode.RungDuplicate, "{ \"id\": \"due-15\", \"offset\": 0, \"at\": \"15:00\"", "▲{ \"id\": \"due-15\", \"offset\": 0, \"at\": \"09:00\"", "same moment")]
    public void A_ladder_that_cannot_be_climbed(string code, string old, string spoilt, string message, string? marked = null)
    {
        var json = ShippedPlan.Json.Replace((old, spoilt));
        json = marked is null ? json : json.Replace((marked.Replace("▲", "", StringComparison.Ordinal), marked));
        Single(json, code, message);
    }

    [Fact]
    public void A_duty_that_nobody_owes() =>
        Single(ShippedPlan.Json.Replace((Publicity + AllUnits, Publicity + "▲[]")), PlanProblemCode.DutyNobody, "nobody owes this duty");

    [Fact]
    public void A_phase_that_is_not_there() =>
        Single(
            ShippedPlan.Json.Replace((Publicity, Publicity.Replace("\"mobilise\"", "▲\"mobilize\"", StringComparison.Ordinal))),
            PlanProblemCode.PhaseUnknown,
            "there is no phase 'mobilize'; the nearest known is 'mobilise'");

    [Fact]
    public void A_phase_listed_after_a_later_one()
    {
        var json = ShippedPlan.Json
            .Replace(("{ \"from\": \"2020-08-01\", \"to\": \"2020-08-31\" }", "{ \"from\": \"2020-09-01\", \"to\": \"2021-09-30\"  }"))
            .Replace(("{ \"from\": \"2020-09-01\", \"to\": \"2021-09-30\" }", "▲{ \"from\": \"2020-08-01\", \"to\": \"2020-08-31\" }"));
        Single(json, PlanProblemCode.PhaseOrder, "lies before '动员部署'");
    }

    [Fact]
    public void A_kind_of_duty_without_a_ladder_is_told_once_at_the_first_such_duty()
    {
        var (json, marks) = ShippedPlan.TakeMarks(ShippedPlan.Json
            .Replace(("\"id\": \"annual-2020\", \"kind\": ", "\"id\": \"annual-2020\", \"kind\": ▲"))
            .Replace(("    \"annual\": {", "    ▲\"yearly\": {")));
        var problems = PlanReader.Read(json).Problems;
        Assert.Equal([PlanProblemCode.LadderMissing, PlanProblemCode.PropertyUnknown], problems.Select(p => p.Code));
        Assert.Equal(marks, problems.Select(p => new PlanPosition(p.Line, p.Column)));
    }

    [Fact]
    public void A_plan_without_the_ladder_of_decisions_misses_it_although_no_duty_has_that_kind()
    {
        var (json, marks) = ShippedPlan.TakeMarks(ShippedPlan.Json
            .Replace(("\"ladders\": {", "\"ladders\": ▲{"))
            .Replace(("    \"decision\": {", "    ▲\"decisions\": {")));
        var problems = PlanReader.Read(json).Problems;
        Assert.Equal([PlanProblemCode.LadderMissing, PlanProblemCode.PropertyUnknown], problems.Select(p => p.Code));
        Assert.Equal(marks, problems.Select(p => new PlanPosition(p.Line, p.Column)));
    }

    [Theory]
    [InlineData(PlanProblemCode.PropertyMissing, "\"version\": ▲2,", "version 2 must say in 'amendment' why it takes the place of version 1")]
    [InlineData(PlanProblemCode.PropertyUnknown, "\"version\": 1, \"amendment\": ▲{ \"reason\": \"试行\", \"decidedBy\": \"meeting\" },", "version 1 amends nothing")]
    [InlineData(PlanProblemCode.PropertyMissing, "\"version\": 2, \"amendment\": ▲{ \"reason\": \"试行\" },", "'decidedBy' is missing")]
    [InlineData(PlanProblemCode.PropertyMissing, "\"version\": 2, \"amendment\": ▲{ \"decidedBy\": \"meeting\" },", "'reason' is missing")]
    [InlineData(PlanProblemCode.Empty, "\"version\": 2, \"amendment\": { \"reason\": ▲\" \", \"decidedBy\": \"meeting\" },", "'reason' must not be empty")]
    [InlineData(PlanProblemCode.ChoiceUnknown, "\"version\": 2, \"amendment\": { \"reason\": \"试行\", \"decidedBy\": ▲\"convenor\" },", "one of officeDirector, meeting")]
    [InlineData(PlanProblemCode.PropertyUnknown, "\"version\": 2, \"amendment\": { \"reason\": \"试行\", ▲\"by\": \"meeting\", \"decidedBy\": \"meeting\" },", "'by' means nothing here")]
    public void An_amendment_that_does_not_say_why(string code, string version, string message) =>
        Single(ShippedPlan.Json.Replace(("\"version\": 1,", version)), code, message);

    [Fact]
    public void An_amendment_that_says_why_is_read()
    {
        var plan = PlanReader.Read(ShippedPlan.Json.Replace(("\"version\": 1,", "\"version\": 2, \"amendment\": { \"reason\": \"试行情况\", \"basis\": \"纪要\", \"decidedBy\": \"officeDirector\" },"))).Plan!;
        Assert.Equal(new PlanAmendment("试行情况", "纪要", AmendingBody.OfficeDirector), plan.Amendment);
    }

    [Fact]
    public void An_empty_answer_is_none() =>
        Single(ShippedPlan.Json.Replace(("{ \"id\": \"digest-time\",", "{ \"id\": \"digest-time\", \"answer\": ▲\"\",")), PlanProblemCode.Empty, "'answer' must not be empty");

    private static void Single(string marked, string code, string message)
    {
        var (json, marks) = ShippedPlan.TakeMarks(marked);
        var reading = PlanReader.Read(json);
        var problem = Assert.Single(reading.Problems);
        Assert.Null(reading.Plan);
        Assert.Equal(code, problem.Code);
        Assert.Equal(Assert.Single(marks), new PlanPosition(problem.Line, problem.Column));
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
    }
}
