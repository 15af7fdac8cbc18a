using HuiminCoord.Domain.Plans;
using HuiminCoord.Grains.Consolidations;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Server.Consolidating;
using HuiminCoord.Server.Settings;

namespace HuiminCoord.Server.Commands;

/// <summary>What the office would have on its desk after a rehearsal: the district's table of each month and year, the consolidated summaries, the bulletins.</summary>
internal static class RehearsalPapers
{
    /// <summary>Where they go. Made before the work: a path that cannot be written should cost nobody a whole rehearsal.</summary>
    /// <exception cref="CommandRefusedException">It cannot be written.</exception>
    internal static DirectoryInfo? Prepare(DirectoryInfo? directory)
    {
        try
        {
            directory?.Create();
            return directory;
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            throw new CommandRefusedException($"{directory}: {unwritable.Message}", unwritable);
        }
    }

    /// <summary>Writes them; the number of files.</summary>
    /// <param name="until">The rehearsal's last day: what was not due by then has no table.</param>
    internal static async Task<int> Write(CoordinationDatabase database, Plan plan, KeptDistricts kept, DateOnly until, DirectoryInfo directory, CancellationToken cancellation)
    {
        await using var db = database.OpenToRead();
        var reports = await DistrictReader.All(db, plan, cancellation);
        var files = 0;
        foreach (var occurrence in DistrictReader.Periods(plan).Where(o => o.Due <= until))
        {
            var (month, all) = (reports.Of(occurrence, DistrictSpan.Period), reports.Of(occurrence, DistrictSpan.Cumulative));
            var summary = await DistrictSummaries.Read(db, plan, occurrence, cancellation);
            var papers = new List<(string Name, byte[] Content)>
            {
                ($"{occurrence.Id}-district.xlsx", DistrictWorkbooks.Make(until, month, rehearsal: true)),
                ($"{occurrence.Id}-summary.docx", DistrictPapers.Consolidated(month, all, summary, rehearsal: true)),
            };
            if (occurrence.Duty.Kind == DutyKind.Monthly)
            {
                papers.Add(($"{occurrence.Id}-cumulative.xlsx", DistrictWorkbooks.Make(until, all, rehearsal: true)));
                papers.Add(($"{occurrence.Id}-bulletin.docx", await Bulletin(db, kept, month, all, cancellation)));
            }

            foreach (var (name, content) in papers)
            {
                await File.WriteAllBytesAsync(Path.Combine(directory.FullName, name), content, cancellation);
                files++;
            }
        }

        return files;
    }

    /// <summary>As it was issued, or went round last; as a draft of what counts at the end where none did.</summary>
    private static async Task<byte[]> Bulletin(CoordinationDb db, KeptDistricts kept, DistrictPeriod month, DistrictPeriod all, CancellationToken cancellation)
    {
        var (campaign, duty) = (month.Table.Plan.Campaign.Value, month.Occurrence.Id.Value);
        var state = await ConsolidationReader.State(db, campaign, duty, cancellation);
        return state.Bulletin is { } bulletin ? await kept.Paper(db, campaign, duty, state, bulletin, rehearsal: true, cancellation) : DistrictPapers.Bulletin(month, all, null, rehearsal: true);
    }
}
