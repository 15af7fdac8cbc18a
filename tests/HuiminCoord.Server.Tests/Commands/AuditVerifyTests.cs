using System.Text.Json;
using HuiminCoord.Grains.Auditing;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Tests;
using HuiminCoord.Server.Hosting;
using HuiminCoord.Server.Tests.Upgrading;

namespace HuiminCoord.Server.Tests.Commands;

/// <summary><c>audit verify</c> as a process of its own, beside a running server and after it.</summary>
public sealed class AuditVerifyTests(PostgreSqlServer server) : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("huimin-verify-").FullName;

    private string Data => Path.Combine(_directory, "data", "rehearsal");

    private string[] Serve { get; } = ["serve", "--urls", "http://127.0.0.1:0", "--pace", "0.5"];

    [Fact]
    public async Task A_running_server_s_audit_is_sound_and_so_it_is_after_a_kill()
    {
        using var running = ServerProcess.Start(_directory, Serve);
        await Attested(running);

        var beside = await Verify();
        running.Kill();
        var after = await Verify();
        var (code, lines, _) = await Verify("--json");

        Assert.All([beside, after], run => Assert.True(run.Code == 0, Text(run)));
        Assert.Contains(beside.Lines, l => l.StartsWith("huimin-2020: sound. ", StringComparison.Ordinal));
        Assert.Equal("Nothing was changed, removed, swapped, added or cut off.", after.Lines[^1]);
        Assert.Contains(after.Lines, l => l.StartsWith("Held against ", StringComparison.Ordinal) && l.Contains("audit-checkpoints.jsonl", StringComparison.Ordinal));
        var report = JsonDocument.Parse(Assert.Single(lines)).RootElement;
        Assert.Equal((0, true), (code, report.GetProperty("sound").GetBoolean()));
        Assert.True(report.GetProperty("campaigns")[0].GetProperty("attestedThrough").GetInt64() > 20);
    }

    [Fact]
    public async Task A_changed_row_is_named_with_what_to_do_and_the_exit_code_is_1()
    {
        await Play(running => Attested(running));
        await using (var database = CoordinationDatabase.InDirectory(Data))
        {
            await EarlierDatabase.Rows(database, "UPDATE audit SET at = at + 60000 WHERE position = 17");
            await EarlierDatabase.Rows(database, "DELETE FROM audit WHERE position BETWEEN 5 AND 7");
        }

        var run = await Verify();
        var (code, lines, _) = await Verify("--json", "--campaign", "huimin-2020");

        Assert.Equal(1, run.Code);
        Assert.StartsWith("huimin-2020: NOT SOUND. ", run.Lines[0], StringComparison.Ordinal);
        Assert.Equal("  positions 5 to 7: the rows were removed", run.Lines[1]);
        Assert.Contains(run.Lines, l => System.Text.RegularExpressions.Regex.IsMatch(l, @"^  position 17, [a-z]+/huimin-2020(/[a-z0-9-]+)? number \d+, 2020-09-17T\d\d:\d\d:\d\d\.\d{3}\+08:00: the row is not what was sealed$"));
        Assert.Contains(run.Lines, l => l.StartsWith("What to do: change nothing.", StringComparison.Ordinal));
        var fault = JsonDocument.Parse(Assert.Single(lines)).RootElement.GetProperty("campaigns")[0].GetProperty("faults")[0];
        Assert.Equal((1, "missing", 5, 7), (code, fault.GetProperty("kind").GetString(), fault.GetProperty("position").GetInt64(), fault.GetProperty("through").GetInt64()));
    }

    [Fact]
    public async Task The_second_keeper_s_copy_finds_what_the_machine_s_own_files_do_not()
    {
        await Play(running => Attested(running));
        var (own, copy) = (Path.Combine(Data, "audit-checkpoints.jsonl"), Path.Combine(_directory, "keeper.jsonl"));
        File.Copy(own, copy);
        File.Delete(own);
        await using (var database = CoordinationDatabase.InDirectory(Data))
        {
            foreach (var table in (string[])["audit", "audit_head", "audit_seal", "audit_seal_head", "audit_checkpoint", "relay_cursor"])
            {
                await EarlierDatabase.Rows(database, $"DELETE FROM {table}");
            }
        }

        var alone = await Verify();
        var held = await Verify("--checkpoints", copy);
        var byOthers = await Verify("--checkpoints", copy, "--key", Path.Combine(Data, "audit-key.pub.pem"));

        Assert.Equal((0, 1, 1), (alone.Code, held.Code, byOthers.Code));
        Assert.Contains(alone.Lines, l => l.StartsWith("No published checkpoints were looked at", StringComparison.Ordinal));
        Assert.Contains(held.Lines, l => l.StartsWith("  positions 1 to ", StringComparison.Ordinal) && l.Contains("the end was cut off", StringComparison.Ordinal));
    }

    [Fact]
    public async Task On_PostgreSQL_it_works_the_same_and_key_and_file_lie_where_SQLite_would()
    {
        var settings = new Dictionary<string, string> { [PostgreSqlSettings.DatabaseVariable] = await server.NewDatabase() };
        using var running = ServerProcess.Start(_directory, settings, Serve);
        await Attested(running);

        var beside = await ServerProcess.Run(_directory, settings, "audit", "verify", "--checkpoints", Path.Combine(Data, "audit-checkpoints.jsonl"), "--key", Path.Combine(Data, "audit-key.pem"));
        running.Kill();
        await using (var database = CoordinationDatabase.OnPostgreSql(settings[PostgreSqlSettings.DatabaseVariable]))
        {
            await EarlierDatabase.Rows(database, "UPDATE audit SET actor = 'nobody' WHERE position = 3");
        }

        settings[AuditPlaces.KeyVariable] = Path.Combine(Data, "audit-key.pem");
        var altered = await ServerProcess.Run(_directory, settings, "audit", "verify");

        Assert.True(beside.Code == 0, Text(beside));
        Assert.Equal(1, altered.Code);
        Assert.StartsWith("  position 3, ", altered.Lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_verified_is_refused_with_a_sentence()
    {
        await using var earlier = await EarlierDatabase.Take("acc7b23", DatabaseProvider.Sqlite, server);
        await Play(running => Attested(running));
        File.Move(Path.Combine(Data, "audit-key.pem"), Path.Combine(_directory, "hidden.pem"));
        await File.WriteAllTextAsync(Path.Combine(_directory, "no.pem"), "nothing", TestContext.Current.CancellationToken);
        var postgres = new Dictionary<string, string> { [PostgreSqlSettings.DatabaseVariable] = "Host=127.0.0.1;Port=1;Database=x;Password=top-secret" };

        Refused(await Verify("--data", _directory), "Name the data directory with --data");
        Refused(await Verify("--data", earlier.Folder), "Start the server on it once");
        Refused(await Verify(), "cannot be judged without a key");
        Refused(await Verify("--key", "no.pem"), "no.pem holds no key");
        Refused(await Verify("--key", "nowhere.pem"), "nowhere.pem");
        Refused(await Verify("--key", "hidden.pem", "--checkpoints", "nowhere.jsonl"), "nowhere.jsonl");
        Refused(await ServerProcess.Run(_directory, postgres, "audit", "verify"), "cannot be read");
        Refused(await ServerProcess.Run(_directory, postgres, "audit", "verify", "--data", Data), "two databases");
        Assert.Equal(0, (await Verify("--key", "hidden.pem")).Code);
    }

    [Theory]
    [InlineData(AuditPlaces.KeyVariable, "/dev/null/key.pem")]
    [InlineData(AuditPlaces.CheckpointsVariable, "/dev/null/checkpoints.jsonl")]
    public async Task A_server_that_could_not_seal_does_not_start(string variable, string place)
    {
        await Play(running => Attested(running));

        var run = await ServerProcess.Run(_directory, new Dictionary<string, string> { [variable] = place }, Serve);

        Refused(run, variable);
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_directory, recursive: true);

    private static void Refused((int Code, IReadOnlyList<string> Lines, IReadOnlyList<string> Errors) run, string why)
    {
        Assert.Equal(1, run.Code);
        var sentence = Assert.Single(run.Errors);
        Assert.Contains(why, sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("top-secret", sentence, StringComparison.Ordinal);
    }

    private static string Text((int Code, IReadOnlyList<string> Lines, IReadOnlyList<string> Errors) run) => string.Join('\n', run.Lines.Concat(run.Errors));

    private async Task Play(Func<ServerProcess, Task> until)
    {
        using var running = ServerProcess.Start(_directory, Serve);
        await until(running);
        running.Kill();
    }

    /// <summary>Waits until reminders were given and a few checkpoints published after them.</summary>
    private async Task Attested(ServerProcess running)
    {
        await running.Printed(l => l.Any(x => x.StartsWith("2020-09-18", StringComparison.Ordinal)), "the second day's reminders");
        var file = Path.Combine(Data, "audit-checkpoints.jsonl");
        var already = Published();
        await running.Printed(_ => Published() > already + 1, "checkpoints");

        // On a busy machine a short campaign day is over before the first real second, in which nothing is published yet.
        int Published() => File.Exists(file) ? CheckpointFile.Lines(file).GetAwaiter().GetResult().Count : 0;
    }

    private Task<(int Code, IReadOnlyList<string> Lines, IReadOnlyList<string> Errors)> Verify(params string[] more) =>
        ServerProcess.Run(_directory, ["audit", "verify", .. more]);
}
