using System.Text.Json;
using HuiminCoord.Grains.Calendars;
using HuiminCoord.Server.Api.Bodies;

namespace HuiminCoord.Server.Api.Calendars;

/// <summary>A State Council paper or a regional layer, as its file says it: <c>calendar paper 2021-1</c> prints one.</summary>
/// <param name="Schema">huimin-workdays/1.</param>
/// <param name="Paper">A paper of the whole country; either this or a layer.</param>
/// <param name="Layer">Days that a province, city or county arranges for itself.</param>
public sealed record CalendarPaperBody([property: Words(40, 1)] string Schema, NationalPaperBody? Paper = null, RegionalLayerBody? Layer = null)
{
    /// <summary>The text that the strict reader judges.</summary>
    internal string Json() => JsonSerializer.Serialize(this, ApiJson.Options);
}

/// <summary>A year's paper, or one that changes it.</summary>
/// <param name="Id">Year and number: 2021-1.</param>
/// <param name="PublishedOn">Shanghai date.</param>
/// <param name="Url">Where it can be read.</param>
/// <param name="Festivals">As the paper words it.</param>
/// <param name="Document">Number of the paper: 国办发明电〔2020〕27号.</param>
public sealed record NationalPaperBody(
    [property: Words(12, 1)] string Id,
    [property: Within(1992, 2999)] int Year,
    DateOnly PublishedOn,
    [property: Words(300, 1)] string Url,
    [property: Entries(1, 30)] IReadOnlyList<FestivalBody> Festivals,
    [property: Words(60)] string? Document = null);

/// <summary>Days of rest or work of one region; inside it they go before every paper of the country.</summary>
/// <param name="Region">Six-digit division code; it covers everything below it.</param>
/// <param name="Name">The region's name.</param>
/// <param name="PublishedOn">Shanghai date.</param>
/// <param name="Note">What it rests on.</param>
/// <param name="Document">Number of the notice.</param>
/// <param name="Url">Where it can be read.</param>
public sealed record RegionalLayerBody(
    [property: Words(6, 6)] string Region,
    [property: Words(40, 1)] string Name,
    DateOnly PublishedOn,
    [property: Words(400)] string Note,
    [property: Entries(1, 30)] IReadOnlyList<FestivalBody> Festivals,
    [property: Words(60)] string? Document = null,
    [property: Words(300)] string? Url = null);

/// <summary>A festival: days of rest, and days worked in exchange.</summary>
/// <param name="Rest">Days, or intervals with both ends: 2021-02-11/2021-02-17.</param>
/// <param name="Work">Saturdays and Sundays worked in exchange.</param>
public sealed record FestivalBody(
    [property: Words(40, 1)] string Name,
    [property: DayList(40)] IReadOnlyList<string>? Rest = null,
    [property: DayList(40)] IReadOnlyList<string>? Work = null);

/// <summary>An import.</summary>
/// <param name="Reason">Why; it is kept with every reminder that moves.</param>
/// <param name="Content">The paper.</param>
public sealed record ImportPaperBody([property: Words(400, 1)] string Reason, CalendarPaperBody Content)
{
    /// <summary>The paper of the worked case. A server whose program came with it answers that it knows it.</summary>
    internal static ImportPaperBody Example { get; } = new("国务院办公厅2020年11月25日公布2021年放假安排", ExamplePaper("2021-1"));

    private static CalendarPaperBody ExamplePaper(string id) =>
        JsonSerializer.Deserialize<CalendarPaperBody>(ShippedCalendars.HolidayTable.Find(id)!.Json, ApiJson.Options)!;
}
