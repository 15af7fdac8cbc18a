namespace HuiminCoord.Domain.Time;

/// <summary>The shape of a holiday table on paper, before it has been judged by <see cref="HolidayTableReader"/>.</summary>
internal sealed record HolidayTableFile(
    string Schema,
    string Source,
    string Licence,
    IReadOnlyList<string> CrossChecked,
    DateOnly KnownFrom,
    IReadOnlyList<HolidayTableFile.Paper> Papers,
    IReadOnlyList<HolidayTableFile.Layer> Regions,
    IReadOnlyList<string>? Notes = null)
{
    public const string CurrentSchema = "huimin-workdays/1";

    internal sealed record Paper(string Id, int Year, DateOnly PublishedOn, string Url, IReadOnlyList<Festival> Festivals, string? Document = null);

    internal sealed record Layer(string Region, string Name, DateOnly PublishedOn, string Note, IReadOnlyList<Festival> Festivals, string? Document = null, string? Url = null)
    {
        /// <summary>A method, so that it is no member of the JSON.</summary>
        public string IdOf() => RegionalLayer.IdOf(Region, PublishedOn);
    }

    /// <summary>As the State Council words it: a name, days or intervals of rest, days worked in exchange.</summary>
    internal sealed record Festival(string Name, IReadOnlyList<string>? Rest = null, IReadOnlyList<string>? Work = null);
}
