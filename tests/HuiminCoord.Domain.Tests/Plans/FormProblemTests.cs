using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Plans.Reading;

namespace HuiminCoord.Domain.Tests.Plans;

/// <summary>One mistake in the shipped forms is one problem, at the value that has to change (marked ▲).</summary>
public sealed class FormProblemTests
{
    private const string Annual2020 = "{ \"duty\": \"annual-2020\", \"window\": { \"from\": \"2020-09-01\", \"to\": \"2020-11-30\" } }";
    private const string Annual2021 = "{ \"duty\": \"annual-2021\", \"window\": { \"from\": \"2020-12-01\", \"to\": \"2021-10-31\" } }";

    [Theory]
    [InlineData(PlanProblemCode.WrongType, "\"forms\": {", "\"forms\": ▲[], ▲\"form\": {", "this must be an object, not a list", 2)]
    [InlineData(PlanProblemCode.PropertyMissing, "    \"approval\": \"leader\",\n", "", "'approval' is missing", 0)]
    [InlineData(PlanProblemCode.PropertyUnknown, "\"approval\": \"leader\",", "\"approval\": \"leader\", ▲\"stamp\": true,", "'stamp' means nothing here")]
    [InlineData(PlanProblemCode.ChoiceUnknown, "\"approval\": \"leader\"", "\"approval\": ▲\"seal\"", "one of leader, scan, not 'seal'")]
    [InlineData(PlanProblemCode.ChoiceUnknown, "\"unit\": \"万元\", \"kind\": \"money\", \"group\": \"维权\"", "\"unit\": \"万元\", \"kind\": ▲\"yuan\", \"group\": \"维权\"", "one of count, money, not 'yuan'")]
    [InlineData(PlanProblemCode.CodeInvalid, "\"code\": \"officers\"", "\"code\": ▲\"Officers\"", "'Officers' is no column code")]
    [InlineData(PlanProblemCode.CodeInvalid, "\"code\": \"officers\"", "\"code\": ▲\"of-ficers\"", "letters and digits only")]
    [InlineData(PlanProblemCode.TooLarge, "\"code\": \"officers\"", "\"code\": ▲\"officersOfficersOfficersOfficersOfficersO\"", "at most 40 are read")]
    [InlineData(PlanProblemCode.IdDuplicate, "\"code\": \"subjects\"", "\"code\": ▲\"officers\"", "the column id 'officers' is already used")]
    [InlineData(PlanProblemCode.IdDuplicate, "\"id\": \"chi-yiyao\"", "\"id\": ▲\"chi-shipin\"", "the table section id 'chi-shipin' is already used")]
    [InlineData(PlanProblemCode.IdDuplicate, "\"id\": \"next\"", "\"id\": ▲\"work\"", "the summary section id 'work' is already used")]
    [InlineData(PlanProblemCode.IdInvalid, "\"id\": \"chi-yiyao\"", "\"id\": ▲\"吃\"", "'吃' is no id")]
    [InlineData(PlanProblemCode.DomainUnknown, "\"name\": \"吃-医药\", \"domain\": \"chi\"", "\"name\": \"吃-医药\", \"domain\": ▲\"chii\"", "there is no domain 'chii'; the nearest known is 'chi'")]
    [InlineData(PlanProblemCode.Empty, "\"name\": \"吃-医药\"", "\"name\": ▲\"\"", "'name' must not be empty")]
    [InlineData(PlanProblemCode.ColumnUnknown, "\"managing\": [\"markets\"", "\"managing\": [▲\"market\"", "there is no column 'market'; the nearest known is 'markets'")]
    [InlineData(PlanProblemCode.ColumnUnknown, "\"joint\": \"joint\"", "\"joint\": ▲\"joints\"", "there is no column 'joints'")]
    [InlineData(PlanProblemCode.ColumnUnknown, "{ \"lower\": \"closed\"", "{ \"lower\": ▲\"close\"", "there is no column 'close'")]
    [InlineData(PlanProblemCode.ListDuplicate, "\"managing\": [\"markets\"", "\"managing\": [\"markets\", ▲\"markets\"", "'markets' is listed twice")]
    [InlineData(PlanProblemCode.ListDuplicate, "{ \"lower\": \"transferred\", \"upper\": \"filed\" }", "▲{ \"lower\": \"closed\", \"upper\": \"filed\" }", "is listed twice")]
    [InlineData(PlanProblemCode.RuleUnfit, "{ \"lower\": \"transferred\", \"upper\": \"filed\" }", "▲{ \"lower\": \"filed\", \"upper\": \"filed\" }", "two columns of one kind")]
    [InlineData(PlanProblemCode.RuleUnfit, "{ \"lower\": \"transferred\", \"upper\": \"filed\" }", "▲{ \"lower\": \"fines\", \"upper\": \"filed\" }", "two columns of one kind")]
    [InlineData(PlanProblemCode.PropertyUnknown, "\"managing\": [\"markets\"", "▲\"manageing\": [], \"managing\": [\"markets\"", "'manageing' means nothing here")]
    [InlineData(PlanProblemCode.OutOfRange, "\"times\": 3", "\"times\": ▲1", "from 2 to 100")]
    [InlineData(PlanProblemCode.WrongType, "\"title\": \"存在问题\", \"required\": true", "\"title\": \"存在问题\", \"required\": ▲\"yes\"", "'required' must be true or false, not a text")]
    [InlineData(PlanProblemCode.WrongType, "\"rank\": false", "\"rank\": ▲null", "'rank' must be true or false, not null")]
    [InlineData(PlanProblemCode.ChoiceUnknown, "\"issuer\": \"bureau\"", "\"issuer\": ▲\"meeting\"", "one of bureau, districtOffice")]
    [InlineData(PlanProblemCode.OutOfRange, "\"bulletinDay\": 10", "\"bulletinDay\": ▲31", "from 1 to 28")]
    public void A_form_that_cannot_be_filled_in(string code, string old, string spoilt, string message, int marks = 1) => Told(old, spoilt, code, message, marks);

