using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace HuiminCoord.Server.Tests.Console;

/// <summary>The office's pages ask by indexes only: what is over and done with costs them nothing.</summary>
public sealed partial class QueryPlanTests(NovemberMorning morning) : IClassFixture<NovemberMorning>
{
    /// <summary>Tables that grow with the campaign.</summary>
    private static readonly string[] Growing = ["obligation", "step", "inbox", "audit", "inbox_read", "delivery"];

    [Theory]
    [InlineData("/board")]
    [InlineData("/board?unit=nongmu&months=true")]
    [InlineData("/board?duty=liaison&show=silent")]
    [InlineData("/review?unit=weijian&of=monthly-2020-11&part=table")]
    public async Task No_table_that_grows_is_walked_over(string path)
    {
        using var office = await PageVisitor.In(morning.Server, "office-director");
        var (_, asked) = await Watch(() => office.Get(path));
        Assert.InRange(asked.Count, 5, 60);
        Assert.Contains(asked, question => question.Plan.Any(line => line.Contains("obligation_", StringComparison.Ordinal)));
        Assert.Equal([], asked.SelectMany(question => question.Plan.Where(line => IsWalk(line, question.Text)).Select(line => $"{line}\n{question.Text}")));
    }

    /// <summary>A walk over a table or over all that a campaign has in it; lines name tables by their aliases.</summary>
    private static bool IsWalk(string line, string question) =>
        (line.StartsWith("SCAN ", StringComparison.Ordinal) || line.EndsWith("(campaign=?)", StringComparison.Ordinal)) && Alias().Matches(question).Any(m => line.Split(' ')[1] == m.Groups[2].Value && Growing.Contains(m.Groups[1].Value));

    /// <summary>Every question to this server's database while something is done, with how SQLite would answer it.</summary>
    private async Task<(Page Page, IReadOnlyList<(string Text, IReadOnlyList<string> Plan)> Asked)> Watch(Func<Task<Page>> act)
    {
        var commands = new ConcurrentQueue<DbCommand>();
        using var all = DiagnosticListener.AllListeners.Subscribe(new Watcher<DiagnosticListener>(source =>
        {
            if (source.Name == DbLoggerCategory)
            {
                source.Subscribe(new Watcher<KeyValuePair<string, object?>>(e =>
                {
                    if (e.Value is CommandExecutedEventData done && done.Command.Connection?.DataSource.Contains("huimin-doors-", StringComparison.Ordinal) == true)
                    {
                        commands.Enqueue(done.Command);
                    }
                }));
            }
        }));
        var page = await act();
        Assert.Equal(HttpStatusCode.OK, page.Status);
        var plans = new List<(string, IReadOnlyList<string>)>();
        foreach (var command in commands.Where(c => c.CommandText.StartsWith("SELECT", StringComparison.Ordinal)))
        {
            plans.Add((command.CommandText, await Explain(command)));
        }

        return (page, plans);
    }

    private async Task<IReadOnlyList<string>> Explain(DbCommand command)
    {
        await using var connection = await morning.Server.Database.Source.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var explain = connection.CreateCommand();
#pragma warning disable CA2100 // a statement of the program's own
        explain.CommandText = $"EXPLAIN QUERY PLAN {command.CommandText}";
#pragma warning restore CA2100
        foreach (DbParameter parameter in command.Parameters)
        {
            var copy = explain.CreateParameter();
            (copy.ParameterName, copy.Value) = (parameter.ParameterName, parameter.Value);
            explain.Parameters.Add(copy);
        }

        var lines = new List<string>();
        await using var rows = await explain.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        while (await rows.ReadAsync(TestContext.Current.CancellationToken))
        {
            lines.Add(rows.GetString(3));
        }

        return lines;
    }

    [GeneratedRegex("\"(\\w+)\" AS \"(\\w+)\"")]
    private static partial Regex Alias();

    private static string DbLoggerCategory => Microsoft.EntityFrameworkCore.DbLoggerCategory.Name;

    private sealed class Watcher<T>(Action<T> seen) : IObserver<T>
    {
        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }

        public void OnNext(T value) => seen(value);
    }
}
