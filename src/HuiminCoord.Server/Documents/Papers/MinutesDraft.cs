namespace HuiminCoord.Server.Documents.Papers;

/// <summary>What a paper is called until it is issued.</summary>
public enum DraftWord
{
    /// <summary>It is no draft.</summary>
    None,

    /// <summary>征求意见稿: sent round for comments.</summary>
    ForComments,

    /// <summary>送审稿: laid before who approves it.</summary>
    ForApproval,
}

/// <summary>
/// Minutes of a joint meeting (纪要; GB/T 9704-2012, 10.3). A joint meeting has no seal and issues nothing: its minutes go out under a bureau or
/// an office, and bear no seal.
/// </summary>
/// <param name="Mark">What stands in red over the first page, ending in 纪要. Line breaks are kept.</param>
/// <param name="Issue">Of 第N期, which the software numbers; 0 = not numbered yet.</param>
/// <param name="Issuer">Body under whose name they go out; it also stands in the 版记.</param>
/// <param name="Date">Printed on the right under the mark.</param>
/// <param name="Title">In the middle; line breaks are kept.</param>
/// <param name="Present">出席: unit and name of each.</param>
/// <param name="Excused">请假; may be empty.</param>
/// <param name="InAttendance">列席; may be empty.</param>
/// <param name="CopiedTo">抄送, in the 版记; may be empty.</param>
public sealed record MinutesDraft(
    string Mark,
    int Issue,
    string Issuer,
    DateOnly Date,
    string Title,
    IReadOnlyList<MinutesSection> Sections,
    IReadOnlyList<MinutesDecision> Decisions,
    IReadOnlyList<string> Present,
    IReadOnlyList<string> Excused,
    IReadOnlyList<string> InAttendance,
    IReadOnlyList<string> CopiedTo)
{
    /// <summary>Whether the paper is still a draft; said under its title.</summary>
    public DraftWord Draft { get; init; }

    /// <summary>发文字号 as people typed it in: the registry of the issuing body gives it, never the software. Null = none.</summary>
    public string? Number { get; init; }

    /// <summary>印发日期; null = the date of the minutes.</summary>
    public DateOnly? PrintedOn { get; init; }

    /// <summary>Prints on every page that these minutes come from a rehearsal.</summary>
    public bool Rehearsal { get; init; }
}

/// <summary>A part of the text.</summary>
/// <param name="Heading">Of level 一、; empty = none, as for the first paragraph.</param>
/// <param name="Texts">Under it; a plain string is a paragraph without a number.</param>
public sealed record MinutesSection(string Heading, IReadOnlyList<PaperText> Texts);

/// <summary>A matter that the meeting decided (议定事项).</summary>
/// <param name="Text">What is to be done.</param>
/// <param name="Owner">责任单位.</param>
/// <param name="Cooperating">配合单位; may be empty.</param>
/// <param name="Due">完成时限; null = none was set.</param>
public sealed record MinutesDecision(string Text, string Owner, IReadOnlyList<string> Cooperating, DateOnly? Due);