    [Theory]
    [InlineData(PlanProblemCode.OutOfRange, "\"lastDay\": 25", "\"lastDay\": ▲29", "from 1 to 28")]
    [InlineData(PlanProblemCode.DateInvalid, "\"from\": \"2020-09-01\", \"lastDay\"", "\"from\": ▲\"2020-09\", \"lastDay\"", "a day of this century")]
    [InlineData(PlanProblemCode.PeriodOutside, "\"from\": \"2020-09-01\", \"lastDay\"", "\"from\": ▲\"2020-07-31\", \"lastDay\"", "not inside the campaign, which runs from 2020-08-01 to 2021-10-31")]
    [InlineData(PlanProblemCode.PeriodOutside, "\"to\": \"2021-10-31\" } }\n", "\"to\": \"2021-11-01\" } }\n", "not inside the campaign", 0)]
    [InlineData(PlanProblemCode.PeriodOutside, Annual2020, "{ \"duty\": \"annual-2020\", \"window\": ▲{ \"from\": \"2020-08-31\", \"to\": \"2020-11-30\" } }", "covers no days before 2020-09-01")]
    [InlineData(PlanProblemCode.WindowReversed, Annual2020, "{ \"duty\": \"annual-2020\", \"window\": ▲{ \"from\": \"2020-11-30\", \"to\": \"2020-09-01\" } }", "before it begins")]
    [InlineData(PlanProblemCode.PeriodOverlap, Annual2021, "{ \"duty\": \"annual-2021\", \"window\": ▲{ \"from\": \"2020-11-30\", \"to\": \"2021-10-31\" } }", "the days until 2020-11-30 belong to another annual report already")]
    [InlineData(PlanProblemCode.PeriodGap, Annual2021, "{ \"duty\": \"annual-2021\", \"window\": ▲{ \"from\": \"2020-12-02\", \"to\": \"2021-10-31\" } }", "must begin on 2020-12-01")]
    [InlineData(PlanProblemCode.DutyUnknown, "{ \"duty\": \"annual-2020\"", "{ \"duty\": ▲\"annual-2022\"", "there is no duty 'annual-2022'; the nearest known is 'annual-202")]
    [InlineData(PlanProblemCode.PeriodUnfit, "{ \"duty\": \"annual-2020\"", "{ \"duty\": ▲\"monthly\"", "'monthly' is no annual report")]
    [InlineData(PlanProblemCode.PeriodUnfit, "{ \"duty\": \"annual-2020\"", "{ \"duty\": ▲\"training\"", "handed in by parts")]
    [InlineData(PlanProblemCode.ListDuplicate, "{ \"duty\": \"annual-2021\"", "{ \"duty\": ▲\"annual-2020\"", "'annual-2020' is listed twice")]
    [InlineData(PlanProblemCode.PeriodMissing, ",\n        " + Annual2021, "", "it is not said which days 'annual-2021' covers", 0)]
    public void Days_that_are_missing_or_counted_twice(string code, string old, string spoilt, string message, int marks = 1) => Told(old, spoilt, code, message, marks);

