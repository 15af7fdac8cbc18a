namespace HuiminCoord.Grains.Storage.Rows;

/// <summary>A unit's report as people find it; everything else is in the payload, as its actor keeps it.</summary>
public sealed class ReportRow
{
    public required string Campaign { get; init; }

    public required string Unit { get; init; }

    public required string Duty { get; init; }

    public required string Stage { get; set; }

    /// <summary>JSON of the report's state.</summary>
    public required string Payload { get; set; }
}

/// <summary>A version that was handed in, or a correction that was accepted.</summary>
public sealed class ReportVersionRow
{
    public required string Campaign { get; init; }

    public required string Unit { get; init; }

    public required string Duty { get; init; }

    public required int Version { get; init; }

    /// <summary>Parts that came with it, separated by a comma.</summary>
    public required string Parts { get; set; }

    /// <summary>Hash of the sheet.</summary>
    public required string Sheet { get; init; }

    public required bool Nil { get; init; }

    /// <summary>When it counts as handed in, campaign time; for a correction when it was accepted.</summary>
    public required DateTimeOffset At { get; init; }

    public required bool OnBehalf { get; init; }

    /// <summary>Why an accepted report was corrected; null = no correction.</summary>
    public string? Reason { get; init; }

    /// <summary>Parts that the unit took back since, separated by a comma.</summary>
    public required string Withdrawn { get; set; }

    /// <summary>True for a part that came with it and was not taken back.</summary>
    public bool Counts(string part) => Parts.Split(',').Contains(part) && !Withdrawn.Split(',').Contains(part);
}

/// <summary>A sheet as it was handed over.</summary>
public sealed class ReportSheetRow
{
    public required string Campaign { get; init; }

    public required string Unit { get; init; }

    public required string Duty { get; init; }

    public required string Hash { get; init; }

    /// <summary>JSON of the sheet.</summary>
    public required string Body { get; init; }

    /// <summary>When it was handed over last, real time.</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>A cell that is being filled in, as it was typed.</summary>
public sealed class ReportCellRow
{
    public required string Campaign { get; init; }

    public required string Unit { get; init; }

    public required string Duty { get; init; }

    /// <summary>Who shares it: the unit, or the office that enters paper.</summary>
    public required string Filler { get; init; }

    /// <summary>A cell of the table, a section of the summary, or another field of the sheet.</summary>
    public required string Cell { get; init; }

    public required string Typed { get; set; }

    public required long Revision { get; set; }

    /// <summary>As the audit names people.</summary>
    public required string TypedBy { get; set; }

    /// <summary>Real time.</summary>
    public required DateTimeOffset At { get; set; }

    /// <summary>The same instant by the campaign's clock.</summary>
    public required DateTimeOffset CampaignAt { get; set; }
}
