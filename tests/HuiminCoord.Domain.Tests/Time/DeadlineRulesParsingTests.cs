using HuiminCoord.Domain.Time;

namespace HuiminCoord.Domain.Tests.Time;

public sealed class DeadlineRulesParsingTests
{
    [Fact]
    public void Natural_periods_roll_unless_the_document_says_otherwise()
    {
        var rules = DeadlineRules.Parse(Documents.SmallRules);
        var kept = DeadlineRules.Parse(Documents.With(Documents.SmallRules, "\"extension\": 30", "\"roll\": \"keep\""));

        Assert.Equal(RollRule.Keep, rules.All.Single(r => r.Id == "A-1").Roll);
        Assert.Equal(RollRule.NextWorkingDay, rules.All.Single(r => r.Id == "B").Roll);
        Assert.Equal(RollRule.Keep, kept.All.Single(r => r.Id == "B").Roll);
        Assert.Equal("B", rules.All.Single(r => r.Id == "B").Family);
    }

    [Theory]
    [InlineData("huimin-deadline-rules/1", "x", "schema 'x'")]
    [InlineData("\"length\": 20", "\"length\": 0", "A-1: length 0")]
    [InlineData("\"extension\": 30", "\"extension\": -1", "B: extension -1")]
    [InlineData("calendarDay", "fortnight", "unit")]
    [InlineData("\"calendarDay\"", "1", "unit")]
    [InlineData("\"what\": \"w\", \"length\": 90", "\"length\": 90", "what")]
    [InlineData("2021-08-31", "2014-09-30", "A-1: it ends before it begins")]
    [InlineData("\"id\": \"B\"", "\"id\": \"A-1\"", "A-1")]
    [InlineData("\"id\": \"B\"", "\"id\": \" \"", "a rule has no id")]
    [InlineData("\"id\": \"B\"", "\"id\": \"A\", \"family\": \"Z\"", "A is also the name")]
    [InlineData("\"id\": \"B\"", "\"id\": \"B\", \"family\": \"A\"", "A-1 and B are in force on the same day")]
    [InlineData("\"unit\": \"workingDay\"", "\"unit\": \"workingDay\", \"roll\": \"keep\"", "A-1: a period in working days")]
    [InlineData("\"confidence\": \"high\" }\n", "\"confidence\": \"high\", \"n\": 3 }\n", "'n'")]
    public void A_malformed_document_is_refused_by_name(string old, string replacement, string problem)
    {
        var refusal = Assert.Throws<FormatException>(() => DeadlineRules.Parse(Documents.With(Documents.SmallRules, old, replacement)));

        Assert.StartsWith("Deadline rules: ", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(problem, refusal.Message, StringComparison.Ordinal);
    }
}