    [Fact]
    public void Without_columns_what_is_said_of_them_is_not_told_again()
    {
        var json = ShippedPlan.Json;
        var (from, to) = (json.IndexOf("\"columns\": [", StringComparison.Ordinal), json.IndexOf("\"without\": {", StringComparison.Ordinal));
        var problem = Assert.Single(PlanReader.Read(json[..from] + json[to..]).Problems);
        Assert.Equal((PlanProblemCode.PropertyMissing, "'columns' is missing"), (problem.Code, problem.Message));
    }

    [Fact]
    public void More_columns_than_a_table_has_room_for_are_refused()
    {
        var more = string.Concat(Enumerable.Range(0, 25).Select(i => $"{{ \"code\": \"more{i}\", \"name\": \"另\", \"unit\": \"件\", \"kind\": \"count\", \"group\": \"另\" }},\n"));
        Told("\"columns\": [\n", $"\"columns\": ▲[\n{more}", PlanProblemCode.TooLarge, "'columns' has 51 entries; at most 50 are read");
    }

    [Fact]
    public void Forms_may_be_left_out_and_what_a_form_leaves_out_is_as_usual()
    {
        var json = ShippedPlan.Json;
        var (from, to) = (json.IndexOf("  \"forms\": {", StringComparison.Ordinal), json.IndexOf("  \"questions\": [", StringComparison.Ordinal));
        Assert.Null(PlanReader.Read(json[..from] + json[to..]).Plan!.Forms);

        var bare = json[..from] + """
              "forms": {
                "table": { "title": "表", "sections": [{ "id": "chi", "name": "吃", "domain": "chi" }], "columns": [{ "code": "filed", "name": "立案", "unit": "件", "kind": "count", "group": "案件" }] },
                "summary": { "sections": [{ "id": "work", "title": "工作" }] }, "approval": "scan",
                "periods": { "from": "2020-09-01", "lastDay": 28, "annuals": [{ "duty": "annual-2020", "window": { "from": "2020-09-01", "to": "2020-11-30" } }, { "duty": "annual-2021", "window": { "from": "2020-12-01", "to": "2021-10-31" } }] }
              },
            """ + json[to..];
        var forms = PlanReader.Read(bare).Plan!.Forms!;
        Assert.Equal((ReportApproval.Scan, 28, false, ""), (forms.Approval, forms.Periods.LastDay, forms.Summary.Sections[0].IsRequired, forms.Summary.Sections[0].Help));
        Assert.Null(forms.Consolidation);
        Assert.Equal(new ConsolidationPlan(5, 10, 2, IssuingBody.Bureau, false), forms.Consolidating);
        Assert.Null(forms.Table.Joint);
        Assert.Null(forms.Table.Outliers);
        Assert.Empty(forms.Table.Rules);
        Assert.Empty(forms.Table.Without);
    }

    private static void Told(string old, string spoilt, string code, string message, int expected = 1)
    {
        var (json, marks) = ShippedPlan.TakeMarks(ShippedPlan.Json.Replace((old, spoilt)));
        var problems = PlanReader.Read(json).Problems;
        Assert.Equal(Math.Max(expected, 1), problems.Count);
        Assert.Equal(code, problems[0].Code);
        Assert.Contains(message, problems[0].Message, StringComparison.Ordinal);
        Assert.Equal(expected, marks.Count);
        Assert.All(marks, m => Assert.Contains(m, problems.Select(p => new PlanPosition(p.Line, p.Column))));
    }
}
