using HuiminCoord.Grains.Importing;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Api.OpenApi;
using HuiminCoord.Server.Api.Refusals;

namespace HuiminCoord.Server.Api.Calendars;

/// <summary>放假安排: the papers that are known, what a new one would move, and its import.</summary>
internal static class PaperEndpoints
{
    private static readonly string[] Refused =
    [
        "calendar.day-decided-twice", "calendar.day-outside-year", "calendar.not-published-yet", "calendar.paper-invalid", "calendar.paper-taken",
        "calendar.paper-too-long", "calendar.paper-unreadable", "calendar.year-missing",
    ];

    internal static void Map(RouteGroupBuilder calendar, RouteGroupBuilder campaign)
    {
        calendar.MapGet("/papers", List).AsQuestion<Page<PaperView>>("listCalendarPapers");
        calendar.MapPost("/papers/preview", Preview).AsPreview<PaperPreviewView>("previewCalendarPaper", ImportPaperBody.Example.Content).Refuses(Refused);
        calendar.MapPost("/papers", Import).AsCommand<ImportedPaperView>("importCalendarPaper", ImportPaperBody.Example).Refuses([.. Refused, "calendar.reason-needed"]);
        MovedStepEndpoints.Map(campaign);
    }

    /// <summary>Every paper and layer that the server knows, by publication; imported ones with who imported them and why.</summary>
    /// <remarks>The days themselves are asked one by one, or printed as a template by <c>calendar paper ID</c>.</remarks>
    internal static async Task<Page<PaperView>> List(PaperList papers, CancellationToken cancellation) => new(true, await papers.Read(cancellation), null);

    /// <summary>What importing a paper would move: due dates, meetings and reminders, counted separately. Changes nothing.</summary>
    /// <remarks>It is the very decision of each unit, foreseen: the import does exactly this, if nothing else happens in between.</remarks>
    internal static async Task<PaperPreviewView> Preview(CalendarPaperBody body, CalendarPreview preview, CancellationToken cancellation)
    {
        var found = await preview.Of(body.Json(), cancellation);
        return found.Refusal is { } refusal ? throw new RefusedException(refusal) : PaperPreviewView.Of(found);
    }

    /// <summary>Imports a paper or layer once; every campaign in its region works by it when the answer comes.</summary>
    /// <remarks>The paper's id makes it safe to repeat: the same paper again changes nothing, another one under its id is refused.</remarks>
    internal static async Task<ImportedPaperView> Import(ImportPaperBody body, HttpContext http, CalendarImports imports, CancellationToken cancellation)
    {
        CommandKeys.Of(http, body);
        var answer = await imports.Import(body.Content.Json(), body.Reason, Passages.Signature(http), cancellation);
        return answer.Refusal is { } refusal ? throw new RefusedException(refusal) : ImportedPaperView.Of(answer);
    }
}
