using System.Text;
using FsCheck;
using FsCheck.Fluent;
using HuiminCoord.Domain.Auditing;
using Microsoft.FSharp.Core;

namespace HuiminCoord.Domain.Tests.Auditing;

/// <summary>The bytes are for ever: whoever holds a checkpoint of today must be able to compute it in ten years, without this program.</summary>
public sealed class CanonicalRowTests
{
    private static readonly Config Repeatable = Config.QuickThrowOnFailure
        .WithMaxTest(2000)
        .WithReplay(FSharpOption<Replay>.Some(new Replay(new Rnd(20200917, 150103), FSharpOption<int>.None)));

    private static readonly AuditedRow Submitted = Rows.Row(1, "unit", "huimin-2020/jiaoyu", 1, 1600304400000, "jiaoyu/liaison", "unit.submitted", """{"note":"零报告"}""");
    private static readonly AuditedRow Reminded = Rows.Row(2, "unit", "huimin-2020/jiaoyu", 2, 1600304400001, null, "unit.reminded", "{}");

    [Fact]
    public void Two_rows_have_these_bytes()
    {
        // Put together by hand: four bytes of length, then the text.
        string[] head = ["00000013", Text("huimincoord-audit/1"), "0000000b", Text("huimin-2020"), "00000004", "756e6974", "00000012", Text("huimin-2020/jiaoyu")];
        string[] submitted = [.. head, "00000001", "31", "0000000d", Text("1600304400000"), "0000000e", Text("jiaoyu/liaison"), "0000000e", Text("unit.submitted"), "00000014", "7b226e6f7465223a22e99bb6e68aa5e5918a227d"];
        string[] reminded = [.. head, "00000001", "32", "0000000d", Text("1600304400001"), "ffffffff", "0000000d", Text("unit.reminded"), "00000002", "7b7d"];

        Assert.Equal(string.Concat(submitted), Bytes(Submitted));
        Assert.Equal(string.Concat(reminded), Bytes(Reminded));
    }

    [Fact]
    public void Two_rows_have_this_chain()
    {
        var hasher = new RowHasher("huimin-2020");
        var first = SealChain.First("huimin-2020");
        var second = SealChain.Next(first, 1, hasher.Hash(Submitted));
        var third = SealChain.Next(second, 2, hasher.Hash(Reminded));

        Assert.Equal("532b538bc46914f0da5a759b77da6d24fa5f4b8e52a2b1960c08da1a9d349cf4", Convert.ToHexStringLower(hasher.Hash(Submitted)));
        Assert.Equal("37da6071d7a4f96052f922ca682668fd1df8507d02c27ae475218f864cce8f47", Convert.ToHexStringLower(first));
        Assert.Equal("b018ddc9ca815960ed7ce67ca3e858cb2f989fc7db3141f8463cb9e5bac4ed23", Convert.ToHexStringLower(second));
        Assert.Equal("9003af4b7ceb179e20e708f2725da6c390d86cda4b72ac9d39ee474ffd52543a", Convert.ToHexStringLower(third));
    }

    [Fact]
    public void A_checkpoint_signs_this_text() =>
        Assert.Equal("huimincoord-checkpoint/1\nhuimin-2020\n3\n17\nab\n1600304400000\ncd\n", new Checkpoint("huimin-2020", 3, 17, "ab", 1600304400000, "cd").Statement);

    [Fact]
    public void Nobody_is_not_the_empty_name() =>
        Assert.NotEqual(Bytes(Rows.Row(1, "a", "b", 1, 1, null, "c", "d")), Bytes(Rows.Row(1, "a", "b", 1, 1, "", "c", "d")));

    [Fact]
    public void Rows_that_differ_anywhere_have_different_bytes()
    {
        var text = Gen.Elements("", "a", "ab", "b", "1", "11", "\0", "\0\0\0\u0001", "ÿÿÿÿ", "报", "a\nb");
        var rows = from type in text from key in text from seq in Gen.Choose(0, 12) from at in Gen.Choose(-2, 12) from who in Gen.OneOf(Gen.Constant<string?>(null), text.Select(t => (string?)t)) from name in text from body in text
                   select (type, key, seq, at, who, name, body);

        Prop.ForAll(rows.Two().ToArbitrary(), pair => Same(pair.Item1) == Same(pair.Item2) == (pair.Item1 == pair.Item2)).Check(Repeatable);

        static string Same((string Type, string Key, int Seq, int At, string? By, string Name, string Body) row) =>
            Bytes(Rows.Row(1, row.Type, row.Key, row.Seq, row.At, row.By, row.Name, row.Body));
    }

    [Fact]
    public void Campaigns_share_neither_rows_nor_chains()
    {
        Assert.NotEqual(new RowHasher("huimin-2020").Hash(Submitted), new RowHasher("huimin-2021").Hash(Submitted));
        Assert.NotEqual(SealChain.First("huimin-2020"), SealChain.First("huimin-2021"));
    }

    private static string Bytes(AuditedRow row) => Convert.ToHexStringLower(new RowHasher("huimin-2020").Bytes(row).Span);

    private static string Text(string text) => Convert.ToHexStringLower(Encoding.UTF8.GetBytes(text));
}
