using HuiminCoord.House.Tests.Reading;

namespace HuiminCoord.House.Tests.Naming;

/// <summary>Commands are imperative, events past tense, stages adjectives; what is stored or sent is named by aliases made of the same words.</summary>
public sealed class NamingTests
{
    private static readonly string[] Texts = [".cs", ".md", ".json", ".sql", ".csproj", ".sh", ".txt", ".ts"];

    [Fact]
    public void Commands_ask_and_events_tell_by_their_aliases() => Faults.None(Repository.Source.SelectMany(Names.Unions));

    [Fact]
    public void Stages_are_adjectives() => Faults.None(Repository.Source.SelectMany(Names.Stages));

    [Fact]
    public void Grain_interfaces_are_named_and_aliased() => Faults.None(Repository.Source.SelectMany(Names.Grains));

    [Fact]
    public void Refusal_codes_are_a_room_and_words_with_dashes() => Faults.None(Repository.Source.SelectMany(Names.Refusals));

    [Fact]
    public void No_name_says_nothing() => Faults.None(Repository.Source.SelectMany(Names.Empty));

    [Fact]
    public void Logs_and_exceptions_are_English() => Faults.None(Repository.Source.SelectMany(Language.ChineseInLogs));

    [Fact]
    public void The_slogan_stands_nowhere() => Faults.None(new[] { "src", "deploy" }.SelectMany(Repository.Below)
        .Concat(["README.md", "README.zh-CN.md"])
        .Where(file => Texts.Any(end => file.EndsWith(end, StringComparison.Ordinal)))
        .SelectMany(file => Language.Slogans(file, File.ReadAllText(Path.Combine(Repository.Root, file)))));

    [Fact]
    public void The_rules_look_at_what_there_is()
    {
        var cases = Repository.Source.Sum(Names.CasesIn);
        var refusals = Repository.Source.Sum(Names.RefusalsIn);
        Assert.True(cases > 60 && refusals > 60, $"{cases} cases of commands and events, {refusals} refusals");
    }

    [Theory]
    [InlineData("[Alias(\"unit-command\")] abstract record UnitCommand { [Alias(\"unit-command.seat-named\")] sealed record SeatNamed : UnitCommand; }", "not imperative")]
    [InlineData("[Alias(\"unit-command\")] abstract record UnitCommand { [Alias(\"unit-command.name\")] sealed record NameSeat : UnitCommand; }", "not as unit-command.name-seat")]
    [InlineData("[Alias(\"unit-event\")] abstract record UnitEvent { [Alias(\"unit.name-seat\")] sealed record NameSeat : UnitEvent; }", "not past tense")]
    [InlineData("[Alias(\"unit-event\")] abstract record UnitEvent { sealed record SeatNamed : UnitEvent; }", "stored as nothing")]
    public void A_misnamed_case_is_found(string text, string fault) => Assert.Contains(fault, Assert.Single(Names.Unions(Sample(text))), StringComparison.Ordinal);

    [Fact]
    public void A_stage_that_asks_is_found() => Assert.Single(Names.Stages(Sample("enum ReportStage { Open, Submitted, Waive }")));

    [Theory]
    [InlineData("[Alias(\"a\")] interface IUnitDoor : IWakeable { [Alias(\"do\")] Task Do(); }")]
    [InlineData("interface IUnitGrain : IGrainWithStringKey { [Alias(\"do\")] Task Do(); }")]
    [InlineData("[Alias(\"a\")] interface IUnitGrain : IWakeable { Task Do(); }")]
    public void A_grain_interface_without_its_names_is_found(string text) => Assert.Single(Names.Grains(Sample(text)));

    [Theory]
    [InlineData("class C { object F() => new Refusal(\"Unit.Unknown\"); }")]
    [InlineData("class C { object F() => new Refusal(\"unit_unknown\", \"x\"); }")]
    public void A_misspelt_refusal_is_found(string text) => Assert.Single(Names.Refusals(Sample(text)));

    [Theory]
    [InlineData("static class DateHelper;")]
    [InlineData("class UnitManager;")]
    [InlineData("class UnitService;")]
    [InlineData("class UnitServices { void Add(IServiceCollection s) { } }")]
    public void A_name_that_says_nothing_is_found(string text) => Assert.Single(Names.Empty(Sample(text)));

    [Fact]
    public void A_folder_that_says_nothing_is_found() => Assert.Single(Names.Empty(new("Domain", "Common", "Money.cs", "class Money;")));

    [Theory]
    [InlineData("class C { void F() => log.LogWarning(\"单位未报\"); }")]
    [InlineData("class C { void F() => throw new InvalidOperationException($\"{x}不存在\"); }")]
    public void Chinese_in_a_log_is_found(string text) => Assert.Single(Language.ChineseInLogs(Sample(text)));

    [Fact]
    public void The_slogan_is_found() => Assert.Single(Language.Slogans("a.md", $"x{Language.Slogan}y"));

    private static SourceFile Sample(string text) => new("Domain", "Units", "Sample.cs", text);
}
