using HuiminCoord.Server.Access;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Api.Refusals;
using HuiminCoord.Server.Console.Tasks;
using HuiminCoord.Server.Console.Words;

namespace HuiminCoord.Server.Console.Phases;

/// <summary>The page of supervision as a file, narrowed as its address says.</summary>
internal static class TaskExport
{
    internal const string Place = "/phases/export";

    private const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    internal static void Map(IEndpointRouteBuilder app) => app.MapGet(Place, Download).ExcludeFromDescription().Under("exportTasks");

    private static async Task<IResult> Download(
        HttpContext http, Readings readings, SupervisionReader reader, CancellationToken cancellation,
        string? stage = null, string? domain = null, string? unit = null, string? show = null, string? by = null)
    {
        var passage = Passages.Of(http);
        await using var scene = await readings.Open(passage.Asker.Campaign, passage, null, cancellation);
        var all = await reader.Read(scene, cancellation);
        var filter = TaskFilter.Of(all.Plan, stage, domain, unit, show, by);
        var file = new SupervisionSheets(PageWords.In(Speaking.To(http)), all).Write(TaskGroup.Of(all.Tasks, all.Plan, filter));
        return TypedResults.File(file, ContentType, $"zhongdian-renwu-{DateTexts.Short(all.Today)}.xlsx");
    }
}
