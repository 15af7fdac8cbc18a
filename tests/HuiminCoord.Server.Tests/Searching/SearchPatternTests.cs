using System.Data.Common;
using HuiminCoord.Domain.Searching;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Tests;
using HuiminCoord.Server.Searching;
using HuiminCoord.Server.Tests.Channels;

namespace HuiminCoord.Server.Tests.Searching;

/// <summary>Both databases find exactly what is found in memory, whatever is typed.</summary>
public sealed class SearchPatternTests(PostgreSqlServer server) : ChannelTest(server)
{
    /// <summary>Whatever means something in GLOB or in a regular expression, what folds into it, and some that fold into each other.</summary>
    private const string Alphabet = "[]［］〔〕【】^＾-－\\＼*＊?？%％_＿.．|｜(（)）{}+＋$＄&!#'\"/:=<a-zaAａＡbBkK\u212a1１ 　\u00a0食月éÉ";

    [Theory, EachDatabase]
    public async Task A_pattern_finds_what_folding_finds(DatabaseProvider provider)
    {
        var database = await NewDatabase(provider);
        await using var connection = await database.Source.OpenConnectionAsync(Cancellation);
        var (random, found) = (new Random(20200917), 0);
        for (var i = 0; i < 4000; i++)
        {
            var text = Some(random, 12);
            if (SearchText.Of(random.Next(3) == 0 ? Part(random, text) : Some(random, 3)) is not { } typed)
            {
                continue;
            }

            var expected = typed.IsIn(text);
            found += expected ? 1 : 0;
            Assert.True(expected == await Finds(connection, provider, text, SearchPattern.Of(typed, provider == DatabaseProvider.Sqlite)), $"'{typed.Folded}' in '{text}' should be {(expected ? "found" : "missed")}");
        }

        Assert.InRange(found, 500, 3500);
    }

    private static string Some(Random random, int most) => new([.. Enumerable.Range(0, random.Next(1, most + 1)).Select(_ => Alphabet[random.Next(Alphabet.Length)])]);

    private static string Part(Random random, string text)
    {
        var from = random.Next(text.Length);
        return text.Substring(from, random.Next(1, text.Length - from + 1));
    }

    private static async Task<bool> Finds(DbConnection connection, DatabaseProvider provider, string text, SearchPattern pattern)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT @text LIKE @like AND @text {(provider == DatabaseProvider.Sqlite ? "GLOB" : "~")} @exact";
        foreach (var (name, value) in new[] { ("text", text), ("like", pattern.Like), ("exact", pattern.Exact) })
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        return Convert.ToBoolean(await command.ExecuteScalarAsync(Cancellation), System.Globalization.CultureInfo.InvariantCulture);
    }
}
