using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Grains.Keeping;
using HuiminCoord.Grains.Worker;
using Microsoft.FSharp.Core;

namespace HuiminCoord.Grains.Tests.Keeping;

public sealed class StoredJsonTests
{
    private static readonly StoredJson Json = new();

    // A fixed seed: a red run can be repeated by anybody.
    private static readonly Config Repeatable = Config.QuickThrowOnFailure
        .WithMaxTest(5000)
        .WithReplay(FSharpOption<Replay>.Some(new Replay(new Rnd(20200917, 150103), FSharpOption<int>.None)));

    [Alias("test.shape")]
    public abstract record Shape
    {
        [Alias("test.shape.circle")]
        public sealed record Circle(int Radius) : Shape;

        [Alias("test.shape.many")]
        public sealed record Many(IReadOnlyList<Shape> Parts, Mood Mood = Mood.Throws) : Shape;
    }

    [Alias("test.half-named")]
    public abstract record HalfNamed
    {
        public sealed record WithoutAlias : HalfNamed;
    }

    public sealed record Everything
    {
        public UnitId Unit { get; init; }

        public int Copies { get; init; } = 1;

        public string? Remark { get; init; }

        public IReadOnlyList<string> Lines { get; init; } = [];

        public IReadOnlyList<string>? Perhaps { get; init; }

        public ImmutableArray<int> Numbers { get; init; } = [];

        public IReadOnlyDictionary<UnitId, DateOnly> Days { get; init; } = new Dictionary<UnitId, DateOnly>();

        public bool Late { get; init; }
    }

    public sealed record Positional(IReadOnlyList<int> Numbers, IReadOnlyDictionary<string, int> Map, int Copies = 1, string Word = "", int? Maybe = 7);

    [Fact]
    public void A_case_is_named_by_its_alias_and_by_nothing_else()
    {
        Shape shape = new Shape.Many([new Shape.Circle(2), new Shape.Circle(0)], Mood.Hangs);

        var text = StoredJson.Write(shape);

        Assert.Equal("""{"$type":"test.shape.many","parts":[{"$type":"test.shape.circle","radius":2},{"$type":"test.shape.circle"}],"mood":"hangs"}""", text);
        Assert.Equivalent(shape, StoredJson.Read<Shape>(text));
    }

    [Fact]
    public void A_case_without_an_alias_of_its_own_cannot_be_stored() =>
        Assert.Contains("[Alias]", Assert.Throws<InvalidOperationException>(() => StoredJson.Write<HalfNamed>(new HalfNamed.WithoutAlias())).Message, StringComparison.Ordinal);

    [Fact]
    public void An_unknown_case_is_refused() =>
        Assert.Throws<JsonException>(() => StoredJson.Read<Shape>("""{"$type":"test.shape.square"}"""));

    [Fact]
    public void What_its_absence_says_as_well_is_left_out()
    {
        Assert.Equal("{}", StoredJson.Write(new Everything()));

        var read = StoredJson.Read<Everything>("{}");
        Assert.Empty(read.Lines);
        Assert.Null(read.Perhaps);
        Assert.False(read.Numbers.IsDefault);
        Assert.Empty(read.Days);
        Assert.Equal(1, read.Copies);
    }

    [Fact]
    public void An_unusual_default_is_written_when_the_value_is_the_usual_one()
    {
        Assert.Equal("""{"copies":0}""", StoredJson.Write(new Everything { Copies = 0 }));
        Assert.Equal(0, StoredJson.Read<Everything>(StoredJson.Write(new Everything { Copies = 0 })).Copies);
        Assert.Equal("""{"perhaps":[]}""", StoredJson.Write(new Everything { Perhaps = [] }));
    }

