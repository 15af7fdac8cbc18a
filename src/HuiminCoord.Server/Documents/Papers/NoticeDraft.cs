namespace HuiminCoord.Server.Documents.Papers;

/// <summary>
/// A notice of a meeting (会议通知) as a letter without number and seal: the joint meeting has none, and the notice goes out under the name of
/// the bureau or office that convenes it.
/// </summary>
/// <param name="Title">In the middle; line breaks are kept.</param>
/// <param name="Recipients">主送, in the order in which they are named.</param>
/// <param name="Texts">A plain string is a paragraph without a number.</param>
/// <param name="Agenda">Set as a table under the text; may be empty.</param>
/// <param name="Attachments">Names of what is attached, without end punctuation; may be empty.</param>
/// <param name="Sender">署名.</param>
/// <param name="Date">成文日期.</param>
public sealed record NoticeDraft(
    string Title,
    IReadOnlyList<string> Recipients,
    IReadOnlyList<PaperText> Texts,
    IReadOnlyList<AgendaLine> Agenda,
    IReadOnlyList<string> Attachments,
    string Sender,
    DateOnly Date)
{
    /// <summary>Prints on every page that this notice comes from a rehearsal.</summary>
    public bool Rehearsal { get; init; }
}

/// <summary>A matter on the agenda.</summary>
/// <param name="Matter">议题.</param>
/// <param name="Reporter">汇报单位.</param>
/// <param name="Time">As people say it: 15:00–15:20, or 20分钟; may be empty.</param>
public sealed record AgendaLine(string Matter, string Reporter, string Time);
