namespace HuiminCoord.Domain.Time;

/// <summary>A holiday paper or a district's own layer while it is put together day by day; anything may still be missing.</summary>
/// <remarks>Changed in place by whoever fills it in; can be put away as JSON at any moment. <see cref="PaperSketches"/> makes a paper of it.</remarks>
public sealed record PaperSketch
{
    /// <summary>True for days that a region arranges for itself; false for a paper of the whole country.</summary>
    public bool Regional { get; set; }

    /// <summary>The year that a national paper arranges.</summary>
    public int? Year { get; set; }

    /// <summary>Its number within the year: 2 for the second paper about it.</summary>
    public int? Number { get; set; } = 1;

    /// <summary>Six-digit division code of a layer.</summary>
    public string Region { get; set; } = "";

    public string RegionName { get; set; } = "";

    /// <summary>Shanghai date.</summary>
    public DateOnly? PublishedOn { get; set; }

    /// <summary>The issuing office's number: 国办发明电〔2020〕27号.</summary>
    public string Document { get; set; } = "";

    /// <summary>Where the paper can be read.</summary>
    public string Url { get; set; } = "";

    /// <summary>What a layer rests on.</summary>
    public string Note { get; set; } = "";

    /// <summary>Why it is imported; kept with everything that it moves.</summary>
    public string Reason { get; set; } = "";

    public List<FestivalSketch> Festivals { get; set; } = [new()];
}

/// <summary>A festival with its days.</summary>
public sealed record FestivalSketch
{
    public string Name { get; set; } = "";

    public SortedSet<DateOnly> Rest { get; set; } = [];

    /// <summary>调休上班.</summary>
    public SortedSet<DateOnly> Work { get; set; } = [];
}

/// <summary>What a sketch says of a day.</summary>
/// <param name="Works">True for 调休上班, false for rest.</param>
public sealed record SketchedDay(bool Works, string Festival);

/// <summary>What a sketch of a paper still lacks.</summary>
public enum PaperField
{
    /// <summary>The year of a national paper, or its number within it.</summary>
    Year,

    /// <summary>The division code of a layer.</summary>
    Region,

    /// <summary>The region's name.</summary>
    RegionName,

    /// <summary>The day of publication.</summary>
    PublishedOn,

    /// <summary>The number of the paper behind it.</summary>
    Document,

    /// <summary>A web address; a national paper must have one.</summary>
    Url,

    /// <summary>The name of a festival that has days.</summary>
    Festival,

    /// <summary>Any day at all.</summary>
    Days,

    /// <summary>The reason.</summary>
    Reason,
}