    [Fact]
    public void A_positional_record_comes_back_with_its_lists_and_its_own_defaults()
    {
        var empty = new Positional([], new Dictionary<string, int>());
        Assert.Equal("{}", StoredJson.Write(empty));
        Assert.Equivalent(empty, StoredJson.Read<Positional>("{}"));

        var unusual = new Positional([1], new Dictionary<string, int> { ["a"] = 1 }, Copies: 0, Word: "x", Maybe: null);
        Assert.Equivalent(unusual, StoredJson.Read<Positional>(StoredJson.Write(unusual)));
    }

    [Fact]
    public void Ids_are_text_also_as_keys()
    {
        var everything = new Everything { Unit = new UnitId("jiaoyu"), Days = new Dictionary<UnitId, DateOnly> { [new UnitId("minzheng")] = new(2020, 9, 28) } };

        var text = StoredJson.Write(everything);

        Assert.Equal("""{"unit":"jiaoyu","days":{"minzheng":"2020-09-28"}}""", text);
        Assert.Equal("jiaoyu", StoredJson.Read<Everything>(text).Unit.Value);
        Assert.Throws<JsonException>(() => StoredJson.Read<Everything>("""{"unit":"JIAOYU+"}"""));
    }

    [Fact]
    public void Chinese_text_stays_readable() => Assert.Equal("""{"remark":"回民区“阳光餐饮”<1>"}""", StoredJson.Write(new Everything { Remark = "回民区“阳光餐饮”<1>" }));

    [Theory]
    [InlineData("""{"v":2,"shard":1,"seq":1,"state":{"totallyDifferent":[]}}""", "version 2")]
    [InlineData("""{"shard":1,"v":1}""", "(none)")]
    [InlineData("""{"$type":"Newtonsoft.Something","v":1}""", "(none)")]
    public void A_document_of_an_unknown_schema_is_refused(string document, string named)
    {
        var refused = Assert.Throws<UnknownSchemaException>(() => Json.Deserialize<Kept<CounterState, CounterEvent>>(new BinaryData(Encoding.UTF8.GetBytes(document))));

        Assert.Contains(named, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_state_that_knows_nothing_is_written_the_same_however_it_was_made()
    {
        // The list of the second is empty, but it is not the list that a new state begins with.
        var made = new Kept<CounterState, CounterEvent> { State = new CounterState { Steps = [.. Enumerable.Empty<PlannedStep>()] } };

        Assert.Equal("{\"v\":1,\"shard\":0,\"seq\":0,\"at\":0,\"state\":{}}", Json.Serialize(new Kept<CounterState, CounterEvent>()).ToString());
        Assert.Equal(Json.Serialize(new Kept<CounterState, CounterEvent>()).ToString(), Json.Serialize(made).ToString());
    }

    [Fact]
    public void Any_document_comes_back_as_it_was_written()
    {
        var words = Gen.Elements("", "a", "回民区", "\"quoted\"", "line\nbreak", "\u0000\ud83d\ude00", "\\u");
        var documents =
            from total in Gen.Choose(-3, 3)
            from mood in Gen.Elements(Enum.GetValues<Mood>())
            from names in words.ListOf()
            from seq in Gen.Choose(0, 1000)
            select new Kept<CounterState, CounterEvent>
            {
                Shard = Math.Abs(total),
                Sequence = seq,
                WakeAt = seq % 2 == 0 ? null : seq,
                By = names.FirstOrDefault(),
                State = new CounterState { Total = total, Mood = mood, Steps = [.. names.Select(n => new PlannedStep(n, "r", DateTimeOffset.FromUnixTimeMilliseconds(seq)))] },
                Events = [.. names.Select(n => new CounterEvent.Added(total, n)), new CounterEvent.MoodChanged(mood)],
                Command = seq % 3 == 0 ? null : new KeptCommand("k", "h", new Answer("t/g", seq, true, null, false)),
            };

        Prop.ForAll(documents.ToArbitrary(), document =>
        {
            var stored = Json.Serialize(document);
            var again = Json.Serialize(Json.Deserialize<Kept<CounterState, CounterEvent>>(stored));
            return stored.ToString() == again.ToString();
        }).Check(Repeatable);
    }
}
