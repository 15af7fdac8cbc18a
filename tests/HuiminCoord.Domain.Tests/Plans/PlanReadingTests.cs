using System.Text;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Plans.Reading;

namespace HuiminCoord.Domain.Tests.Plans;

/// <summary>Places in the text, all problems at once, names for units, sizes.</summary>
public sealed class PlanReadingTests
{
    [Fact]
    public void All_problems_are_told_at_once_in_the_order_of_the_text()
    {
        var (json, marks) = ShippedPlan.TakeMarks(ShippedPlan.Json
            .Replace(("\"version\": 1,", "\"version\": ▲0, ▲\"comment\": {},"))
            .Replace(("\"convenor\": \"scjg\"", "\"convenor\": ▲\"商务局\""))
            .Replace(("\"digestAt\": \"09:00\"", "\"digestAt\": ▲\"9\""))
            .Replace(("\"id\": \"c5-2\"", "\"id\": ▲\"c5-1\""))
            .Replace(("[\"zhujian\", \"gongan\"]", "[▲\"zhujain\", \"gongan\"]"))
            .Replace(("\"section\": \"yaoxie\"", "\"section\": ▲\"yaojie\""))
            .Replace(("{ \"from\": \"2021-10-01\", \"to\": \"2021-10-31\" }", "▲{ \"from\": \"2021-09-01\", \"to\": \"2021-12-31\" }"))
            .Replace(("\"due\": \"2020-12-03\"", "\"due\": ▲\"2022-12-03\""))
            .Replace(("\"offset\": \"issue\"", "\"offset\": ▲true")));
        var problems = PlanReader.Read(json).Problems;
        Assert.Equal(
            [
                PlanProblemCode.OutOfRange, PlanProblemCode.PropertyUnknown, PlanProblemCode.UnitUnknown, PlanProblemCode.TimeInvalid,
                PlanProblemCode.IdDuplicate, PlanProblemCode.UnitUnknown, PlanProblemCode.SectionUnknown, PlanProblemCode.PhaseOutside,
                PlanProblemCode.PhaseOverlap, PlanProblemCode.DueOutside, PlanProblemCode.WrongType,
            ],
            problems.Select(p => p.Code));
        Assert.Equal(marks, problems.Select(p => new PlanPosition(p.Line, p.Column)).Distinct());
    }

