namespace HuiminCoord.Server.Documents.Papers;

/// <summary>Who is expected at a meeting.</summary>
/// <param name="Meeting">Its name.</param>
/// <param name="Time">As people say it: 2020年10月12日（周一）15:00.</param>
/// <param name="BlankRows">For people who come without being expected.</param>
public sealed record AttendanceList(string Meeting, string Time, string Place, IReadOnlyList<AttendanceSeat> Seats, int BlankRows)
{
    /// <summary>Prints on every page that the list comes from a rehearsal.</summary>
    public bool Rehearsal { get; init; }
}

/// <summary>One who is expected. All but the unit may be empty: it is filled in by hand.</summary>
/// <param name="Post">职务.</param>
public sealed record AttendanceSeat(string Unit, string Name, string Post, string Phone);

/// <summary>A slip by which a unit says who will come (参会回执).</summary>
/// <param name="Meeting">Its name.</param>
/// <param name="Unit">Printed in its place; empty = written by hand.</param>
/// <param name="ReplyBy">By when the slip is expected, as people say it.</param>
/// <param name="Contact">Whom it goes to: office and telephone.</param>
public sealed record ReplyRequest(string Meeting, string Time, string Place, string Unit, string ReplyBy, string Contact)
{
    /// <summary>Prints on the slip that it comes from a rehearsal.</summary>
    public bool Rehearsal { get; init; }
}
