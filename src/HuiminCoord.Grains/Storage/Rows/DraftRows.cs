namespace HuiminCoord.Grains.Storage.Rows;

/// <summary>What was typed into a form and not sent yet.</summary>
public sealed class DraftRow
{
    /// <summary>Empty for administrators.</summary>
    public required string Campaign { get; init; }

    /// <summary>What shares it: <c>unit/jiaoyu</c>, <c>office</c>, <c>seat/group@login</c>.</summary>
    public required string Owner { get; init; }

    /// <summary>Such as <c>submit/monthly-2020-09/summary</c>.</summary>
    public required string Form { get; init; }

    /// <summary>Grows with every change, and over every draft of the owner.</summary>
    public required long Version { get; set; }

    /// <summary>JSON of the form.</summary>
    public required string Body { get; set; }

    /// <summary>Real time.</summary>
    public required DateTimeOffset SavedAt { get; set; }

    /// <summary>Who saved it last, as the audit names people.</summary>
    public required string SavedBy { get; set; }

    /// <summary>The same instant by the campaign's clock.</summary>
    public required DateTimeOffset CampaignAt { get; set; }
}
