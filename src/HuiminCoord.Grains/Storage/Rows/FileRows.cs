using HuiminCoord.Domain.Files;

namespace HuiminCoord.Grains.Storage.Rows;

/// <summary>A content that is kept once, however often it is attached.</summary>
public sealed class FileContentRow
{
    /// <summary>SHA-256, 64 lower-case hexadecimal digits.</summary>
    public required string Hash { get; init; }

    /// <summary>What the bytes themselves are.</summary>
    public required FileKind Kind { get; init; }

    public required long Size { get; init; }

    /// <summary>When somebody last uploaded it, real time.</summary>
    public required DateTimeOffset StoredAt { get; init; }
}

/// <summary>A piece of a content; numbers begin at 0, and all but the last are equally long.</summary>
public sealed class FilePieceRow
{
    public required string Hash { get; init; }

    public required int Number { get; init; }

    public required byte[] Bytes { get; init; }
}

/// <summary>That somebody uploaded a content: only their own side may attach it.</summary>
public sealed class FileUploadRow
{
    public required string Campaign { get; init; }

    /// <summary>A unit, or <c>/office</c>: no unit is spelt like this.</summary>
    public required string Owner { get; init; }

    public required string Hash { get; init; }

    public required string Name { get; init; }

    public required string MediaType { get; init; }

    public required long Size { get; init; }

    /// <summary>Seat and account.</summary>
    public required string UploadedBy { get; init; }

    /// <summary>When it was last uploaded or named by an act, real time.</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>A file that an act attached. Written by the relay from the act's event.</summary>
public sealed class AttachmentRow
{
    public required string Campaign { get; init; }

    /// <summary>Type of the actor: <c>unit</c>, <c>task</c>, <c>phase</c>.</summary>
    public required string Room { get; init; }

    /// <summary>The actor within its campaign.</summary>
    public required string Id { get; init; }

    /// <summary>The actor's event.</summary>
    public required long Seq { get; init; }

    /// <summary>Place among the event's files, from 0.</summary>
    public required int Position { get; init; }

    /// <summary>The duty of a unit, the unit that reported on a task, the goal of a phase.</summary>
    public required string Subject { get; init; }

    /// <summary>The part of a duty; null = several, or the whole.</summary>
    public string? Part { get; init; }

    public required string Hash { get; init; }

    public required string Name { get; init; }

    public required string MediaType { get; init; }

    public required long Size { get; init; }

    /// <summary>Who asked for the act, as the audit names them.</summary>
    public string? AddedBy { get; init; }

    /// <summary>Campaign time.</summary>
    public required DateTimeOffset AddedAt { get; init; }
}