    [Theory]
    [InlineData("", 1, 1, PlanProblemCode.Malformed)]
    [InlineData("[1, 2", 1, 6, PlanProblemCode.Malformed)]
    [InlineData("{\n  \"名称\": 吃 }", 2, 9, PlanProblemCode.Malformed)]
    [InlineData("{} {}", 1, 4, PlanProblemCode.Malformed)]
    [InlineData("// 方案\n{}", 1, 1, PlanProblemCode.Malformed)]
    [InlineData("{\n  \"a\": \"\\ud800\" }", 2, 8, PlanProblemCode.Malformed)]
    [InlineData("[]", 1, 1, PlanProblemCode.WrongType)]
    public void A_text_that_is_no_plan_at_all_is_one_problem(string json, int line, int column, string code)
    {
        var problem = Assert.Single(PlanReader.Read(json).Problems);
        Assert.Equal((line, column, code), (problem.Line, problem.Column, problem.Code));
        Assert.DoesNotContain("LineNumber", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Columns_count_as_editors_do_behind_characters_of_any_width()
    {
        var problems = PlanReader.Read("{ \"吃é𠮷\": 1,\r\n\t\"title\": 2 }").Problems;
        Assert.Contains(problems, p => (p.Line, p.Column, p.Code) == (1, 3, PlanProblemCode.PropertyUnknown));
        Assert.Contains(problems, p => (p.Line, p.Column, p.Code) == (2, 11, PlanProblemCode.WrongType));
        var oneLine = PlanReader.Read("{ \"吃é𠮷\": 1, \"title\": 2 }").Problems;
        Assert.Contains(oneLine, p => (p.Line, p.Column, p.Code) == (1, 23, PlanProblemCode.WrongType));
    }

    [Fact]
    public void A_byte_order_mark_and_foreign_line_ends_change_nothing()
    {
        byte[] bytes = [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(ShippedPlan.Json.Replace("\n", "\r\n", StringComparison.Ordinal))];
        Assert.Empty(PlanReader.Read(bytes).Problems);
        var spoilt = PlanReader.Read((byte[])[0xEF, 0xBB, 0xBF, .. "[]"u8]).Problems;
        Assert.Equal((1, 1), (spoilt[0].Line, spoilt[0].Column));
    }

    [Fact]
    public void Text_in_another_encoding_is_told_at_its_first_strange_byte()
    {
        var problem = Assert.Single(PlanReader.Read((byte[])[.. "{\n \"吃\": \""u8, 0xB3, 0xD4, .. "\" }"u8]).Problems);
        Assert.Equal((2, 8, PlanProblemCode.Encoding), (problem.Line, problem.Column, problem.Code));
    }

    [Fact]
    public void A_plan_may_call_units_by_name_or_alias_and_owes_are_put_in_plan_order()
    {
        var json = ShippedPlan.Json
            .Replace(("\"convenor\": \"scjg\"", "\"convenor\": \"市场监督管理局\""))
            .Replace(("[\"zhujian\", \"gongan\"]", "[\"住房和城乡建设局\", \"公安\"]"))
            .Replace(("\"title\": \"联络人报备\", \"clause\": \"zw-lianluo\",\n      \"schedule\": { \"type\": \"once\", \"due\": \"2020-09-18\" },\n      \"owedBy\": [\"scjg\", \"jiaoyu\"", "\"title\": \"联络人报备\", \"clause\": \"zw-lianluo\",\n      \"schedule\": { \"type\": \"once\", \"due\": \"2020-09-18\" },\n      \"owedBy\": [\"区教育局\", \"scjg\""));
        var plan = PlanReader.Read(json).Plan!;
        Assert.Equal(new UnitId("scjg"), plan.Convenor);
        Assert.Equal([new("zhujian"), new("gongan")], plan.Domain("zhu")!.Cooperating);
        Assert.Equal(plan.Units.Select(u => u.Id), plan.Duties.Single(d => d.Id == "liaison").OwedBy);
    }

    [Fact]
    public void A_rung_tells_where_it_stands_also_in_a_plan_with_problems()
    {
        var (json, marks) = ShippedPlan.TakeMarks(ShippedPlan.Json
            .Replace(("{ \"id\": \"t-15\"", "▲{ \"id\": \"t-15\""))
            .Replace(("\"version\": 1,", "\"version\": 0,")));
        var reading = PlanReader.Read(json);
        Assert.Equal(Assert.Single(marks), reading.PositionOf(DutyKind.Annual, "t-15"));
        Assert.Null(reading.PositionOf(DutyKind.Monthly, "t-15"));
    }

    [Fact]
    public void What_a_later_check_finds_joins_the_problems_and_takes_the_plan_away()
    {
        var reading = PlanReader.Read(ShippedPlan.Json);
        var at = reading.PositionOf(DutyKind.Other, "due")!.Value;
        var checkedAgain = reading.With([new PlanProblem(at, PlanProblemCode.RungNeverFires, "this reminder never fires")]);
        Assert.Null(checkedAgain.Plan);
        Assert.Equal($"{at.Line}:{at.Column}: this reminder never fires", Assert.Single(checkedAgain.Problems).ToString());
        Assert.Same(reading.Plan, reading.With([]).Plan);
    }

    [Fact]
    public void A_plan_beyond_its_size_is_refused_before_it_is_read()
    {
        var problem = Assert.Single(PlanReader.Read(new string(' ', PlanLimits.Bytes) + "{").Problems);
        Assert.Equal((1, 1, PlanProblemCode.TooLarge), (problem.Line, problem.Column, problem.Code));
    }

    [Fact]
    public void A_list_beyond_its_size_is_told_once_and_read_up_to_it()
    {
        var clauses = string.Join(",\n", Enumerable.Range(0, PlanLimits.Clauses).Select(i => $$"""{ "id": "x{{i}}", "where": "一", "gist": "甲" }"""));
        var tooMany = PlanReader.Read(ShippedPlan.Json.Replace(("\"clauses\": [", $"\"clauses\": [{clauses},"))).Problems;
        Assert.Contains(tooMany, p => p.Code == PlanProblemCode.TooLarge && p.Message.Contains("at most 500", StringComparison.Ordinal));
        var longText = new string('长', PlanLimits.LongText + 1);
        var tooLong = Assert.Single(PlanReader.Read(ShippedPlan.Json.Replace(("各单位共同加快食品加工园区建设（呼政发〔2016〕27号）。", longText))).Problems);
        Assert.Equal(PlanProblemCode.TooLarge, tooLong.Code);
        Assert.True(tooLong.Message.Length < 200);
    }

    [Fact]
    public void Messages_stay_short_and_on_one_line_whatever_the_plan_says()
    {
        var word = new string('x', 5000) + "\\n\\u0007";
        var problems = PlanReader.Read($$"""{ "{{word}}": 1, "convenor": "a\nb", "units": [{ "id": "a", "name": "a\nc", "table": "a\nd" }] }""").Problems;
        Assert.All(problems, p => Assert.True(p.Message.Length < 250 && !p.Message.Any(char.IsControl), p.Message));
    }

    [Theory]
    [InlineData("""{ "units": [{}], "duties": [[]], "ladders": 1, "window": "2020" }""")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("\"plan\"")]
    public void A_text_with_hardly_anything_of_a_plan_is_answered_with_problems(string json)
    {
        var reading = PlanReader.Read(json);
        Assert.Null(reading.Plan);
        Assert.NotEmpty(reading.Problems);
    }
}
