namespace HuiminCoord.Grains.Storage.Rows;

/// <summary>An upload that is sent piece by piece.</summary>
public sealed class BegunUploadRow
{
    public required string Id { get; init; }

    public required string Campaign { get; init; }

    /// <summary>The side that began it, as <see cref="FileUploadRow.Owner"/>.</summary>
    public required string Owner { get; init; }

    /// <summary>What the file will be called.</summary>
    public required string Name { get; init; }

    /// <summary>In bytes, when all of it is there.</summary>
    public required long Size { get; init; }

    /// <summary>What its SHA-256 will be; null when the sender does not say.</summary>
    public string? Sha256 { get; init; }

    /// <summary>Bytes that are kept; the next piece begins here.</summary>
    public required long Received { get; init; }

    /// <summary>The content, once it was taken in; null before.</summary>
    public string? Hash { get; init; }

    /// <summary>Seat and account.</summary>
    public required string BegunBy { get; init; }

    /// <summary>When it was begun, or last went on, real time.</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>What has arrived of an upload, as it was sent.</summary>
public sealed class BegunUploadPieceRow
{
    public required string Upload { get; init; }

    /// <summary>Bytes that come before it.</summary>
    public required long BeginsAt { get; init; }

    public required byte[] Bytes { get; init; }
}
